//! Why a scheme may not be put into force, or ended.

use crate::refusal::{Guard, Refusal, Worded};
use jiff::civil::Date;

/// Why a step of an adoption may not be done (机制施行守则).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AdoptionRefusal {
    /// The text has errors.
    AtFault {
        /// How many.
        count: usize,
        /// The line of the first.
        line: usize,
    },
    /// The text is of another scheme than the draft.
    OtherScheme {
        /// The code of the draft.
        code: String,
    },
    /// A day is past.
    DayPast {
        /// Which.
        day: Date,
    },
    /// A later version begins already.
    LaterBegins {
        /// On which day.
        day: Date,
    },
    /// It would end before it begins.
    NotBegun {
        /// Its first day.
        day: Date,
    },
}

impl AdoptionRefusal {
    /// The guard that failed.
    pub fn guard(&self) -> Guard {
        match self {
            Self::AtFault { .. } | Self::OtherScheme { .. } => Guard::Order,
            Self::DayPast { .. } | Self::LaterBegins { .. } | Self::NotBegun { .. } => Guard::Past,
        }
    }
}

impl Worded for AdoptionRefusal {
    fn key(&self) -> &'static str {
        match self {
            Self::AtFault { .. } => "refusal-adoption-at-fault",
            Self::OtherScheme { .. } => "refusal-adoption-other-scheme",
            Self::DayPast { .. } => "refusal-adoption-day-past",
            Self::LaterBegins { .. } => "refusal-adoption-later-begins",
            Self::NotBegun { .. } => "refusal-adoption-not-begun",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::AtFault { count, line } => {
                vec![("count", count.to_string()), ("line", line.to_string())]
            }
            Self::OtherScheme { code } => vec![("code", code.clone())],
            Self::DayPast { day } | Self::LaterBegins { day } | Self::NotBegun { day } => {
                vec![("day", day.to_string())]
            }
        }
    }
}

impl From<AdoptionRefusal> for Refusal {
    fn from(refusal: AdoptionRefusal) -> Self {
        Self::Adoption(refusal)
    }
}
