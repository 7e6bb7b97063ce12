//! What may follow what in the life of a terminal.

use super::Stage;
use crate::action::Action;
use crate::procedure::{Row, Stepped, row};

/// A step of a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// 登记考勤机
    Register,
    /// 启用: from now on what it sends counts; so does one that was refused and looked at again.
    TakeUp,
    /// 不予启用
    Refuse,
    /// 停用: what it sent stays.
    Retire,
}

impl Stepped for Step {
    fn action(self) -> Action {
        match self {
            Self::Register => Action::TerminalRegister,
            Self::TakeUp => Action::TerminalTakeUp,
            Self::Refuse => Action::TerminalRefuse,
            Self::Retire => Action::TerminalRetire,
        }
    }
}

/// Every lawful move of a terminal.
pub const TRANSITIONS: &[Row<Stage, Step>] = &[
    row(None, Step::Register, Stage::Pending, &[]),
    row(Some(Stage::Pending), Step::TakeUp, Stage::InService, &[]),
    row(Some(Stage::Pending), Step::Refuse, Stage::Refused, &[]),
    row(Some(Stage::Refused), Step::TakeUp, Stage::InService, &[]),
    row(Some(Stage::InService), Step::Retire, Stage::Retired, &[]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::procedure::tests::walk;

    #[test]
    fn every_move_that_is_not_a_row_is_refused_in_order() {
        walk(TRANSITIONS, &[Step::Register, Step::TakeUp, Step::Refuse, Step::Retire]);
    }
}
