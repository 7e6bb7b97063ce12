//! What is wrong in a file, where, and what to write instead.

use crate::language::{Language, Said};
use std::fmt;
use std::ops::Range;

/// How much a remark weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The file cannot be put into force.
    Error,
    /// It can, once a second person signs a reason.
    Warning,
    /// Worth knowing.
    Note,
}

/// A remark on a file (诊断).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// How much it weighs.
    pub severity: Severity,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The bytes it is about.
    pub at: Range<usize>,
    // Boxed: most readings return one as their error, and none is common.
    words: Box<Words>,
}

/// What is said of a fault.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Words {
    what: Said,
    help: Said,
}

impl Diagnostic {
    /// A fault at a byte of the text.
    pub(crate) fn at(text: &str, offset: usize, what: impl Into<Said>) -> Self {
        Self::over(text, offset..offset, what)
    }

    /// A fault of a stretch of the text.
    pub(crate) fn over(text: &str, at: Range<usize>, what: impl Into<Said>) -> Self {
        let before = text.get(..at.start).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Self {
            severity: Severity::Error,
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
            at,
            words: Box::new(Words { what: what.into(), help: Said::default() }),
        }
    }

    /// With what to write instead.
    pub(crate) fn with_help(mut self, help: impl Into<Said>) -> Self {
        self.words.help = help.into();
        self
    }

    /// With another weight.
    pub(crate) fn weighing(self, severity: Severity) -> Self {
        Self { severity, ..self }
    }

    /// What is wrong.
    pub fn what(&self) -> &Said {
        &self.words.what
    }

    /// What to write instead; empty where the fault says it all.
    pub fn help(&self) -> &Said {
        &self.words.help
    }

    /// Whether the file cannot be put into force because of it.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// What is wrong and what to write instead, in one language.
    pub fn said(&self, language: Language) -> String {
        match self.help().within(language) {
            "" => self.what().within(language).to_owned(),
            help => format!("{}{}{help}", self.what().within(language), language.of(("；", "; "))),
        }
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.line, self.column, self.said(Language::English))
    }
}

impl std::error::Error for Diagnostic {}
