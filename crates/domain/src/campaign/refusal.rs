//! Why a plan may not be issued.

use crate::refusal::{Guard, Refusal, Worded};
use jiff::civil::Date;

/// Why a campaign's plan may not be issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CampaignRefusal {
    /// Its last day is past.
    DaysOver {
        /// The last day.
        ends: Date,
    },
    /// Another plan took the place of the one it was to replace.
    ReplacedByAnother {
        /// The title of the one it was to replace.
        title: String,
    },
}

impl CampaignRefusal {
    /// The guard that failed.
    pub fn guard(&self) -> Guard {
        match self {
            Self::DaysOver { .. } => Guard::Past,
            Self::ReplacedByAnother { .. } => Guard::Order,
        }
    }
}

impl Worded for CampaignRefusal {
    fn key(&self) -> &'static str {
        match self {
            Self::DaysOver { .. } => "refusal-days-over",
            Self::ReplacedByAnother { .. } => "refusal-replaced-by-another",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::DaysOver { ends } => vec![("day", ends.to_string())],
            Self::ReplacedByAnother { title } => vec![("title", title.clone())],
        }
    }
}

impl From<CampaignRefusal> for Refusal {
    fn from(refusal: CampaignRefusal) -> Self {
        Self::Campaign(refusal)
    }
}
