//! Why something of a roster is not done.

use crate::month::Month;
use crate::refusal::{Guard, Refusal, Worded};
use jiff::civil::Date;

/// Why something of a roster is not done (值班守则).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RosterRefusal {
    /// The rule of a post on site has no duty on every day.
    NoDutyRule {
        /// Its name.
        code: String,
    },
    /// The unit has as many open posts as it may.
    TooManyPosts {
        /// How many.
        most: usize,
    },
    /// Turns that have begun cannot be published: nobody knew of them.
    Begun {
        /// The first such day.
        day: Date,
    },
    /// There is no turn on it.
    Empty {
        /// The month.
        month: Month,
    },
    /// Nobody is bound by a roster that is not published.
    NotPublished {
        /// The month.
        month: Month,
    },
    /// The turn is not theirs, or no longer.
    NotTheirTurn {
        /// Whose it would be.
        person: String,
        /// The day.
        day: Date,
    },
    /// Whoever would take it has it already.
    HasItAlready {
        /// Who.
        person: String,
        /// The day.
        day: Date,
    },
    /// It is asked already.
    AskedAlready {
        /// The day.
        day: Date,
    },
    /// Whoever hands a turn over, or takes it, does not decide on it.
    OwnSwap {
        /// Their name.
        person: String,
    },
    /// Somebody who has no post in the unit on that day.
    NotOfUnit {
        /// Their name.
        person: String,
        /// The day.
        day: Date,
    },
}

impl RosterRefusal {
    /// The guard that failed.
    pub fn guard(&self) -> Guard {
        match self {
            Self::NoDutyRule { .. } | Self::TooManyPosts { .. } => Guard::Sources,
            Self::Begun { .. } => Guard::ToCome,
            Self::Empty { .. } | Self::NotPublished { .. } => Guard::Order,
            Self::NotTheirTurn { .. } | Self::HasItAlready { .. } | Self::AskedAlready { .. } => {
                Guard::Clash
            }
            Self::OwnSwap { .. } => Guard::Separation,
            Self::NotOfUnit { .. } => Guard::ForUnit,
        }
    }
}

impl Worded for RosterRefusal {
    fn key(&self) -> &'static str {
        match self {
            Self::NoDutyRule { .. } => "refusal-roster-no-duty-rule",
            Self::TooManyPosts { .. } => "refusal-roster-too-many-posts",
            Self::Begun { .. } => "refusal-roster-begun",
            Self::Empty { .. } => "refusal-roster-empty",
            Self::NotPublished { .. } => "refusal-roster-not-published",
            Self::NotTheirTurn { .. } => "refusal-roster-not-their-turn",
            Self::HasItAlready { .. } => "refusal-roster-has-it-already",
            Self::AskedAlready { .. } => "refusal-roster-asked-already",
            Self::OwnSwap { .. } => "refusal-roster-own-swap",
            Self::NotOfUnit { .. } => "refusal-roster-not-of-unit",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NoDutyRule { code } => vec![("code", code.clone())],
            Self::TooManyPosts { most } => vec![("most", most.to_string())],
            Self::Begun { day } | Self::AskedAlready { day } => vec![("day", day.to_string())],
            Self::Empty { month } | Self::NotPublished { month } => {
                vec![("month", month.to_string())]
            }
            Self::NotTheirTurn { person, day }
            | Self::HasItAlready { person, day }
            | Self::NotOfUnit { person, day } => {
                vec![("person", person.clone()), ("day", day.to_string())]
            }
            Self::OwnSwap { person } => vec![("person", person.clone())],
        }
    }
}

impl From<RosterRefusal> for Refusal {
    fn from(refusal: RosterRefusal) -> Self {
        Self::Roster(refusal)
    }
}
