//! What may follow what in a request.

use super::Stage;
use crate::action::Action;
use crate::procedure::{Row, Stepped, row};
use crate::refusal::Guard;

/// A step of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// 提出申请
    Ask,
    /// 按纸质录入: with who approved it on the paper it is approved at once.
    Record,
    /// 批准
    Approve,
    /// 不批
    Refuse,
    /// 撤回
    Withdraw,
    /// 销假
    End,
    /// 撤销
    Revoke,
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 7] = [
        Self::Ask,
        Self::Record,
        Self::Approve,
        Self::Refuse,
        Self::Withdraw,
        Self::End,
        Self::Revoke,
    ];
}

impl Stepped for Step {
    fn action(self) -> Action {
        match self {
            Self::Ask => Action::RequestAsk,
            Self::Record => Action::RequestRecord,
            Self::Approve => Action::RequestApprove,
            Self::Refuse => Action::RequestRefuse,
            Self::Withdraw => Action::RequestWithdraw,
            Self::End => Action::RequestEnd,
            Self::Revoke => Action::RequestRevoke,
        }
    }
}

const ASKED: &[Guard] = &[Guard::InTime, Guard::Clash, Guard::Entitlement];
const KEYED: &[Guard] = &[Guard::Past, Guard::Separation, Guard::Clash, Guard::Entitlement];
const DECIDED: &[Guard] = &[Guard::Separation, Guard::Authority];

/// Every lawful move of a request.
pub const TRANSITIONS: &[Row<Stage, Step>] = &[
    row(None, Step::Ask, Stage::Pending, ASKED),
    row(None, Step::Record, Stage::Approved, KEYED),
    row(Some(Stage::Pending), Step::Approve, Stage::Approved, DECIDED),
    row(Some(Stage::Pending), Step::Refuse, Stage::Refused, DECIDED),
    row(Some(Stage::Pending), Step::Withdraw, Stage::Withdrawn, &[]),
    row(Some(Stage::Approved), Step::End, Stage::Ended, &[]),
    row(Some(Stage::Approved), Step::Revoke, Stage::Revoked, &[Guard::Separation]),
    row(Some(Stage::Ended), Step::Revoke, Stage::Revoked, &[Guard::Separation]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::procedure::tests::walk;

    #[test]
    fn every_move_that_is_not_a_row_is_refused_in_order() {
        walk(TRANSITIONS, &Step::ALL);
    }
}
