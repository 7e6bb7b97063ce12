//! Export links: what the screen shows, now, as a file.

use super::Link;
use crate::words::Words;
use askama::Template;

/// Links to the same rows as files.
#[derive(Debug, Clone, Template)]
#[template(path = "part/export.html")]
pub struct ExportLinks {
    words: Words,
    total: u64,
    links: Vec<Link>,
}

impl ExportLinks {
    /// How many rows the files hold, and one link a format.
    pub fn new(words: Words, total: u64, links: Vec<Link>) -> Self {
        Self { words, total, links }
    }

    /// The same with one more format.
    #[must_use]
    pub fn and(mut self, link: Link) -> Self {
        self.links.push(link);
        self
    }
}
