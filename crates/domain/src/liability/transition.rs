//! What may follow what in a chain of responsibility.

use super::Stage;
use crate::action::Action;
use crate::procedure::{Row, Stepped, row};
use crate::refusal::Guard;

/// A step of a chain's procedure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// 明确: laid for the first time.
    Lay,
    /// 重新明确: laid anew, before anything is decided; what was laid before stands replaced.
    LayAnew,
}

impl Stepped for Step {
    fn action(self) -> Action {
        Action::ChainLay
    }
}

const LAY: &[Guard] = &[Guard::OwnFault, Guard::Separation, Guard::Recusal, Guard::Past];

/// Every lawful move of a chain.
pub const TRANSITIONS: &[Row<Stage, Step>] = &[
    row(None, Step::Lay, Stage::Laid, LAY),
    row(Some(Stage::Laid), Step::LayAnew, Stage::Relaid, LAY),
    row(Some(Stage::Relaid), Step::LayAnew, Stage::Relaid, LAY),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::procedure::tests::walk;

    #[test]
    fn every_move_that_is_not_a_row_is_refused_in_order() {
        walk(TRANSITIONS, &[Step::Lay, Step::LayAnew]);
    }

    #[test]
    fn nobody_is_put_on_a_chain_without_a_fault_of_their_own_or_by_one_who_may_not() {
        for row in TRANSITIONS {
            for guard in [Guard::OwnFault, Guard::Separation, Guard::Recusal] {
                assert!(row.guards.contains(&guard), "{row:?} lacks {guard:?}");
            }
        }
    }
}
