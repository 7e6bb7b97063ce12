//! What a version of a scheme changes against the one before it, for a page.

use super::remark::{language, said};
use crate::shell::Shell;
use qz_mechanism::Mechanism;
use qz_mechanism::change::{Line, difference, lines};

/// The difference of two versions.
pub(super) struct Difference {
    /// Element by element, in words.
    pub changes: Vec<String>,
    /// The texts, line by line.
    pub lines: Vec<DiffLine>,
}

/// A line of two texts beside one another.
pub(super) struct DiffLine {
    /// `+`, `-`, or a blank.
    pub mark: &'static str,
    pub text: String,
}

/// What changed; none where either text cannot be read.
pub(super) fn between(shell: &Shell, before: &str, after: &str) -> Option<Difference> {
    let (old, new) = (Mechanism::read(before).mechanism?, Mechanism::read(after).mechanism?);
    let language = language(shell);
    let changes = difference(&old, &new).iter().map(|one| said(language, &one.said())).collect();
    let lines = lines(before, after).into_iter().map(line).collect();
    Some(Difference { changes, lines })
}

fn line(line: Line<'_>) -> DiffLine {
    let (mark, text) = match line {
        Line::Same(text) => (" ", text),
        Line::Gone(text) => ("-", text),
        Line::New(text) => ("+", text),
    };
    DiffLine { mark, text: text.to_owned() }
}
