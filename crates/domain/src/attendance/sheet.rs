//! The month of a unit (月考勤表): agreed by whoever answers for the unit, sealed by personnel with a digest. What turns
//! out later is a correction with a number (更正); what was sealed stays as it is, byte for byte.

use super::Figures;
use crate::action::Action;
use crate::id::{PersonId, SheetId, UnitId};
use crate::month::Month;
use crate::procedure::{Row, Stepped, row};
use crate::refusal::Guard;
use crate::spelled;

spelled! {
    /// Where a month stands (月表状态).
    Stage {
        /// 单位已确认
        Agreed = "agreed", "单位已确认";
        /// 已退回: personnel sent it back.
        Returned = "returned", "已退回";
        /// 已封存
        Sealed = "sealed", "已封存";
    }
}

/// A step of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// 单位确认
    Agree,
    /// 退回
    Return,
    /// 封存
    Seal,
    /// 更正
    Correct,
}

impl Stepped for Step {
    fn action(self) -> Action {
        match self {
            Self::Agree => Action::SheetAgree,
            Self::Return => Action::SheetReturn,
            Self::Seal => Action::SheetSeal,
            Self::Correct => Action::SheetCorrect,
        }
    }
}

const TWO: &[Guard] = &[Guard::Separation, Guard::Version];

/// Every lawful move of a month.
pub const TRANSITIONS: &[Row<Stage, Step>] = &[
    row(None, Step::Agree, Stage::Agreed, &[Guard::Past]),
    row(Some(Stage::Agreed), Step::Agree, Stage::Agreed, &[Guard::Past]),
    row(Some(Stage::Returned), Step::Agree, Stage::Agreed, &[Guard::Past]),
    row(Some(Stage::Agreed), Step::Return, Stage::Returned, &[]),
    row(Some(Stage::Agreed), Step::Seal, Stage::Sealed, TWO),
    row(Some(Stage::Sealed), Step::Correct, Stage::Sealed, &[]),
];

/// The month of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Number in the store.
    pub id: SheetId,
    /// The unit.
    pub unit: UnitId,
    /// The month.
    pub month: Month,
    /// Where it stands.
    pub stage: Stage,
    /// SHA-256 of what was agreed or last kept, 64 hex digits.
    pub digest: String,
    /// Who agreed for the unit.
    pub agreed_by: Option<PersonId>,
    /// Why it was sent back; empty otherwise.
    pub returned: String,
    /// How many copies are kept: the sealed one, and each correction.
    pub copies: i64,
    /// Counts every change.
    pub version: i64,
}

/// A copy that is kept: number 0 is what was sealed, the others are corrections.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copy {
    /// Which, from 0.
    pub number: i64,
    /// SHA-256 of the bytes.
    pub digest: String,
    /// Why there is a correction; empty for what was sealed.
    pub because: String,
    /// What its days add up to.
    pub figures: Figures,
    /// The sheet, as CSV.
    pub body: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::procedure::tests::walk;

    #[test]
    fn every_move_that_is_not_a_row_is_refused_in_order() {
        walk(TRANSITIONS, &[Step::Agree, Step::Return, Step::Seal, Step::Correct]);
    }
}
