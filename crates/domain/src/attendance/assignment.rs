//! Which rule binds whom (考勤适用): a unit with those below it, or one person, from a day on. Where nothing is said,
//! nobody is judged.

use crate::id::{AssignmentId, PersonId, UnitId};
use jiff::civil::Date;

/// The most characters of a reason or of a document's number.
pub const LINE_MOST: usize = 120;

/// A rule that binds a unit, or one person, for a span of days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// Number in the store.
    pub id: AssignmentId,
    /// The unit; of one person the unit they were in when it was said.
    pub unit: UnitId,
    /// The person, where it binds one alone: part-time, second-line, exempt.
    pub person: Option<PersonId>,
    /// The rule.
    pub code: String,
    /// First day.
    pub since: Date,
    /// Last day; `None` while it lasts.
    pub until: Option<Date>,
    /// Why; published where somebody is exempt.
    pub reason: String,
    /// The document that says so; may be empty.
    pub document: String,
}

impl Assignment {
    /// Whether it binds on a day; both ends count.
    pub fn holds_on(&self, day: Date) -> bool {
        self.since <= day && self.until.is_none_or(|until| day <= until)
    }

    /// Whether both bind the same unit or person on some day.
    pub fn meets(&self, other: &Self) -> bool {
        let same = match (self.person, other.person) {
            (Some(one), Some(other)) => one == other,
            (None, None) => self.unit == other.unit,
            _ => false,
        };
        same && self.until.is_none_or(|until| other.since <= until)
            && other.until.is_none_or(|until| self.since <= until)
    }
}

/// A version of a rule that the county adopted (考勤规则版本): one rule of the language, in force from its day on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdoptedRule {
    /// Number in the store.
    pub id: crate::id::RuleId,
    /// What assignments name.
    pub code: String,
    /// The first day it binds.
    pub since: Date,
    /// The rule, in the language of schemes.
    pub body: String,
    /// The document that says so; may be empty.
    pub document: String,
}
