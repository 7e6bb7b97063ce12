//! What may follow what in a suspicion.

use super::Stage;
use crate::action::Action;
use crate::procedure::{Row, Stepped, row};
use crate::refusal::Guard;

/// A step of a suspicion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// 记下诬告嫌疑: by whoever adjudicated.
    Note,
    /// 另行登记: a finding is registered; the act is on that finding.
    TakeUp,
    /// 不予登记
    Drop,
}

impl Stepped for Step {
    fn action(self) -> Action {
        match self {
            Self::Note => Action::SuspicionNote,
            Self::TakeUp => Action::SuspicionTakeUp,
            Self::Drop => Action::SuspicionDrop,
        }
    }
}

const OTHER: &[Guard] = &[Guard::Separation, Guard::Recusal];

/// Every lawful move of a suspicion.
pub const TRANSITIONS: &[Row<Stage, Step>] = &[
    row(None, Step::Note, Stage::Noted, &[Guard::Separation, Guard::Past]),
    row(Some(Stage::Noted), Step::TakeUp, Stage::Taken, OTHER),
    row(Some(Stage::Noted), Step::Drop, Stage::Dropped, OTHER),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::procedure::tests::walk;

    #[test]
    fn every_move_that_is_not_a_row_is_refused_in_order() {
        walk(TRANSITIONS, &[Step::Note, Step::TakeUp, Step::Drop]);
    }
}
