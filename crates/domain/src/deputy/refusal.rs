//! Why somebody cannot stand in for somebody else (代为办理守则).

use crate::refusal::{Refusal, Worded};
use jiff::civil::Date;

/// Why a deputy is not named, or may not act for the one who is away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeputyRefusal {
    /// The person holds the post.
    HoldsThePost {
        /// Their name.
        person: String,
        /// The post.
        post: String,
    },
    /// The person holds no post of the unit.
    OfAnotherUnit {
        /// Their name.
        person: String,
        /// The post.
        post: String,
    },
    /// The person leads neither the unit nor the one above.
    LeadsNothingNear {
        /// Their name.
        person: String,
        /// The post.
        post: String,
    },
    /// Somebody else stands in for the post on some of these days.
    SecondDeputy {
        /// The post.
        post: String,
        /// Who does.
        other: String,
    },
    /// Nobody stands in from a day on before the one that is given.
    EndsBefore {
        /// The post.
        post: String,
        /// The last day there is.
        day: Date,
    },
    /// The one to be acted for is not away on that day.
    NotAway {
        /// Who is not away.
        leader: String,
        /// The day.
        day: Date,
    },
    /// The person stands in for no post of the one to be acted for on that day.
    NotTheDeputy {
        /// Who wants to act.
        person: String,
        /// For whom.
        leader: String,
        /// The day.
        day: Date,
    },
    /// Whoever would act is away on that day.
    AwayThemselves {
        /// Their name.
        person: String,
        /// The day.
        day: Date,
    },
    /// One of the three officers acts for nobody.
    OfficerStandsIn,
    /// The one who is acted for is named among those who do it.
    AmongThem {
        /// Who is acted for.
        leader: String,
    },
}

impl Worded for DeputyRefusal {
    fn key(&self) -> &'static str {
        match self {
            Self::HoldsThePost { .. } => "refusal-holds-the-post",
            Self::OfAnotherUnit { .. } => "refusal-of-another-unit",
            Self::LeadsNothingNear { .. } => "refusal-leads-nothing-near",
            Self::SecondDeputy { .. } => "refusal-second-deputy",
            Self::EndsBefore { .. } => "refusal-ends-before",
            Self::NotAway { .. } => "refusal-not-away",
            Self::NotTheDeputy { .. } => "refusal-not-the-deputy",
            Self::AwayThemselves { .. } => "refusal-away-themselves",
            Self::OfficerStandsIn => "refusal-officer-stands-in",
            Self::AmongThem { .. } => "refusal-among-them",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::HoldsThePost { person, post }
            | Self::OfAnotherUnit { person, post }
            | Self::LeadsNothingNear { person, post } => {
                vec![("person", person.clone()), ("post", post.clone())]
            }
            Self::SecondDeputy { post, other } => {
                vec![("post", post.clone()), ("other", other.clone())]
            }
            Self::EndsBefore { post, day } => {
                vec![("post", post.clone()), ("day", day.to_string())]
            }
            Self::NotAway { leader, day } => {
                vec![("leader", leader.clone()), ("day", day.to_string())]
            }
            Self::NotTheDeputy { person, leader, day } => vec![
                ("person", person.clone()),
                ("leader", leader.clone()),
                ("day", day.to_string()),
            ],
            Self::AwayThemselves { person, day } => {
                vec![("person", person.clone()), ("day", day.to_string())]
            }
            Self::AmongThem { leader } => vec![("leader", leader.clone())],
            Self::OfficerStandsIn => vec![],
        }
    }
}

impl From<DeputyRefusal> for Refusal {
    fn from(refusal: DeputyRefusal) -> Self {
        Self::Deputy(refusal)
    }
}
