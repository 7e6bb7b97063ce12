//! What may follow what in a finding.

use super::Stage;
use crate::action::Action;
use crate::procedure::{Row, Stepped, row};
use crate::refusal::Guard;

/// A step of a finding's procedure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// 登记
    Register,
    /// 初筛: to be looked into.
    Pursue,
    /// 初筛: the person is asked in writing (谈话函询).
    Ask,
    /// 回复: their answer is filed.
    Reply,
    /// 初筛: held (暂存); or held on when it is looked at again.
    Hold,
    /// 初筛: put right on the spot.
    PutRight,
    /// 初筛: nothing to look into.
    Close,
    /// 申请延长核实
    Prolong,
    /// 准予延长
    Grant,
    /// 不予延长
    Deny,
    /// 移送: another organ is competent.
    Transfer,
    /// 转办: to the organ above, or to another in its stead.
    HandOver,
    /// 核实
    Verify,
    /// 认定属实
    Uphold,
    /// 认定部分属实
    UpholdPartly,
    /// 认定不实
    FindUnfounded,
}

impl Stepped for Step {
    fn action(self) -> Action {
        match self {
            Self::Register => Action::FindingRegister,
            Self::Pursue | Self::Ask | Self::Hold | Self::PutRight | Self::Close => {
                Action::FindingScreen
            }
            Self::Reply => Action::FindingReply,
            Self::Prolong => Action::FindingProlong,
            Self::Grant | Self::Deny => Action::FindingExtend,
            Self::Transfer => Action::FindingTransfer,
            Self::HandOver => Action::FindingHandOver,
            Self::Verify => Action::FindingVerify,
            Self::Uphold | Self::UpholdPartly | Self::FindUnfounded => Action::FindingAdjudicate,
        }
    }
}

const TAKE: &[Guard] = &[Guard::Recusal, Guard::Past];
const HAND: &[Guard] = &[Guard::Separation, Guard::Recusal, Guard::Past];
const TWO: &[Guard] = &[Guard::TwoVerifiers, Guard::Separation, Guard::Recusal, Guard::Past];
const HEAR: &[Guard] =
    &[Guard::Heard, Guard::Authority, Guard::Separation, Guard::Recusal, Guard::Past];

/// Whoever hands it over may be tied to it, or short of people for that very reason.
const PASS_ON: &[Guard] = &[Guard::Authority, Guard::Past];
const SETTLE: &[Guard] =
    &[Guard::Light, Guard::Heard, Guard::Authority, Guard::Separation, Guard::Recusal, Guard::Past];
const CLEAR: &[Guard] = &[Guard::Light, Guard::Separation, Guard::Recusal, Guard::Past];

