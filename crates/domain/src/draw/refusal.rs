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
    /// The draw is not made yet, is another office's, or did not draw this unit.
    NotDrawn {
        /// The unit.
        unit: String,
    },
    /// A visit to the unit is planned for this draw already.
    PlannedAlready {
        /// The unit.
        unit: String,
    },
}

impl DrawRefusal {
    /// The guard that failed.
    pub fn guard(&self) -> Guard {
        match self {
            Self::SameParty { .. } | Self::EnteredAlready { .. } => Guard::Separation,
            Self::NoCheckpointYet | Self::NotDrawn { .. } | Self::PlannedAlready { .. } => {
                Guard::Order
            }
        }
    }
}

impl Worded for DrawRefusal {
    fn key(&self) -> &'static str {
        match self {
            Self::SameParty { .. } => "refusal-same-party",
            Self::EnteredAlready { .. } => "refusal-entered-already",
            Self::NoCheckpointYet => "refusal-no-checkpoint-yet",
            Self::NotDrawn { .. } => "refusal-not-drawn",
            Self::PlannedAlready { .. } => "refusal-planned-already",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::SameParty { unit } | Self::NotDrawn { unit } | Self::PlannedAlready { unit } => {
                vec![("unit", unit.clone())]
            }
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
