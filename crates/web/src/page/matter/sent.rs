//! What a form sent: its fields by name. Each step reads its own.

use qz_acts::matter::PaperForm;
use serde::Deserialize;
use std::collections::HashMap;

/// The fields of a form.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(transparent)]
pub(in crate::page) struct Sent(HashMap<String, String>);

impl Sent {
    /// A form that nobody filled in yet.
    pub fn new(request: String, version: i64) -> Self {
        Self::default().put("request", request).at(version)
    }

    /// The same form with a field set.
    #[must_use]
    pub fn put(mut self, name: &str, value: impl Into<String>) -> Self {
        self.0.insert(name.to_owned(), value.into());
        self
    }

    /// The same form on another version of the record.
    #[must_use]
    pub fn at(self, version: i64) -> Self {
        self.put("version", version.to_string())
    }

    /// A field; empty when it was not sent.
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// A field as an act takes it.
    pub fn text(&self, name: &str) -> String {
        self.get(name).to_owned()
    }

    /// A field that names several people.
    pub fn people(&self, name: &str) -> Vec<String> {
        vec![self.text(name)]
    }

    /// How many rows a field of several rows was sent with.
    pub fn rows(&self, name: &str) -> usize {
        let is_row = |sent: &&str| sent.strip_prefix(name).is_some_and(|row| row.starts_with('.'));
        self.names().filter(is_row).count()
    }

    /// The name of the request, so that a form sent twice does nothing twice.
    pub fn request(&self) -> String {
        self.text("request")
    }

    /// The version of the record that was read.
    pub fn version(&self) -> i64 {
        self.get("version").parse().unwrap_or_default()
    }

    /// The paper, when something of it was filled in.
    pub fn paper(&self) -> PaperForm {
        let (number, day, by) =
            (self.text("paper_number"), self.text("paper_day"), self.text("by"));
        PaperForm { number, day, by, hash: String::new() }
    }

    /// Whether something was written about a paper.
    pub fn has_paper(&self) -> bool {
        ["paper_number", "paper_day", "by"].iter().any(|name| !self.get(name).trim().is_empty())
    }

    /// The names of the fields that were sent.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}
