//! Why a step of a review may not be done.

use crate::refusal::{Guard, Refusal, Worded};
use jiff::civil::Date;

/// Why a step of a review may not be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReviewRefusal {
    /// The decision is not served, so that no term runs.
    NotServed,
    /// Another review of the decision is not ended.
    Open,
    /// A review was asked for before; the next way is another.
    AskedBefore,
    /// The decision does not stand any more.
    Fallen,
    /// The term is over and no cause is given.
    Late {
        /// The last day of the term.
        due: Date,
    },
    /// The organ opened it, so that nobody can take it back.
    OfOffice,
    /// A varied decision has a lighter measure.
    MeasureMissing,
    /// Only a varied decision has a measure.
    MeasureNotDue,
    /// The measure is the one that stands.
    SameMeasure,
    /// The lighter measure lasts for a time, which only a decision states.
    LengthToState,
    /// A bulletin would tell of a decision that is under review or does not stand.
    NotStanding {
        /// On whom.
        subject: String,
    },
    /// No decision of the bulletin was changed.
    NothingToCorrect,
}

impl ReviewRefusal {
    /// The guard that failed.
    pub fn guard(&self) -> Guard {
        match self {
            Self::Late { .. } => Guard::Remedy,
            Self::MeasureMissing
            | Self::MeasureNotDue
            | Self::SameMeasure
            | Self::LengthToState => Guard::NoHeavier,
            Self::NotStanding { .. } | Self::NothingToCorrect => Guard::Sources,
            Self::NotServed | Self::Open | Self::AskedBefore | Self::Fallen | Self::OfOffice => {
                Guard::Order
            }
        }
    }
}

impl Worded for ReviewRefusal {
    fn key(&self) -> &'static str {
        match self {
            Self::NotServed => "refusal-review-not-served",
            Self::Open => "refusal-review-open",
            Self::AskedBefore => "refusal-review-asked-before",
            Self::Fallen => "refusal-review-fallen",
            Self::Late { .. } => "refusal-review-late",
            Self::OfOffice => "refusal-review-of-office",
            Self::MeasureMissing => "refusal-review-measure-missing",
            Self::MeasureNotDue => "refusal-review-measure-not-due",
            Self::SameMeasure => "refusal-review-same-measure",
            Self::LengthToState => "refusal-review-length-to-state",
            Self::NotStanding { .. } => "refusal-not-standing",
            Self::NothingToCorrect => "refusal-nothing-to-correct",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Late { due } => vec![("day", due.to_string())],
            Self::NotStanding { subject } => vec![("subject", subject.clone())],
            Self::NotServed
            | Self::Open
            | Self::AskedBefore
            | Self::Fallen
            | Self::OfOffice
            | Self::MeasureMissing
            | Self::MeasureNotDue
            | Self::SameMeasure
            | Self::LengthToState
            | Self::NothingToCorrect => vec![],
        }
    }
}

impl From<ReviewRefusal> for Refusal {
    fn from(refusal: ReviewRefusal) -> Self {
        Self::Review(refusal)
    }
}
