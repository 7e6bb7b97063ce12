//! Why a step of a finding may not be done.

use crate::refusal::{Guard, Refusal, Worded};
use jiff::civil::Date;

/// Why a step of a finding may not be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FindingRefusal {
    /// The person who was asked may still answer.
    ReplyPending {
        /// The last day of their term.
        due: Date,
    },
    /// More time to verify was asked for once before.
    ProlongedBefore,
    /// More time is asked for when the term is over.
    ProlongedLate {
        /// The last day of the term.
        due: Date,
    },
    /// Nobody asked for more time, or the answer was given.
    NoProlongingAsked,
    /// Somebody was given notice: whether it is borne out is said here first.
    NoticeGiven,
}

impl FindingRefusal {
    /// The guard that failed.
    pub fn guard(&self) -> Guard {
        match self {
            Self::ReplyPending { .. } => Guard::Heard,
            Self::ProlongedLate { .. } => Guard::Past,
            Self::ProlongedBefore | Self::NoProlongingAsked | Self::NoticeGiven => Guard::Order,
        }
    }
}

impl Worded for FindingRefusal {
    fn key(&self) -> &'static str {
        match self {
            Self::ReplyPending { .. } => "refusal-reply-pending",
            Self::ProlongedBefore => "refusal-prolonged-before",
            Self::ProlongedLate { .. } => "refusal-prolonged-late",
            Self::NoProlongingAsked => "refusal-no-prolonging-asked",
            Self::NoticeGiven => "refusal-notice-given",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::ReplyPending { due } | Self::ProlongedLate { due } => {
                vec![("day", due.to_string())]
            }
            Self::ProlongedBefore | Self::NoProlongingAsked | Self::NoticeGiven => vec![],
        }
    }
}

impl From<FindingRefusal> for Refusal {
    fn from(refusal: FindingRefusal) -> Self {
        Self::Finding(refusal)
    }
}
