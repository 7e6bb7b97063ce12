//! Progress of long work: a native bar that a script keeps moving; without it the page reloads.

use crate::words::Words;
use askama::Template;

/// How far long work has come.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "part/progress.html")]
pub struct Progress {
    words: Words,
    label: String,
    done: u64,
    total: u64,
    poll: Option<String>,
}

impl Progress {
    /// What is being done and how much of it; a `total` of 0 is not known yet.
    pub fn new(words: Words, label: impl Into<String>, done: u64, total: u64) -> Self {
        Self { words, label: label.into(), done: done.min(total), total, poll: None }
    }

    /// Where the script asks for `{"done":…,"total":…,"label":…}` every second. Status 200 means
    /// that the work is done and the page is loaded again; 202 and 503 that it goes on.
    #[must_use]
    pub fn poll(mut self, url: impl Into<String>) -> Self {
        self.poll = Some(url.into());
        self
    }

    /// The same in another language; the label stays as it was given.
    #[must_use]
    pub fn spoken(mut self, words: Words) -> Self {
        self.words = words;
        self
    }
}
