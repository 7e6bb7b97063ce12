//! What may follow what in a change of the county's law.

use super::Stage;
use crate::action::Action;
use crate::procedure::{Row, Stepped, row};
use crate::refusal::Guard;

/// A step of the procedure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// 提出
    Propose,
    /// 确认
    Confirm,
    /// 不同意
    Refuse,
    /// 撤回
    Withdraw,
}

impl Stepped for Step {
    fn action(self) -> Action {
        match self {
            Self::Propose => Action::LawPropose,
            Self::Confirm => Action::LawConfirm,
            Self::Refuse => Action::LawRefuse,
            Self::Withdraw => Action::LawWithdraw,
        }
    }
}

const SET: &[Guard] = &[Guard::Authority, Guard::ToCome, Guard::Past];
const CONFIRM: &[Guard] = &[Guard::Separation, Guard::Authority, Guard::ToCome, Guard::Past];
const REFUSE: &[Guard] = &[Guard::Separation, Guard::Past];
const FREE: &[Guard] = &[Guard::Past];

/// Every lawful move. What was confirmed is never taken back: another change takes its place.
pub const TRANSITIONS: &[Row<Stage, Step>] = &[
    row(None, Step::Propose, Stage::Proposed, SET),
    row(Some(Stage::Proposed), Step::Confirm, Stage::Confirmed, CONFIRM),
    row(Some(Stage::Proposed), Step::Refuse, Stage::Refused, REFUSE),
    row(Some(Stage::Proposed), Step::Withdraw, Stage::Withdrawn, FREE),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::procedure::tests::walk;

    #[test]
    fn every_move_that_is_not_a_row_is_refused_in_order() {
        walk(TRANSITIONS, &[Step::Propose, Step::Confirm, Step::Refuse, Step::Withdraw]);
    }
}
