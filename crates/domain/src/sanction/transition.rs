//! What may follow what in the record of a sanction.

use super::Stage;
use crate::action::Action;
use crate::procedure::{Row, Stepped, row};
use crate::refusal::Guard;

/// A step of the record of a sanction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// 登记处分
    Record,
    /// 更正处分登记: a new version, as the document says it.
    Correct,
    /// 登记解除处分
    Lift,
    /// 登记撤销处分
    Rescind,
}

impl Stepped for Step {
    fn action(self) -> Action {
        match self {
            Self::Record => Action::SanctionRecord,
            Self::Correct => Action::SanctionCorrect,
            Self::Lift => Action::SanctionLift,
            Self::Rescind => Action::SanctionRescind,
        }
    }
}

const READ: &[Guard] = &[Guard::Recusal, Guard::Past, Guard::Heard];
const ENDED: &[Guard] = &[Guard::Recusal, Guard::Past];

/// Every lawful move of the record of a sanction.
pub const TRANSITIONS: &[Row<Stage, Step>] = &[
    row(None, Step::Record, Stage::Recorded, READ),
    row(Some(Stage::Recorded), Step::Correct, Stage::Recorded, READ),
    row(Some(Stage::Recorded), Step::Lift, Stage::Lifted, ENDED),
    row(Some(Stage::Recorded), Step::Rescind, Stage::Rescinded, ENDED),
    row(Some(Stage::Lifted), Step::Rescind, Stage::Rescinded, ENDED),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::procedure::tests::walk;

    #[test]
    fn every_move_that_is_not_a_row_is_refused_in_order() {
        walk(TRANSITIONS, &[Step::Record, Step::Correct, Step::Lift, Step::Rescind]);
    }
}
