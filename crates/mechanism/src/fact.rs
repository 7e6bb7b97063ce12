//! Facts (事实): what schemes and prompts may ask about. Each source says what a row of it is about, which fields a row has, both
//! by either name, and whether the county's records fill it yet. A field that only schemes of one county know is none.
//!
//! What no source has, on purpose: who found something, so that nobody is held to a number of findings; where somebody is,
//! whom they know, what they spend, how long they are on line; what came to nothing; what somebody was not heard about.

mod attendance;
mod bulletin;
mod campaign;
mod field;
mod finding;
mod later;
mod list_entry;
mod meeting;
mod rectification;
mod request;
mod staff;
mod ticket;
mod visit;
mod words;

pub use attendance::AttendanceField;
pub use campaign::ReportField;
pub use field::{Field, Words};
pub use list_entry::ListField;
pub use qz_domain::fact::FactKind as Kind;
pub use words::{Fold, Grain, Measure, Per};

use crate::language::Names;

/// A source of facts (事实来源).
#[derive(Debug, Clone, Copy)]
pub struct Source {
    /// Its names.
    pub names: Names<'static>,
    /// What a row is about.
    pub grain: Grain,
    /// By which subjects rows may be put together.
    pub per: &'static [Per],
    /// By which day a row falls in a period.
    pub placed: Names<'static>,
    /// The fields of a row, in their order.
    pub fields: &'static [Field],
    /// Whether records fill it.
    pub feeding: Feeding,
    /// Whether a row of a period that is over says what is known when it is asked, and not what was known then.
    pub is_of_now: bool,
}

/// Whether records fill a source (数据接入).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feeding {
    /// They do.
    Fed(Fed),
    /// They do not yet: what has to be there first.
    Later(Names<'static>),
}

/// The sources that records fill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fed {
    /// What days of attendance came to.
    Attendance,
    /// Who holds which post.
    Staff,
    /// Visits.
    Visits,
    /// What is borne out.
    Findings,
    /// Decisions that stand.
    Decisions,
    /// What units put right.
    Rectifications,
    /// Bulletins.
    Bulletins,
    /// Meetings.
    Meetings,
    /// Requests of attendance.
    Requests,
    /// What anybody told the county.
    Tickets,
    /// The red and the black list.
    Lists,
    /// What units answer for in campaigns.
    Duties,
    /// Monthly reports.
    Reports,
}

/// Every source there is; those that records fill come first.
pub const SOURCES: &[Source] = &[
    attendance::ATTENDANCE,
    staff::STAFF,
    visit::VISITS,
    finding::FINDINGS,
    finding::DECISIONS,
    rectification::RECTIFICATIONS,
    bulletin::BULLETINS,
    meeting::MEETINGS,
    request::REQUESTS,
    ticket::TICKETS,
    list_entry::LISTS,
    campaign::DUTIES,
    campaign::REPORTS,
    later::TASKS,
    later::RATINGS,
    later::LETTERS,
    later::REGISTERS,
    later::POOLS,
    later::ALERTS,
    later::PROJECTS,
    later::BUDGETS,
];

/// The source of a name in either language.
pub fn source(name: &str) -> Option<&'static Source> {
    SOURCES.iter().find(|source| source.names.has(name))
}

impl Source {
    /// The place of the field of a name in either language.
    pub fn field(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.names.has(name))
    }

    /// Whether records fill it.
    pub fn is_fed(&self) -> bool {
        matches!(self.feeding, Feeding::Fed(_))
    }
}

#[cfg(test)]
mod tests;
