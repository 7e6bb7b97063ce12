//! What may follow what in a monthly report.

use super::Stage;
use crate::action::Action;
use crate::procedure::{Row, Stepped, row};
use crate::refusal::Guard;

/// A step of a report's procedure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// 确认上报: for the first time, or again.
    Confirm,
    /// 退回: something is missing.
    Return,
}

impl Stepped for Step {
    fn action(self) -> Action {
        match self {
            Self::Confirm => Action::MonthlyReportConfirm,
            Self::Return => Action::MonthlyReportReturn,
        }
    }
}

const HAND: &[Guard] = &[Guard::Separation, Guard::Past];

/// Every lawful move of a report. What was confirmed may be confirmed again: what became known since
/// makes another version.
pub const TRANSITIONS: &[Row<Stage, Step>] = &[
    row(None, Step::Confirm, Stage::Confirmed, HAND),
    row(Some(Stage::Confirmed), Step::Confirm, Stage::Confirmed, HAND),
    row(Some(Stage::Returned), Step::Confirm, Stage::Confirmed, HAND),
    row(Some(Stage::Confirmed), Step::Return, Stage::Returned, HAND),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::procedure::tests::walk;

    #[test]
    fn every_move_that_is_not_a_row_is_refused_in_order() {
        walk(TRANSITIONS, &[Step::Confirm, Step::Return]);
    }
}
