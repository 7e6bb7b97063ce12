//! Why a request is not made or not answered.

use super::RequestKind;
use crate::refusal::{Guard, Refusal, Worded};
use crate::spelled::Spelled;
use jiff::civil::{Date, DateTime};

/// Why a step of a request may not be done (考勤申请守则).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RequestRefusal {
    /// Another request of the same person stands on the same hours.
    Clash {
        /// Their name.
        person: String,
        /// What is asked.
        kind: RequestKind,
        /// What stands.
        other: RequestKind,
        /// From when.
        from: DateTime,
        /// Until when.
        to: DateTime,
    },
    /// It is too late to ask.
    TooLate {
        /// What is asked.
        kind: RequestKind,
        /// The last day it could be.
        last: Date,
    },
    /// As many corrections as a month may have.
    QuotaSpent {
        /// How many.
        most: i64,
        /// The first day of the span.
        first: Date,
        /// Its last day.
        last: Date,
    },
    /// The point was punched, and no outage is on record.
    PunchedAlready {
        /// When it was.
        punched: DateTime,
    },
    /// Whoever would decide on it asked for it.
    OwnRequest {
        /// Their name.
        person: String,
    },
    /// Whoever asks heads the unit: that is not decided in the unit.
    OfAHead {
        /// Their name.
        person: String,
    },
    /// More than is left.
    BeyondBalance {
        /// The leave, in Chinese and in English.
        leave: (String, String),
        /// What is asked, in half-days, or in minutes of time off in lieu.
        wanted: i64,
        /// What is left, in the same.
        left: i64,
        /// Whether both are minutes.
        in_minutes: bool,
    },
    /// Half of one day of the year is all there is of the leave.
    HalfOfItsDay {
        /// The leave, in Chinese and in English.
        leave: (String, String),
        /// The day of that year.
        day: Date,
    },
    /// The holidays of a year are not known: working days of it cannot be counted.
    YearUnknown {
        /// The year.
        year: i16,
    },
    /// Whoever approved it on the paper does not decide on it.
    NotTheirs {
        /// Their name.
        person: String,
    },
}

impl RequestRefusal {
    /// The guard that failed.
    pub fn guard(&self) -> Guard {
        match self {
            Self::Clash { .. } | Self::PunchedAlready { .. } => Guard::Clash,
            Self::TooLate { .. } | Self::QuotaSpent { .. } => Guard::InTime,
            Self::OwnRequest { .. } => Guard::Separation,
            Self::OfAHead { .. } | Self::NotTheirs { .. } => Guard::Authority,
            Self::BeyondBalance { .. } | Self::HalfOfItsDay { .. } | Self::YearUnknown { .. } => {
                Guard::Entitlement
            }
        }
    }
}

impl Worded for RequestRefusal {
    fn key(&self) -> &'static str {
        match self {
            Self::Clash { kind, other, .. } if kind == other => "refusal-request-overlap",
            Self::Clash { .. } => "refusal-request-clash",
            Self::TooLate { .. } => "refusal-request-too-late",
            Self::QuotaSpent { .. } => "refusal-request-quota-spent",
            Self::PunchedAlready { .. } => "refusal-request-punched",
            Self::OwnRequest { .. } => "refusal-request-own",
            Self::OfAHead { .. } => "refusal-request-of-a-head",
            Self::BeyondBalance { in_minutes: true, .. } => "refusal-request-beyond-hours",
            Self::BeyondBalance { .. } => "refusal-request-beyond",
            Self::HalfOfItsDay { .. } => "refusal-request-half-of-its-day",
            Self::YearUnknown { .. } => "refusal-request-year-unknown",
            Self::NotTheirs { .. } => "refusal-request-not-theirs",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Clash { person, kind, other, from, to } => vec![
                ("person", person.clone()),
                ("kind", kind.code().to_owned()),
                ("other", other.code().to_owned()),
                ("begins", minute(*from)),
                ("ends", minute(*to)),
            ],
            Self::TooLate { kind, last } => {
                vec![("kind", kind.code().to_owned()), ("until", last.to_string())]
            }
            Self::QuotaSpent { most, first, last } => vec![
                ("most", most.to_string()),
                ("since", first.to_string()),
                ("until", last.to_string()),
            ],
            Self::PunchedAlready { punched } => vec![("punched", minute(*punched))],
            Self::OwnRequest { person } | Self::OfAHead { person } | Self::NotTheirs { person } => {
                vec![("person", person.clone())]
            }
            Self::BeyondBalance { leave: (zh, en), wanted, left, in_minutes } => {
                let amount = |count: i64| if *in_minutes { hours(count) } else { days(count) };
                vec![
                    ("zh", zh.clone()),
                    ("en", en.clone()),
                    ("wanted", amount(*wanted)),
                    ("left", amount(*left)),
                ]
            }
            Self::HalfOfItsDay { leave: (zh, en), day } => {
                vec![("zh", zh.clone()), ("en", en.clone()), ("day", day.to_string())]
            }
            Self::YearUnknown { year } => vec![("year", year.to_string())],
        }
    }
}

/// A minute as it is written: `2026-03-03 14:30`.
fn minute(when: DateTime) -> String {
    when.strftime("%Y-%m-%d %H:%M").to_string()
}

/// Half-days as days: `2.5`.
fn days(halves: i64) -> String {
    let half = if halves % 2 == 0 { "" } else { ".5" };
    format!("{}{half}", halves / 2)
}

/// Minutes as hours: `3:30`.
fn hours(minutes: i64) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

impl From<RequestRefusal> for Refusal {
    fn from(refusal: RequestRefusal) -> Self {
        Self::Request(refusal)
    }
}
