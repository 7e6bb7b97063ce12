//! Why a step of a suspicion may not be done.

use crate::refusal::{Guard, Refusal, Worded};

/// Why a step of a suspicion of a false accusation may not be done (诬告嫌疑守则).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SuspicionRefusal {
    /// One is noted of the finding already.
    NotedBefore,
    /// Somebody else adjudicated the finding.
    NotTheAdjudicator {
        /// The name of whoever would note it.
        person: String,
    },
    /// Whoever would register it, or not, took part in adjudicating.
    Adjudicated {
        /// Their name.
        person: String,
    },
}

impl SuspicionRefusal {
    /// The guard that failed.
    pub fn guard(&self) -> Guard {
        match self {
            Self::NotedBefore => Guard::Order,
            Self::NotTheAdjudicator { .. } | Self::Adjudicated { .. } => Guard::Separation,
        }
    }
}

impl Worded for SuspicionRefusal {
    fn key(&self) -> &'static str {
        match self {
            Self::NotedBefore => "refusal-suspicion-noted-before",
            Self::NotTheAdjudicator { .. } => "refusal-suspicion-not-the-adjudicator",
            Self::Adjudicated { .. } => "refusal-suspicion-adjudicated",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NotedBefore => vec![],
            Self::NotTheAdjudicator { person } | Self::Adjudicated { person } => {
                vec![("person", person.clone())]
            }
        }
    }
}

impl From<SuspicionRefusal> for Refusal {
    fn from(refusal: SuspicionRefusal) -> Self {
        Self::Suspicion(refusal)
    }
}
