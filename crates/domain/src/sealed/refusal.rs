//! Why a step of a sealed source may not be done.

use crate::instant;
use crate::refusal::{Guard, Refusal, Worded};
use jiff::Timestamp;

/// Why a step of a sealed source may not be done (封存守则).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SourceRefusal {
    /// Who told is sealed already.
    SealedBefore,
    /// Nothing is sealed, or it was erased.
    NothingSealed,
    /// The same person asked before, and that is not over.
    AskedBefore,
    /// Whoever asked would say yes to it.
    OneHand {
        /// Their name.
        person: String,
    },
    /// Whoever found, registered or sealed it would say yes.
    BroughtIn {
        /// Their name.
        person: String,
    },
    /// The hours are over.
    Over {
        /// Since when.
        until: Timestamp,
    },
}

impl SourceRefusal {
    /// The guard that failed.
    pub fn guard(&self) -> Guard {
        match self {
            Self::OneHand { .. } | Self::BroughtIn { .. } => Guard::Separation,
            Self::SealedBefore | Self::NothingSealed | Self::AskedBefore | Self::Over { .. } => {
                Guard::Order
            }
        }
    }
}

impl Worded for SourceRefusal {
    fn key(&self) -> &'static str {
        match self {
            Self::SealedBefore => "refusal-source-sealed-before",
            Self::NothingSealed => "refusal-source-nothing-sealed",
            Self::AskedBefore => "refusal-source-asked-before",
            Self::OneHand { .. } => "refusal-source-one-hand",
            Self::BroughtIn { .. } => "refusal-source-brought-in",
            Self::Over { .. } => "refusal-source-over",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::OneHand { person } | Self::BroughtIn { person } => {
                vec![("person", person.clone())]
            }
            Self::Over { until } => {
                vec![("moment", instant::civil(*until).strftime("%Y-%m-%d %H:%M").to_string())]
            }
            Self::SealedBefore | Self::NothingSealed | Self::AskedBefore => vec![],
        }
    }
}

impl From<SourceRefusal> for Refusal {
    fn from(refusal: SourceRefusal) -> Self {
        Self::Source(refusal)
    }
}
