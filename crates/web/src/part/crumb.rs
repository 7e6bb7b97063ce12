//! The path to a page (您当前的位置).

use super::Link;
use crate::words::Words;
use askama::Template;

/// The path to a page: links to the pages above, then the page itself.
#[derive(Debug, Clone, Template)]
#[template(path = "part/crumb.html")]
pub struct Crumb {
    words: Words,
    above: Vec<Link>,
    here: String,
}

impl Crumb {
    /// A path of the pages above and the name of this page.
    pub fn new(words: Words, above: Vec<Link>, here: impl Into<String>) -> Self {
        Self { words, above, here: here.into() }
    }
}
