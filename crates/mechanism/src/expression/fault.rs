//! What is wrong in an expression, where, and what to write instead.

use crate::language::{Language, Said};
use std::ops::Range;

/// A fault of an expression (表达式错误).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where, in bytes of the expression.
    pub at: Range<usize>,
    /// What is wrong.
    pub what: Said,
    /// What to write instead, where that can be said.
    pub help: Option<Said>,
}

impl Fault {
    /// A fault at a place, said in Chinese and in English.
    pub(super) fn new(at: Range<usize>, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { at, what: Said::new(zh, en), help: None }
    }

    /// With what to write instead.
    pub(super) fn help(self, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { help: Some(Said::new(zh, en)), ..self }
    }

    /// All of it in a language: what is wrong, then what to write.
    pub fn say(&self, language: Language) -> String {
        let what = self.what.within(language);
        match (&self.help, language) {
            (None, _) => what.to_owned(),
            (Some(help), Language::Chinese) => format!("{what}；{}", help.zh),
            (Some(help), Language::English) => format!("{what}; {}", help.en),
        }
    }
}