/// Every lawful move of a finding.
pub const TRANSITIONS: &[Row<Stage, Step>] = &[
    row(None, Step::Register, Stage::Registered, TAKE),
    row(Some(Stage::Registered), Step::Pursue, Stage::Verifying, HAND),
    row(Some(Stage::Registered), Step::Ask, Stage::Asked, HAND),
    row(Some(Stage::Registered), Step::Hold, Stage::Held, HAND),
    row(Some(Stage::Registered), Step::PutRight, Stage::PutRight, HAND),
    row(Some(Stage::Registered), Step::Close, Stage::Closed, HAND),
    row(Some(Stage::Asked), Step::Reply, Stage::Replied, TAKE),
    row(Some(Stage::Asked), Step::Pursue, Stage::Verifying, HAND),
    row(Some(Stage::Replied), Step::Pursue, Stage::Verifying, HAND),
    row(Some(Stage::Replied), Step::Close, Stage::Closed, HAND),
    row(Some(Stage::Held), Step::Hold, Stage::Held, HAND),
    row(Some(Stage::Held), Step::Pursue, Stage::Verifying, HAND),
    row(Some(Stage::Held), Step::Close, Stage::Closed, HAND),
    row(Some(Stage::Verifying), Step::Prolong, Stage::Verifying, HAND),
    row(Some(Stage::Verifying), Step::Grant, Stage::Verifying, HAND),
    row(Some(Stage::Verifying), Step::Deny, Stage::Verifying, HAND),
    row(Some(Stage::Verifying), Step::Verify, Stage::Verified, TWO),
    row(Some(Stage::Verified), Step::Uphold, Stage::Upheld, HEAR),
    row(Some(Stage::Verified), Step::UpholdPartly, Stage::Partly, HEAR),
    row(Some(Stage::Verified), Step::FindUnfounded, Stage::Unfounded, HAND),
    row(Some(Stage::Registered), Step::Transfer, Stage::Transferred, HAND),
    row(Some(Stage::Asked), Step::Transfer, Stage::Transferred, HAND),
    row(Some(Stage::Replied), Step::Transfer, Stage::Transferred, HAND),
    row(Some(Stage::Held), Step::Transfer, Stage::Transferred, HAND),
    row(Some(Stage::Verifying), Step::Transfer, Stage::Transferred, HAND),
    row(Some(Stage::Verified), Step::Transfer, Stage::Transferred, HAND),
    row(Some(Stage::Registered), Step::Uphold, Stage::Upheld, SETTLE),
    row(Some(Stage::Registered), Step::UpholdPartly, Stage::Partly, SETTLE),
    row(Some(Stage::Registered), Step::FindUnfounded, Stage::Unfounded, CLEAR),
    row(Some(Stage::Registered), Step::HandOver, Stage::Registered, PASS_ON),
    row(Some(Stage::Asked), Step::HandOver, Stage::Asked, PASS_ON),
    row(Some(Stage::Replied), Step::HandOver, Stage::Replied, PASS_ON),
    row(Some(Stage::Held), Step::HandOver, Stage::Held, PASS_ON),
    row(Some(Stage::Verifying), Step::HandOver, Stage::Verifying, PASS_ON),
    row(Some(Stage::Verified), Step::HandOver, Stage::Verified, PASS_ON),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::procedure::tests::walk;

    #[test]
    fn every_move_that_is_not_a_row_is_refused_in_order() {
        let steps = [
            Step::Register,
            Step::Pursue,
            Step::Ask,
            Step::Reply,
            Step::Hold,
            Step::PutRight,
            Step::Close,
            Step::Prolong,
            Step::Grant,
            Step::Deny,
            Step::Transfer,
            Step::HandOver,
            Step::Verify,
            Step::Uphold,
            Step::UpholdPartly,
            Step::FindUnfounded,
        ];
        walk(TRANSITIONS, &steps);
    }

    #[test]
    fn nothing_is_borne_out_unheard_and_nothing_leads_on_from_an_end() {
        for row in TRANSITIONS {
            assert_eq!(row.to.is_borne_out(), row.guards.contains(&Guard::Heard), "{row:?}");
            let ends = [Stage::Upheld, Stage::Partly, Stage::Unfounded];
            let ends =
                [ends.as_slice(), &[Stage::PutRight, Stage::Closed, Stage::Transferred]].concat();
            assert!(row.from.is_none_or(|from| !ends.contains(&from)), "{row:?}");
        }
    }

    #[test]
    fn an_answer_feeds_a_verification_or_ends_it_and_what_is_held_is_never_stuck() {
        let to = |from| {
            let rows = TRANSITIONS.iter().filter(move |row| row.from == Some(from));
            let rows = rows.filter(|row| row.step != Step::HandOver);
            rows.map(|row| row.to).collect::<Vec<_>>()
        };
        let replied = [Stage::Verifying, Stage::Closed, Stage::Transferred];
        assert_eq!(to(Stage::Replied), replied);
        assert_eq!(to(Stage::Held)[0], Stage::Held);
        assert_eq!(to(Stage::Held)[1..], replied);
    }
}
