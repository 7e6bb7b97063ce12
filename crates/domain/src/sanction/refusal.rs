//! Why the record of a sanction is not made.

use super::SanctionKind;
use crate::refusal::{Guard, Refusal, Worded};
use crate::spelled::Spelled;
use jiff::civil::Date;

/// Why the record of a sanction is not made or not changed (处分登记守则).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SanctionRefusal {
    /// The document does not say when the subject was heard.
    NotHeard,
    /// They were heard after the decision.
    HeardAfter {
        /// Heard on.
        heard_on: Date,
        /// Decided on.
        decided_on: Date,
    },
    /// The kind has no period to state.
    NoPeriod,
    /// The stated period lies outside what the law allows. In months.
    PeriodOutside {
        /// Which kind.
        kind: SanctionKind,
        /// What was stated.
        stated: i64,
        /// One period.
        least: i64,
        /// The sum, 48 at most.
        most: i64,
    },
}

impl SanctionRefusal {
    /// The guard that failed.
    pub fn guard(&self) -> Guard {
        match self {
            Self::NotHeard | Self::HeardAfter { .. } => Guard::Heard,
            Self::NoPeriod | Self::PeriodOutside { .. } => Guard::Authority,
        }
    }
}

impl Worded for SanctionRefusal {
    fn key(&self) -> &'static str {
        match self {
            Self::NotHeard => "refusal-sanction-not-heard",
            Self::HeardAfter { .. } => "refusal-sanction-heard-after",
            Self::NoPeriod => "refusal-sanction-no-period",
            Self::PeriodOutside { .. } => "refusal-sanction-period-outside",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NotHeard | Self::NoPeriod => vec![],
            Self::HeardAfter { heard_on, decided_on } => {
                vec![("heard", heard_on.to_string()), ("day", decided_on.to_string())]
            }
            Self::PeriodOutside { kind, stated, least, most } => vec![
                ("measure", kind.code().to_owned()),
                ("stated", stated.to_string()),
                ("least", least.to_string()),
                ("most", most.to_string()),
            ],
        }
    }
}

impl From<SanctionRefusal> for Refusal {
    fn from(refusal: SanctionRefusal) -> Self {
        Self::Sanction(refusal)
    }
}
