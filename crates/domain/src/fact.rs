//! A table of facts (事实表): what a source says of a stretch of days, as schemes read it.

use crate::id::PersonId;

/// What a field of a row says; `None` in a row where nothing is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fact {
    /// A whole number.
    Count(u64),
}

/// A row about somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactRow {
    /// Whom it is about.
    pub person: PersonId,
    /// Their work number.
    pub number: String,
    /// What is said, in the order of the columns.
    pub facts: Vec<Option<Fact>>,
}

/// What a source says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactTable {
    /// The English names of the fields.
    pub columns: Vec<&'static str>,
    /// The rows, by work number.
    pub rows: Vec<FactRow>,
}
