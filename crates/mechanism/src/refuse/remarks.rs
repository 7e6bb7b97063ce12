//! Remarks in the making: each with its place, what is wrong, and what to write instead; none twice.

use crate::block::{Block, Setting};
use crate::grammar::Key;
use crate::language::Said;
use crate::{Diagnostic, Mechanism, Severity};
use std::ops::Range;

/// What is remarked of a mechanism.
pub(super) struct Remarks<'a> {
    mechanism: &'a Mechanism,
    all: Vec<Diagnostic>,
}

impl<'a> Remarks<'a> {
    /// None yet.
    pub const fn of(mechanism: &'a Mechanism) -> Self {
        Self { mechanism, all: vec![] }
    }

    /// All of them.
    pub fn done(self) -> Vec<Diagnostic> {
        self.all
    }

    /// An error: the file cannot be put into force.
    pub fn refuse(&mut self, at: Range<usize>, what: Said, help: Said) {
        self.remark(Severity::Error, at, (what, help));
    }

    /// A warning: a second person signs a reason.
    pub fn warn(&mut self, at: Range<usize>, what: Said, help: Said) {
        self.remark(Severity::Warning, at, (what, help));
    }

    /// A note.
    pub fn note(&mut self, at: Range<usize>, what: Said, help: Said) {
        self.remark(Severity::Note, at, (what, help));
    }

    fn remark(&mut self, severity: Severity, at: Range<usize>, (what, help): (Said, Said)) {
        let is_there = |one: &Diagnostic| one.at.start == at.start && *one.what() == what;
        if self.all.iter().any(is_there) {
            return;
        }
        let remark = Diagnostic::over(self.mechanism.text(), at, what);
        self.all.push(remark.with_help(help).weighing(severity));
    }

    /// Where a piece of a value stands; the whole value where it is written otherwise.
    pub fn place(&self, value: &Range<usize>, piece: &str) -> Range<usize> {
        let written = self.mechanism.text().get(value.clone()).unwrap_or("");
        match written.find(piece).filter(|_| !piece.is_empty()) {
            Some(from) => value.start + from..value.start + from + piece.len(),
            None => value.clone(),
        }
    }

    /// Where a setting stands; the title where it is not said.
    pub fn at(block: &Block, key: Key) -> Range<usize> {
        block
            .setting(key)
            .map_or_else(|| block.title_at.clone(), |setting: &Setting| setting.at.clone())
    }
}
