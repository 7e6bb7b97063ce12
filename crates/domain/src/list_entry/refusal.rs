//! Why a step of a list's entry may not be done.

use crate::refusal::{Guard, Refusal, Worded};
use jiff::civil::Date;

/// Why a step of a list's entry may not be done (上榜守则).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListRefusal {
    /// A person would stand on the red list without their written consent.
    NoConsent {
        /// Their name.
        person: String,
    },
    /// No served decision stands behind an entry of the black list.
    NoDecision,
    /// The time to ask for a review of the decision still runs.
    NotFinal {
        /// The last day of that time, or the first that might be.
        until: Date,
    },
    /// A review of the decision is not ended.
    UnderReview,
    /// The decision stands on the list already.
    ListedAlready,
    /// It is no longer before the public.
    NotShown,
}

impl ListRefusal {
    /// The guard that failed.
    pub fn guard(&self) -> Guard {
        match self {
            Self::NoConsent { .. } => Guard::Consent,
            Self::NoDecision | Self::NotFinal { .. } | Self::UnderReview => Guard::FinalDecision,
            Self::ListedAlready | Self::NotShown => Guard::Order,
        }
    }
}

impl Worded for ListRefusal {
    fn key(&self) -> &'static str {
        match self {
            Self::NoConsent { .. } => "refusal-no-consent",
            Self::NoDecision => "refusal-no-final-decision",
            Self::NotFinal { .. } => "refusal-not-final",
            Self::UnderReview => "refusal-list-under-review",
            Self::ListedAlready => "refusal-listed-already",
            Self::NotShown => "refusal-not-shown",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NoConsent { person } => vec![("person", person.clone())],
            Self::NotFinal { until } => vec![("day", until.to_string())],
            Self::NoDecision | Self::UnderReview | Self::ListedAlready | Self::NotShown => vec![],
        }
    }
}

impl From<ListRefusal> for Refusal {
    fn from(refusal: ListRefusal) -> Self {
        Self::List(refusal)
    }
}
