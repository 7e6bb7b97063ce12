//! Why a step of a rectification may not be done.

use crate::refusal::{Guard, Refusal, Worded};
use jiff::civil::Date;

/// Why a step of a rectification may not be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RectificationRefusal {
    /// The promise was taken up before.
    TakenUp,
    /// The bulletin promises nothing of that kind.
    NoPromise,
    /// More time was asked for once before.
    ExtensionUsed,
    /// More time is asked for when the term is over.
    ExtensionLate {
        /// The last day of the term.
        due: Date,
    },
    /// Nobody asked for more time, or the answer was given.
    NothingAsked,
    /// Somebody is said to have spoken for the unit who is neither its head nor its liaison.
    NotSpeaker {
        /// Their name.
        person: String,
        /// The unit.
        unit: String,
    },
    /// It is too soon to see whether it lasts.
    RevisitTooEarly {
        /// From when on.
        from: Date,
    },
}

impl RectificationRefusal {
    /// The guard that failed.
    pub fn guard(&self) -> Guard {
        match self {
            Self::NoPromise => Guard::Sources,
            Self::NotSpeaker { .. } => Guard::ForUnit,
            Self::ExtensionLate { .. } | Self::RevisitTooEarly { .. } => Guard::Past,
            Self::TakenUp | Self::ExtensionUsed | Self::NothingAsked => Guard::Order,
        }
    }
}

impl Worded for RectificationRefusal {
    fn key(&self) -> &'static str {
        match self {
            Self::TakenUp => "refusal-taken-up",
            Self::NoPromise => "refusal-no-promise",
            Self::ExtensionUsed => "refusal-extension-used",
            Self::ExtensionLate { .. } => "refusal-extension-late",
            Self::NothingAsked => "refusal-nothing-asked",
            Self::NotSpeaker { .. } => "refusal-not-speaker",
            Self::RevisitTooEarly { .. } => "refusal-revisit-too-early",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::ExtensionLate { due: day } | Self::RevisitTooEarly { from: day } => {
                vec![("day", day.to_string())]
            }
            Self::NotSpeaker { person, unit } => {
                vec![("person", person.clone()), ("unit", unit.clone())]
            }
            Self::TakenUp | Self::NoPromise | Self::ExtensionUsed | Self::NothingAsked => vec![],
        }
    }
}

impl From<RectificationRefusal> for Refusal {
    fn from(refusal: RectificationRefusal) -> Self {
        Self::Rectification(refusal)
    }
}
