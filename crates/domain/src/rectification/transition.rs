//! What may follow what in a rectification.

use super::Stage;
use crate::action::Action;
use crate::procedure::{Row, Stepped, row};
use crate::refusal::Guard;

/// A step of a rectification's procedure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// 下达: it follows from a finding.
    Order,
    /// 督办承诺: it follows from a promise.
    TakeUp,
    /// 方案: how the unit puts it right.
    Plan,
    /// 申请延期
    Ask,
    /// 准予延期
    Grant,
    /// 不予延期
    Deny,
    /// 申请销号
    Claim,
    /// 销号
    Close,
    /// 退回
    Return,
    /// 升级
    Escalate,
    /// 回访: it lasts.
    Sustain,
    /// 回访: it does not.
    Reopen,
}

impl Stepped for Step {
    fn action(self) -> Action {
        match self {
            Self::Order => Action::RectificationOrder,
            Self::TakeUp => Action::RectificationTakeUp,
            Self::Plan | Self::Ask => Action::RectificationPlan,
            Self::Grant | Self::Deny => Action::RectificationExtend,
            Self::Claim => Action::RectificationClaim,
            Self::Close | Self::Return | Self::Escalate => Action::RectificationCheck,
            Self::Sustain | Self::Reopen => Action::RectificationRevisit,
        }
    }
}

impl Step {
    /// Whether it is the unit's, not the organ's.
    pub fn is_units(self) -> bool {
        matches!(self, Self::Plan | Self::Ask | Self::Claim)
    }
}

const TAKE: &[Guard] = &[Guard::Recusal, Guard::Past];
const UNIT: &[Guard] = &[Guard::ForUnit, Guard::Separation, Guard::Past];
const HAND: &[Guard] = &[Guard::Separation, Guard::Recusal, Guard::Past];
const THIRD: &[Guard] = &[Guard::ThirdPerson, Guard::Separation, Guard::Recusal, Guard::Past];

/// Every lawful move of a rectification.
pub const TRANSITIONS: &[Row<Stage, Step>] = &[
    row(None, Step::Order, Stage::Ordered, TAKE),
    row(None, Step::TakeUp, Stage::Ordered, TAKE),
    row(Some(Stage::Ordered), Step::Plan, Stage::Planned, UNIT),
    row(Some(Stage::Reopened), Step::Plan, Stage::Planned, UNIT),
    row(Some(Stage::Planned), Step::Ask, Stage::Planned, UNIT),
    row(Some(Stage::Planned), Step::Grant, Stage::Planned, HAND),
    row(Some(Stage::Planned), Step::Deny, Stage::Planned, HAND),
    row(Some(Stage::Planned), Step::Claim, Stage::Claimed, UNIT),
    row(Some(Stage::Returned), Step::Claim, Stage::Claimed, UNIT),
    row(Some(Stage::Escalated), Step::Claim, Stage::Claimed, UNIT),
    row(Some(Stage::Claimed), Step::Close, Stage::Closed, THIRD),
    row(Some(Stage::Claimed), Step::Return, Stage::Returned, THIRD),
    row(Some(Stage::Claimed), Step::Escalate, Stage::Escalated, THIRD),
    row(Some(Stage::Closed), Step::Sustain, Stage::Lasting, THIRD),
    row(Some(Stage::Closed), Step::Reopen, Stage::Reopened, THIRD),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::procedure::tests::walk;
    use crate::spelled::Spelled;

    #[test]
    fn every_move_that_is_not_a_row_is_refused_in_order() {
        let steps = [
            Step::Order,
            Step::TakeUp,
            Step::Plan,
            Step::Ask,
            Step::Grant,
            Step::Deny,
            Step::Claim,
            Step::Close,
            Step::Return,
            Step::Escalate,
            Step::Sustain,
            Step::Reopen,
        ];
        walk(TRANSITIONS, &steps);
    }

    #[test]
    fn whoever_judges_what_was_done_is_a_third_person_and_took_no_part() {
        let judged = |row: &&Row<Stage, Step>| {
            matches!(row.from, Some(Stage::Claimed | Stage::Closed)) || row.to.is_done()
        };
        for row in TRANSITIONS.iter().filter(judged) {
            assert!(row.guards.contains(&Guard::ThirdPerson), "{row:?}");
            assert!(row.guards.contains(&Guard::Separation), "{row:?}");
            assert!(!row.step.is_units(), "{row:?}");
        }
    }

    #[test]
    fn nobody_tied_to_the_unit_does_what_is_the_organs() {
        for row in TRANSITIONS.iter().filter(|row| !row.step.is_units()) {
            assert!(row.guards.contains(&Guard::Recusal), "{row:?}");
        }
    }

    #[test]
    fn from_every_stage_a_way_leads_to_the_end() {
        let mut ends = vec![Stage::Lasting];
        for _ in Stage::ALL {
            for row in TRANSITIONS {
                if let Some(from) =
                    row.from.filter(|from| ends.contains(&row.to) && !ends.contains(from))
                {
                    ends.push(from);
                }
            }
        }
        assert_eq!(ends.len(), Stage::ALL.len());
    }
}
