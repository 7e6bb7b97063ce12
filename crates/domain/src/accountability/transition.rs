//! What may follow what in an accountability.

use super::Stage;
use crate::action::Action;
use crate::procedure::{self, Row, Stepped, row};
use crate::refusal::Guard;

/// A step of an accountability's procedure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// 告知: facts, ground and proposed measure.
    Notify,
    /// 陈述: the subject's own words, written or taken down.
    Answer,
    /// 录入陈述: the same, from its paper twin.
    Record,
    /// 放弃陈述
    Waive,
    /// 转办: to the organ above, or to another in its stead.
    HandOver,
    /// 议定
    Decide,
    /// 不予追究
    Drop,
    /// 送达
    Serve,
    /// 澄清: what was unfounded is said to be so to whoever was given notice of it.
    Clear,
}

impl Stepped for Step {
    fn action(self) -> Action {
        match self {
            Self::Notify => Action::NoticeGive,
            Self::Answer => Action::StatementGive,
            Self::Record | Self::Waive => Action::StatementRecord,
            Self::HandOver => Action::AccountabilityHandOver,
            Self::Decide | Self::Drop => Action::MeasureDecide,
            Self::Serve => Action::DecisionServe,
            Self::Clear => Action::NameClear,
        }
    }
}

const NOTIFY: &[Guard] = &[Guard::Authority, Guard::Separation, Guard::Recusal, Guard::Past];
const SAY: &[Guard] = &[Guard::Past];
const HEAR: &[Guard] = &[Guard::Heard, Guard::Recusal, Guard::Past];
const DECIDE: &[Guard] = &[
    Guard::Panel,
    Guard::Heard,
    Guard::Authority,
    Guard::NoHeavier,
    Guard::Separation,
    Guard::Recusal,
    Guard::Past,
];
const DROP: &[Guard] = &[Guard::Panel, Guard::Separation, Guard::Recusal, Guard::Past];
const CLEAR: &[Guard] = &[Guard::Separation, Guard::Recusal, Guard::Past];
const SERVE: &[Guard] = &[Guard::Remedy, Guard::Separation, Guard::Recusal, Guard::Past];

/// Whoever hands it over may be tied to it, or short of people for that very reason.
const PASS_ON: &[Guard] = &[Guard::Authority, Guard::Past];

/// Every lawful move of an accountability.
pub const TRANSITIONS: &[Row<Stage, Step>] = &[
    row(None, Step::Notify, Stage::Noticed, NOTIFY),
    row(Some(Stage::Noticed), Step::Answer, Stage::Answered, SAY),
    row(Some(Stage::Noticed), Step::Record, Stage::Answered, HEAR),
    row(Some(Stage::Noticed), Step::Waive, Stage::Waived, HEAR),
    row(Some(Stage::Noticed), Step::HandOver, Stage::Noticed, PASS_ON),
    row(Some(Stage::Answered), Step::HandOver, Stage::Answered, PASS_ON),
    row(Some(Stage::Waived), Step::HandOver, Stage::Waived, PASS_ON),
    row(Some(Stage::Noticed), Step::Decide, Stage::Decided, DECIDE),
    row(Some(Stage::Answered), Step::Decide, Stage::Decided, DECIDE),
    row(Some(Stage::Waived), Step::Decide, Stage::Decided, DECIDE),
    row(Some(Stage::Noticed), Step::Drop, Stage::Dropped, DROP),
    row(Some(Stage::Answered), Step::Drop, Stage::Dropped, DROP),
    row(Some(Stage::Waived), Step::Drop, Stage::Dropped, DROP),
    row(Some(Stage::Decided), Step::Serve, Stage::Served, SERVE),
    row(Some(Stage::Noticed), Step::Clear, Stage::Cleared, CLEAR),
    row(Some(Stage::Answered), Step::Clear, Stage::Cleared, CLEAR),
    row(Some(Stage::Waived), Step::Clear, Stage::Cleared, CLEAR),
    row(Some(Stage::Dropped), Step::Clear, Stage::Cleared, CLEAR),
];

/// The stages in work (在办). Who was let off of what is unfounded may still be cleared of it; that is no
/// accountability in work.
pub fn in_work() -> Vec<Stage> {
    procedure::open_by(TRANSITIONS, |step| step != Step::Clear)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::procedure::tests::walk;

    #[test]
    fn every_move_that_is_not_a_row_is_refused_in_order() {
        let steps = [
            Step::Notify,
            Step::Answer,
            Step::Record,
            Step::Waive,
            Step::HandOver,
            Step::Decide,
            Step::Drop,
            Step::Serve,
            Step::Clear,
        ];
        walk(TRANSITIONS, &steps);
    }

    #[test]
    fn every_way_to_a_decision_is_heard_within_authority_and_by_other_hands() {
        for row in TRANSITIONS.iter().filter(|row| row.to == Stage::Decided) {
            for guard in [Guard::Heard, Guard::Authority, Guard::Separation, Guard::NoHeavier] {
                assert!(row.guards.contains(&guard), "{row:?} lacks {guard:?}");
            }
        }
        for end in [Stage::Served, Stage::Cleared] {
            assert!(TRANSITIONS.iter().all(|row| row.from != Some(end)));
        }
        let after = TRANSITIONS.iter().filter(|row| row.from == Some(Stage::Dropped));
        assert!(after.map(|row| row.step).eq([Step::Clear]), "nothing follows but to be cleared");
    }
}
