//! What may follow what in an adoption.

use super::Stage;
use crate::action::Action;
use crate::procedure::{Row, Stepped, row};
use crate::refusal::Guard;

/// A step of an adoption.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// 起草
    Draft,
    /// 修改: the whole text at once.
    Edit,
    /// 施行: by somebody who wrote none of it.
    Approve,
    /// 撤回
    Drop,
    /// 停止: after a day that is not past.
    End,
}

impl Stepped for Step {
    fn action(self) -> Action {
        match self {
            Self::Draft => Action::AdoptionDraft,
            Self::Edit => Action::AdoptionEdit,
            Self::Approve => Action::AdoptionApprove,
            Self::Drop => Action::AdoptionDrop,
            Self::End => Action::AdoptionEnd,
        }
    }
}

const FREE: &[Guard] = &[Guard::Past];
const HAND: &[Guard] = &[Guard::Separation, Guard::Past];

/// Every lawful move of an adoption. What is in force is never edited: a later version takes its place.
pub const TRANSITIONS: &[Row<Stage, Step>] = &[
    row(None, Step::Draft, Stage::Drafted, FREE),
    row(Some(Stage::Drafted), Step::Edit, Stage::Drafted, FREE),
    row(Some(Stage::Drafted), Step::Approve, Stage::InForce, HAND),
    row(Some(Stage::Drafted), Step::Drop, Stage::Dropped, FREE),
    row(Some(Stage::InForce), Step::End, Stage::Ended, FREE),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::procedure::tests::walk;

    #[test]
    fn every_move_that_is_not_a_row_is_refused_in_order() {
        walk(TRANSITIONS, &[Step::Draft, Step::Edit, Step::Approve, Step::Drop, Step::End]);
    }

    #[test]
    fn what_is_in_force_only_ends() {
        for row in TRANSITIONS.iter().filter(|row| row.from == Some(Stage::InForce)) {
            assert_eq!(row.step, Step::End);
        }
    }
}
