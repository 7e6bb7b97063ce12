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
    /// 初筛: put right on the spot.
    PutRight,
    /// 初筛: nothing to look into.
    Close,
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
            Self::Pursue | Self::PutRight | Self::Close => Action::FindingScreen,
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

/// Every lawful move of a finding.
pub const TRANSITIONS: &[Row<Stage, Step>] = &[
    row(None, Step::Register, Stage::Registered, TAKE),
    row(Some(Stage::Registered), Step::Pursue, Stage::Verifying, HAND),
    row(Some(Stage::Registered), Step::PutRight, Stage::PutRight, HAND),
    row(Some(Stage::Registered), Step::Close, Stage::Closed, HAND),
    row(Some(Stage::Verifying), Step::Verify, Stage::Verified, TWO),
    row(Some(Stage::Verified), Step::Uphold, Stage::Upheld, HEAR),
    row(Some(Stage::Verified), Step::UpholdPartly, Stage::Partly, HEAR),
    row(Some(Stage::Verified), Step::FindUnfounded, Stage::Unfounded, HAND),
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
            Step::PutRight,
            Step::Close,
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
            let ends = [ends.as_slice(), &[Stage::PutRight, Stage::Closed]].concat();
            assert!(row.from.is_none_or(|from| !ends.contains(&from)), "{row:?}");
        }
    }
}
