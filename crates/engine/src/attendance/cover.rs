//! Approved facts beside the punches.

use super::span::Span;
use super::time::Second;
use qz_domain::attendance::CoverKind;

/// An approved fact, in force from its first second to before its last; a correction is one instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cover {
    /// What it is.
    pub kind: CoverKind,
    /// Which of the caller's names of leaves and trips it bears; for reasons only.
    pub label: u32,
    /// When it begins.
    pub from: Second,
    /// When it ends.
    pub to: Second,
}

impl Cover {
    /// Its stretch.
    pub(super) fn span(&self) -> Span {
        (self.from, self.to)
    }

    /// Whether it takes required time away.
    pub(super) fn is_away(&self) -> bool {
        matches!(self.kind, CoverKind::Leave | CoverKind::Trip | CoverKind::Field)
    }

    /// Whether it says anything about a stretch.
    pub(super) fn meets(&self, (from, to): Span) -> bool {
        self.from < to && from < self.to.max(self.from + 1)
    }
}
