//! Filings (填报): what was filled in, done or excused for one item of a scheme in force: the answer to a question, an entry
//! of a register, a note of a meeting held. None is ever changed: a correction is a filing of its own.

mod refusal;

pub use refusal::FilingRefusal;

use crate::id::{AdoptionId, FilingId, PersonId, UnitId};
use crate::spelled;
use jiff::civil::Date;

spelled! {
    /// What a filing says (填报类别).
    FilingKind {
        /// 填报: the form, filled in.
        Filled = "filled", "填报";
        /// 零报告: there was nothing.
        Nothing = "nothing", "零报告";
        /// 免报: somebody says why nothing is owed.
        Excused = "excused", "免报";
        /// 请说明: somebody who deals with a prompt asks about it; what is asked for is an item of its own.
        Asked = "asked", "请说明";
    }
}

/// The most characters of a field.
pub const FIELD_MOST: usize = 1_000;
/// The most characters of why nothing is owed, or why a filing is corrected.
pub const REASON_MOST: usize = 300;

/// A field as it was filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FiledField {
    /// What it is called in the scheme.
    pub title: String,
    /// What was filled in.
    pub value: String,
}

/// A filing as the store keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filing {
    /// Number in the store.
    pub id: FilingId,
    /// The version of the scheme it was made under.
    pub adoption: AdoptionId,
    /// The element, by its title.
    pub element: String,
    /// The first day of the cycle it is of; for an entry of a register the day it is of.
    pub cycle: Date,
    /// The unit it is of.
    pub unit: UnitId,
    /// What it says.
    pub kind: FilingKind,
    /// The fields, in the order of the scheme.
    pub fields: Vec<FiledField>,
    /// Why nothing is owed, or why it corrects another; empty otherwise.
    pub reason: String,
    /// The filing it corrects.
    pub corrects: Option<FilingId>,
    /// The filing it answers: an entry of a register, or what was asked about a prompt.
    pub answers: Option<FilingId>,
    /// Whom it asks, where it asks one person and not the unit.
    pub asked: Option<PersonId>,
    /// Who filed it.
    pub by: PersonId,
    /// Filed on.
    pub filed_on: Date,
}

spelled! {
    /// Where an item stands (事项状态).
    ItemState {
        /// 待填报: owed, and its day has not passed.
        Waiting = "waiting", "待填报";
        /// 逾期: owed, and its day has passed.
        Late = "late", "逾期";
        /// 已填报
        Filed = "filed", "已填报";
        /// 逾期填报: after its day.
        FiledLate = "filed_late", "逾期填报";
        /// 免报
        Excused = "excused", "免报";
    }
}

impl ItemState {
    /// Where an item stands on a day, by when it is due and what was filed first.
    pub fn of(due: Option<Date>, filed: Option<(FilingKind, Date)>, today: Date) -> Self {
        let is_after = |day: Date| due.is_some_and(|due| day > due);
        match filed {
            Some((FilingKind::Excused, _)) => Self::Excused,
            Some((_, day)) if is_after(day) => Self::FiledLate,
            Some(_) => Self::Filed,
            None if is_after(today) => Self::Late,
            None => Self::Waiting,
        }
    }

    /// Whether something is still owed.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Waiting | Self::Late)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn an_item_is_late_after_its_day_and_stays_so_when_it_is_filed_then() {
        let due = Some(date(2015, 7, 20));
        let on = |day| date(2015, 7, day);
        let filled = |day| Some((FilingKind::Filled, on(day)));
        assert_eq!(ItemState::of(due, None, on(20)), ItemState::Waiting);
        assert_eq!(ItemState::of(due, None, on(21)), ItemState::Late);
        assert_eq!(ItemState::of(due, filled(20), on(30)), ItemState::Filed);
        assert_eq!(ItemState::of(due, filled(21), on(30)), ItemState::FiledLate);
        let excused = Some((FilingKind::Excused, on(25)));
        assert_eq!(ItemState::of(due, excused, on(30)), ItemState::Excused);
        assert_eq!(ItemState::of(None, None, on(30)), ItemState::Waiting);
    }
}
