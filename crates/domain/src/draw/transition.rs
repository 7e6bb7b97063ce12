//! What may follow what in a draw.

use super::Stage;
use crate::action::Action;
use crate::procedure::{Row, Stepped, row};
use crate::refusal::Guard;

/// A step of a draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// 公布承诺: the terms are settled and bound.
    Announce,
    /// 录入抽签词, by one party and then by another.
    Enter,
    /// 抽取
    Make,
    /// 取消
    CallOff,
}

impl Stepped for Step {
    fn action(self) -> Action {
        match self {
            Self::Announce => Action::DrawAnnounce,
            Self::Enter => Action::DrawEnter,
            Self::Make => Action::DrawMake,
            Self::CallOff => Action::DrawCallOff,
        }
    }
}

const FREE: &[Guard] = &[];
const PARTY: &[Guard] = &[Guard::Separation];

/// Every lawful move of a draw. What is drawn stays drawn.
pub const TRANSITIONS: &[Row<Stage, Step>] = &[
    row(None, Step::Announce, Stage::Announced, FREE),
    row(Some(Stage::Announced), Step::Enter, Stage::EnteredOnce, PARTY),
    row(Some(Stage::EnteredOnce), Step::Enter, Stage::Entered, PARTY),
    row(Some(Stage::Entered), Step::Make, Stage::Drawn, FREE),
    row(Some(Stage::Announced), Step::CallOff, Stage::CalledOff, FREE),
    row(Some(Stage::EnteredOnce), Step::CallOff, Stage::CalledOff, FREE),
    row(Some(Stage::Entered), Step::CallOff, Stage::CalledOff, FREE),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::procedure::tests::walk;

    #[test]
    fn every_move_that_is_not_a_row_is_refused_in_order() {
        walk(TRANSITIONS, &[Step::Announce, Step::Enter, Step::Make, Step::CallOff]);
    }

    #[test]
    fn what_is_drawn_or_called_off_stays_so() {
        let last = [Some(Stage::Drawn), Some(Stage::CalledOff)];
        assert!(TRANSITIONS.iter().all(|row| !last.contains(&row.from)));
    }
}
