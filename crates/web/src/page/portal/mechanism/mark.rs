//! Whose words something is (原文、示例默认): the source's, or ours, which the county may edit.

use crate::words::Words;
use askama::Template;
use qz_mechanism::block::Block;
use qz_mechanism::grammar::Key;

/// The mark of what a scheme says.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "portal/mechanism/mark.html")]
pub(super) struct Mark {
    is_of_source: bool,
    text: String,
}

impl askama::filters::HtmlSafe for Mark {}

impl Mark {
    /// The mark of a block: what does not say that it is of the source is ours.
    pub fn of(words: Words, block: &Block) -> Self {
        let is_of_source = block.is(Key::Verbatim);
        let key = if is_of_source { "mechanism-of-source" } else { "mechanism-ours" };
        Self { is_of_source, text: words.say(key) }
    }

    /// The mark of a line, where it says whose it is; otherwise it goes with what it stands in.
    pub fn of_line(words: Words, line: &Block) -> Option<Self> {
        let is_marked = line.is(Key::Verbatim) || line.is(Key::Default);
        is_marked.then(|| Self::of(words, line))
    }
}
