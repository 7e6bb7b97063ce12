//! Why a step of a draw may not be done.

use crate::refusal::{Guard, Refusal, Worded};

/// Why a step of a draw may not be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DrawRefusal {
    /// Somebody of the same unit typed the first entry.
    SameParty {
        /// The unit.
        unit: String,
    },
    /// The same person typed the first entry.
    EnteredAlready {
        /// Their name.
        person: String,
    },
    /// No signed checkpoint of the log covers both entries yet.
    NoCheckpointYet,
}

impl DrawRefusal {
    /// The guard that failed.
    pub fn guard(&self) -> Guard {
        match self {
            Self::SameParty { .. } | Self::EnteredAlready { .. } => Guard::Separation,
            Self::NoCheckpointYet => Guard::Order,
        }
    }
}

impl Worded for DrawRefusal {
    fn key(&self) -> &'static str {
        match self {
            Self::SameParty { .. } => "refusal-same-party",
            Self::EnteredAlready { .. } => "refusal-entered-already",
            Self::NoCheckpointYet => "refusal-no-checkpoint-yet",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::SameParty { unit } => vec![("unit", unit.clone())],
            Self::EnteredAlready { person } => vec![("person", person.clone())],
            Self::NoCheckpointYet => vec![],
        }
    }
}

impl From<DrawRefusal> for Refusal {
    fn from(refusal: DrawRefusal) -> Self {
        Self::Draw(refusal)
    }
}
