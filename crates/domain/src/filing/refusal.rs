//! Why something may not be filed.

use crate::refusal::{Guard, Refusal, Worded};
use jiff::civil::Date;

/// Why a filing may not be made (填报守则).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FilingRefusal {
    /// It is filed already: what comes later corrects it.
    FiledBefore {
        /// On which day.
        day: Date,
    },
    /// Its cycle has not begun.
    NotBegun {
        /// The first day.
        day: Date,
    },
    /// It was corrected since.
    CorrectedSince,
    /// Whoever wrote the entry would deal with it.
    OwnEntry {
        /// Their name.
        person: String,
    },
    /// It was asked about before.
    AskedBefore {
        /// On which day.
        day: Date,
    },
    /// It is asked of one person, who answers it.
    AsksAnother {
        /// Their name.
        person: String,
    },
}

impl FilingRefusal {
    /// The guard that failed.
    pub fn guard(&self) -> Guard {
        match self {
            Self::FiledBefore { .. } | Self::CorrectedSince | Self::AskedBefore { .. } => {
                Guard::Order
            }
            Self::OwnEntry { .. } => Guard::Separation,
            Self::AsksAnother { .. } => Guard::Authority,
            Self::NotBegun { .. } => Guard::Past,
        }
    }
}

impl Worded for FilingRefusal {
    fn key(&self) -> &'static str {
        match self {
            Self::FiledBefore { .. } => "refusal-filing-filed-before",
            Self::NotBegun { .. } => "refusal-filing-not-begun",
            Self::CorrectedSince => "refusal-filing-corrected-since",
            Self::OwnEntry { .. } => "refusal-filing-own-entry",
            Self::AskedBefore { .. } => "refusal-filing-asked-before",
            Self::AsksAnother { .. } => "refusal-filing-asks-another",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::FiledBefore { day } | Self::NotBegun { day } | Self::AskedBefore { day } => {
                vec![("day", day.to_string())]
            }
            Self::OwnEntry { person } | Self::AsksAnother { person } => {
                vec![("person", person.clone())]
            }
            Self::CorrectedSince => vec![],
        }
    }
}

impl From<FilingRefusal> for Refusal {
    fn from(refusal: FilingRefusal) -> Self {
        Self::Filing(refusal)
    }
}
