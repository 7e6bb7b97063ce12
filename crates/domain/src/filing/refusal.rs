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
}

impl FilingRefusal {
    /// The guard that failed.
    pub fn guard(&self) -> Guard {
        match self {
            Self::FiledBefore { .. } | Self::CorrectedSince => Guard::Order,
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
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::FiledBefore { day } | Self::NotBegun { day } => vec![("day", day.to_string())],
            Self::CorrectedSince => vec![],
        }
    }
}

impl From<FilingRefusal> for Refusal {
    fn from(refusal: FilingRefusal) -> Self {
        Self::Filing(refusal)
    }
}
