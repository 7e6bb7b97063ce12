//! What may follow what in a review.

use super::Stage;
use crate::action::Action;
use crate::procedure::{Row, Stepped, row};
use crate::refusal::Guard;

/// A step of a review's procedure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// 申请: by the subject, at the screen.
    Ask,
    /// 录入申请: the same, from its paper twin.
    Record,
    /// 依职权启动: by the organ itself.
    Open,
    /// 受理
    Accept,
    /// 不予受理
    Refuse,
    /// 撤回申请
    Withdraw,
    /// 复核议定
    Decide,
    /// 送达复核决定
    Serve,
    /// 转办复核
    HandOver,
}

impl Stepped for Step {
    fn action(self) -> Action {
        match self {
            Self::Ask => Action::ReviewAsk,
            Self::Record => Action::ReviewRecord,
            Self::Open => Action::ReviewOpen,
            Self::Accept | Self::Refuse => Action::ReviewIntake,
            Self::Withdraw => Action::ReviewWithdraw,
            Self::Decide => Action::ReviewDecide,
            Self::Serve => Action::ReviewServe,
            Self::HandOver => Action::ReviewHandOver,
        }
    }
}

const ASK: &[Guard] = &[Guard::Remedy, Guard::Past];
const TAKE: &[Guard] = &[Guard::Separation, Guard::Recusal, Guard::Past];
const REFUSE: &[Guard] = &[Guard::Remedy, Guard::Separation, Guard::Recusal, Guard::Past];
const FREE: &[Guard] = &[Guard::Past];
/// No separation: that those it has are tied to the matter is the usual reason.
const PASS_ON: &[Guard] = &[Guard::Authority, Guard::Past];
const DECIDE: &[Guard] = &[
    Guard::Panel,
    Guard::Authority,
    Guard::NoHeavier,
    Guard::Separation,
    Guard::Recusal,
    Guard::Past,
];

/// Every lawful move of a review.
pub const TRANSITIONS: &[Row<Stage, Step>] = &[
    row(None, Step::Ask, Stage::Lodged, ASK),
    row(None, Step::Record, Stage::Lodged, ASK),
    row(None, Step::Open, Stage::Accepted, TAKE),
    row(Some(Stage::Lodged), Step::Accept, Stage::Accepted, TAKE),
    row(Some(Stage::Lodged), Step::Refuse, Stage::Refused, REFUSE),
    row(Some(Stage::Lodged), Step::Withdraw, Stage::Withdrawn, FREE),
    row(Some(Stage::Accepted), Step::Withdraw, Stage::Withdrawn, FREE),
    row(Some(Stage::Accepted), Step::Decide, Stage::Decided, DECIDE),
    row(Some(Stage::Decided), Step::Serve, Stage::Served, REFUSE),
    row(Some(Stage::Lodged), Step::HandOver, Stage::Lodged, PASS_ON),
    row(Some(Stage::Accepted), Step::HandOver, Stage::Accepted, PASS_ON),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::procedure::tests::walk;

    #[test]
    fn every_move_that_is_not_a_row_is_refused_in_order() {
        let steps = [
            Step::Ask,
            Step::Record,
            Step::Open,
            Step::Accept,
            Step::Refuse,
            Step::Withdraw,
            Step::Decide,
            Step::Serve,
            Step::HandOver,
        ];
        walk(TRANSITIONS, &steps);
    }

    #[test]
    fn a_review_is_decided_by_a_new_panel_and_never_for_the_worse() {
        for row in TRANSITIONS.iter().filter(|row| row.to == Stage::Decided) {
            for guard in [Guard::Panel, Guard::Authority, Guard::Separation, Guard::NoHeavier] {
                assert!(row.guards.contains(&guard), "{row:?} lacks {guard:?}");
            }
        }
    }

    #[test]
    fn every_open_stage_leads_to_an_end_and_every_end_is_one() {
        for stage in [Stage::Lodged, Stage::Accepted, Stage::Decided] {
            assert!(TRANSITIONS.iter().any(|row| row.from == Some(stage) && row.to != stage));
        }
        for end in [Stage::Served, Stage::Refused, Stage::Withdrawn] {
            assert!(TRANSITIONS.iter().all(|row| row.from != Some(end)), "{end:?}");
        }
    }
}
