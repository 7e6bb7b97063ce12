//! What may follow what in an opening.

use super::Stage;
use crate::action::Action;
use crate::procedure::{Row, Stepped, row};
use crate::refusal::Guard;

/// A step of an opening.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// 申请开启
    Ask,
    /// 同意开启: by the second one.
    Approve,
    /// 不予开启: by the second one.
    Deny,
    /// 阅看: by whoever asked, as often as the hours allow.
    Read,
    /// 提前关闭, or taken back: by whoever asked.
    End,
    /// 到期关闭: by the clock.
    Expire,
}

impl Stepped for Step {
    fn action(self) -> Action {
        match self {
            Self::Ask => Action::SourceAsk,
            Self::Approve => Action::SourceApprove,
            Self::Deny => Action::SourceDeny,
            Self::Read => Action::SourceRead,
            Self::End => Action::SourceEnd,
            Self::Expire => Action::SourceExpire,
        }
    }
}

const FREE: &[Guard] = &[Guard::Recusal];
const SECOND: &[Guard] = &[Guard::Separation, Guard::Recusal];

/// Every lawful move of an opening.
pub const TRANSITIONS: &[Row<Stage, Step>] = &[
    row(None, Step::Ask, Stage::Requested, FREE),
    row(Some(Stage::Requested), Step::Approve, Stage::Opened, SECOND),
    row(Some(Stage::Requested), Step::Deny, Stage::Denied, SECOND),
    row(Some(Stage::Requested), Step::End, Stage::Ended, &[]),
    row(Some(Stage::Opened), Step::Read, Stage::Opened, &[Guard::Order]),
    row(Some(Stage::Opened), Step::End, Stage::Ended, &[]),
    row(Some(Stage::Opened), Step::Expire, Stage::Expired, &[]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::procedure::tests::walk;

    #[test]
    fn every_move_that_is_not_a_row_is_refused_in_order() {
        let steps = [Step::Ask, Step::Approve, Step::Deny, Step::Read, Step::End, Step::Expire];
        walk(TRANSITIONS, &steps);
    }

    #[test]
    fn nothing_is_read_that_two_did_not_open() {
        let reads = TRANSITIONS.iter().filter(|row| row.step == Step::Read);
        assert!(
            reads.clone().count() == 1
                && reads.into_iter().all(|row| row.from == Some(Stage::Opened))
        );
        let mut opens =
            TRANSITIONS.iter().filter(|row| row.to == Stage::Opened && row.step != Step::Read);
        assert!(
            opens.all(|row| row.step == Step::Approve && row.guards.contains(&Guard::Separation))
        );
    }
}
