//! What may follow what in an entry of the red or the black list.

use super::{Outcome, Stage};
use crate::action::Action;
use crate::procedure::{Row, Stepped, row};
use crate::refusal::Guard;

/// A step of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// 推荐: for the red list.
    Nominate,
    /// 提请: for the black list, on a final decision.
    Propose,
    /// 陈述: by whoever a proposal is about.
    State,
    /// 核实: passed.
    Verify,
    /// 核实: not passed.
    Decline,
    /// 公示
    Notice,
    /// 异议
    Object,
    /// 答复异议
    Answer(Outcome),
    /// 撤下: of the office's own accord.
    Remove,
}

impl Stepped for Step {
    fn action(self) -> Action {
        match self {
            Self::Nominate => Action::ListNominate,
            Self::Propose => Action::ListPropose,
            Self::State => Action::ListState,
            Self::Verify | Self::Decline => Action::ListVerify,
            Self::Notice => Action::ListNotice,
            Self::Object => Action::ListObject,
            Self::Answer(_) => Action::ListAnswer,
            Self::Remove => Action::ListRemove,
        }
    }
}

const NOMINATE: &[Guard] = &[Guard::Consent, Guard::Past];
const PROPOSE: &[Guard] = &[Guard::FinalDecision, Guard::Authority, Guard::Recusal, Guard::Past];
const SPEAK: &[Guard] = &[Guard::Past];
const APART: &[Guard] = &[Guard::ThirdPerson, Guard::Separation, Guard::Recusal, Guard::Past];
const HEARD: &[Guard] =
    &[Guard::Heard, Guard::ThirdPerson, Guard::Separation, Guard::Recusal, Guard::Past];
const PUBLISH: &[Guard] = &[
    Guard::FinalDecision,
    Guard::Publication,
    Guard::ThirdPerson,
    Guard::Separation,
    Guard::Recusal,
    Guard::Past,
];

/// Every lawful move of an entry. That it is listed and that it comes down are no moves: the day makes them.
pub const TRANSITIONS: &[Row<Stage, Step>] = &[
    row(None, Step::Nominate, Stage::Nominated, NOMINATE),
    row(None, Step::Propose, Stage::Told, PROPOSE),
    row(Some(Stage::Told), Step::State, Stage::Stated, SPEAK),
    row(Some(Stage::Nominated), Step::Verify, Stage::Verified, APART),
    row(Some(Stage::Nominated), Step::Decline, Stage::Declined, APART),
    row(Some(Stage::Told), Step::Verify, Stage::Verified, HEARD),
    row(Some(Stage::Told), Step::Decline, Stage::Declined, HEARD),
    row(Some(Stage::Stated), Step::Verify, Stage::Verified, HEARD),
    row(Some(Stage::Stated), Step::Decline, Stage::Declined, HEARD),
    row(Some(Stage::Verified), Step::Notice, Stage::Noticed, PUBLISH),
    row(Some(Stage::Noticed), Step::Object, Stage::Contested, SPEAK),
    row(Some(Stage::Contested), Step::Answer(Outcome::Upheld), Stage::Removed, APART),
    row(Some(Stage::Contested), Step::Answer(Outcome::Dismissed), Stage::Noticed, APART),
    row(Some(Stage::Noticed), Step::Remove, Stage::Removed, APART),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::procedure::tests::walk;

    #[test]
    fn every_move_that_is_not_a_row_is_refused_in_order() {
        let steps = [
            Step::Nominate,
            Step::Propose,
            Step::State,
            Step::Verify,
            Step::Decline,
            Step::Notice,
            Step::Object,
            Step::Answer(Outcome::Upheld),
            Step::Answer(Outcome::Dismissed),
            Step::Remove,
        ];
        walk(TRANSITIONS, &steps);
    }

    #[test]
    fn nothing_comes_before_the_public_but_through_verification_and_notice() {
        let shown = |stage| matches!(stage, Stage::Noticed | Stage::Contested);
        for row in TRANSITIONS.iter().filter(|row| shown(row.to)) {
            let is_notice = row.from == Some(Stage::Verified) && row.step == Step::Notice;
            assert!(is_notice || row.from.is_some_and(shown), "{row:?}");
        }
        for row in TRANSITIONS.iter().filter(|row| row.to == Stage::Verified) {
            assert!(row.guards.contains(&Guard::Separation), "{row:?}");
            let is_told = matches!(row.from, Some(Stage::Told | Stage::Stated));
            assert_eq!(row.guards.contains(&Guard::Heard), is_told, "{row:?}");
        }
    }
}
