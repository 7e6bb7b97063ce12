//! The refusal: a guard said no. Ink, not red: nobody did wrong.

use super::Link;
use crate::words::Words;
use askama::Template;

/// What was refused, why, who can, on what ground, and the way on.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "part/refusal.html")]
pub struct RefusalBox {
    words: Words,
    /// What did not happen: `没有提交：您不能认定这个案件`.
    pub title: String,
    /// Why, who can, on what ground: a sentence each.
    pub sentences: Vec<String>,
    /// Code of the guard, shown and sent to programs.
    pub guard: Option<String>,
    /// The ways on; the first is the main one.
    pub ways: Vec<Link>,
}

impl RefusalBox {
    /// A refusal with its title and its sentences. That nothing was changed is added.
    pub fn new(words: Words, title: impl Into<String>, sentences: Vec<String>) -> Self {
        Self { words, title: title.into(), sentences, guard: None, ways: Vec::new() }
    }

    /// Names the guard by its code: `G1`.
    #[must_use]
    pub fn guard(mut self, code: impl Into<String>) -> Self {
        self.guard = Some(code.into());
        self
    }

    /// Adds a way on.
    #[must_use]
    pub fn way(mut self, href: impl Into<String>, label: impl Into<String>) -> Self {
        self.ways.push(Link::new(href, label));
        self
    }
}
