//! The furniture of a text: font size, print, close, and reading aloud.

use super::Link;
use crate::shell::{FontSize, Shell};
use crate::words::Words;
use askama::Template;

/// One button of the font sizes.
#[derive(Debug, Clone)]
struct Size {
    href: String,
    label: String,
    current: bool,
}

/// Font size, print, files of the text, and the way back to the list.
#[derive(Debug, Clone, Template)]
#[template(path = "part/reading_tools.html")]
pub struct ReadingTools {
    words: Words,
    sizes: Vec<Size>,
    files: Vec<Link>,
    list: String,
}

impl ReadingTools {
    /// The tools of this page; `files` are the same text as PDF and the like, `list` is where
    /// "close this page" leads when the window cannot be closed.
    pub fn new(shell: &Shell, files: Vec<Link>, list: impl Into<String>) -> Self {
        let label = |size| match size {
            FontSize::Large => shell.say("part-font-large"),
            FontSize::Medium => shell.say("part-font-medium"),
            FontSize::Small => shell.say("part-font-small"),
        };
        let sizes = FontSize::ALL
            .into_iter()
            .map(|size| Size {
                href: shell.font_link(size),
                label: label(size),
                current: shell.preferences.font == size,
            })
            .collect();
        Self { words: shell.words, sizes, files, list: list.into() }
    }
}

/// The read-aloud bar (语音播报). It lies in a `<template>`: the script puts it in place only when
/// the browser has a voice for the language. The text to read is the element with `data-read`.
#[derive(Debug, Clone, Template)]
#[template(path = "part/read_aloud.html")]
pub struct ReadAloud {
    words: Words,
}

impl ReadAloud {
    /// The bar in a language.
    pub fn new(words: Words) -> Self {
        Self { words }
    }
}
