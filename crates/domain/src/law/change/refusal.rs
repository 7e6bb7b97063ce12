//! Why the county cannot change a term so.

use crate::refusal::{Guard, Refusal, Worded};
use crate::term::Length;
use jiff::civil::Date;

/// Why a change of the county's law is not made (县里不能这样定).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChangeRefusal {
    /// The law sets the term.
    SetByLaw {
        /// Its Chinese and its English name.
        name: (String, String),
        /// Where it stands in the law.
        source: String,
    },
    /// Shorter or longer than the county may set it, or counted otherwise.
    OutOfBounds {
        /// Its Chinese and its English name.
        name: (String, String),
        /// The shortest.
        least: Length,
        /// The longest.
        most: Length,
    },
    /// Its first day is today or before.
    NotToCome {
        /// The first day.
        from: Date,
        /// Today.
        today: Date,
    },
    /// The county confirmed another length of the same term for the same day.
    SetForThatDay {
        /// The first day.
        from: Date,
        /// The paper of the other.
        source: String,
    },
}

impl ChangeRefusal {
    /// The guard that failed.
    pub fn guard(&self) -> Guard {
        match self {
            Self::SetByLaw { .. } | Self::OutOfBounds { .. } => Guard::Authority,
            Self::NotToCome { .. } | Self::SetForThatDay { .. } => Guard::ToCome,
        }
    }
}

impl Worded for ChangeRefusal {
    fn key(&self) -> &'static str {
        match self {
            Self::SetByLaw { .. } => "refusal-law-set-by-law",
            Self::OutOfBounds { .. } => "refusal-law-out-of-bounds",
            Self::NotToCome { .. } => "refusal-law-not-to-come",
            Self::SetForThatDay { .. } => "refusal-law-set-for-that-day",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        let named = |(zh, en): &(String, String)| vec![("zh", zh.clone()), ("en", en.clone())];
        match self {
            Self::SetByLaw { name, source } => {
                let mut args = named(name);
                args.push(("source", source.clone()));
                args
            }
            Self::OutOfBounds { name, least, most } => {
                let mut args = named(name);
                args.extend([("shortest", least.to_string()), ("longest", most.to_string())]);
                args
            }
            Self::NotToCome { from, today } => {
                vec![("from", from.to_string()), ("today", today.to_string())]
            }
            Self::SetForThatDay { from, source } => {
                vec![("from", from.to_string()), ("source", source.clone())]
            }
        }
    }
}

impl From<ChangeRefusal> for Refusal {
    fn from(refusal: ChangeRefusal) -> Self {
        Self::LawChange(refusal)
    }
}
