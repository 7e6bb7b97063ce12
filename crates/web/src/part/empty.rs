//! The empty state: a list without rows says so in a sentence and shows the way on.

use super::Link;
use askama::Template;

/// In place of a list that has no rows.
#[derive(Debug, Clone, Template)]
#[template(path = "part/empty.html")]
pub struct EmptyState {
    sentence: String,
    way: Option<Link>,
}

impl EmptyState {
    /// What is so: `今天没有到期的事项。`
    pub fn new(sentence: impl Into<String>) -> Self {
        Self { sentence: sentence.into(), way: None }
    }

    /// The way on.
    #[must_use]
    pub fn way(mut self, link: Link) -> Self {
        self.way = Some(link);
        self
    }
}
