//! What the law of a day does not allow.

use super::DecidedSubject;
use crate::refusal::{Guard, Refusal, Worded};
use crate::spelled::Spelled;
use crate::weight::Weight;
use jiff::civil::Date;

/// The Chinese and the English name of a rule.
type Name = (String, String);

/// Why the law of a day does not allow something (G5).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unlawful {
    /// A rule that was not in force.
    NotInForce {
        /// Its names.
        name: Name,
        /// Its first day.
        from: Date,
        /// Its last day.
        until: Option<Date>,
        /// The day it was asked for.
        day: Date,
    },
    /// A code that no rule has.
    Unknown {
        /// The code.
        code: String,
    },
    /// A measure the organ may not decide for this subject.
    OutsideAuthority {
        /// Its names.
        measure: Name,
        /// The subject.
        subject: DecidedSubject,
    },
    /// A measure that asks for more than a light procedure.
    TooLight {
        /// Its names.
        measure: Name,
        /// The weight of the procedure.
        weight: Weight,
    },
    /// A measure that another organ decides; only its outcome is kept.
    RecordOnly {
        /// Its names.
        measure: Name,
    },
}

impl Unlawful {
    /// The guard that failed.
    pub fn guard(&self) -> Guard {
        Guard::Authority
    }
}

impl Worded for Unlawful {
    fn key(&self) -> &'static str {
        match self {
            Self::NotInForce { until: None, .. } => "refusal-law-not-in-force",
            Self::NotInForce { from, day, .. } if from > day => "refusal-law-not-in-force",
            Self::NotInForce { .. } => "refusal-law-no-longer-in-force",
            Self::Unknown { .. } => "refusal-law-unknown",
            Self::OutsideAuthority { subject: DecidedSubject::Unit, .. } => {
                "refusal-outside-authority-unit"
            }
            Self::OutsideAuthority { .. } => "refusal-outside-authority",
            Self::TooLight { .. } => "refusal-too-light",
            Self::RecordOnly { .. } => "refusal-record-only",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        let named = |(zh, en): &Name| vec![("zh", zh.clone()), ("en", en.clone())];
        match self {
            Self::NotInForce { name, from, until, day } => {
                let mut args = named(name);
                args.extend([("from", from.to_string()), ("day", day.to_string())]);
                args.extend(until.map(|until| ("until", until.to_string())));
                args
            }
            Self::Unknown { code } => vec![("code", code.clone())],
            Self::OutsideAuthority { measure, subject } => {
                let mut args = named(measure);
                if let DecidedSubject::Person(rank) = subject {
                    args.push(("rank", rank.code().to_owned()));
                }
                args
            }
            Self::TooLight { measure, weight } => {
                let mut args = named(measure);
                args.push(("weight", weight.code().to_owned()));
                args
            }
            Self::RecordOnly { measure } => named(measure),
        }
    }
}

impl From<Unlawful> for Refusal {
    fn from(unlawful: Unlawful) -> Self {
        Self::Unlawful(unlawful)
    }
}
