//! Why a step of a matter may not be done.

use super::Part;
use crate::refusal::{Guard, Refusal, Worded};
use crate::spelled::Spelled;
use crate::term::Length;
use crate::weight::Weight;
use jiff::civil::Date;

/// Why a step of a finding, an accountability or a bulletin may not be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MatterRefusal {
    /// Somebody took an earlier part that bars this one.
    TookPart {
        /// Their name.
        person: String,
        /// The part they took.
        earlier: Part,
        /// The part they were to take.
        now: Part,
    },
    /// Somebody would act in their own matter.
    OwnMatter {
        /// Their name.
        person: String,
    },
    /// Fewer than two verifiers.
    TooFewVerifiers {
        /// How many there are.
        found: usize,
    },
    /// Fewer than three on the panel.
    TooFewOnPanel {
        /// How many there are.
        found: usize,
    },
    /// One person is named twice.
    NamedTwice {
        /// Their name.
        person: String,
    },
    /// Whoever acts is not among those who are said to have acted.
    NotAmongThem {
        /// Their name.
        person: String,
    },
    /// The subject's time for a statement still runs.
    NotHeard {
        /// The subject.
        subject: String,
        /// The last day for a statement, or the first it might be.
        due: Date,
    },
    /// Somebody is said to have spoken for a unit that they do not belong to.
    NotOfUnit {
        /// Their name.
        person: String,
        /// The unit.
        unit: String,
        /// The day they are said to have spoken.
        day: Date,
    },
    /// Somebody who handles the matter is said to have spoken for its subject.
    SpeaksForSubject {
        /// Their name.
        person: String,
        /// The subject.
        subject: String,
    },
    /// Nobody was given notice.
    NobodyNoticed,
    /// The measure is heavier than the notice proposed.
    Heavier {
        /// Code of the measure.
        measure: String,
        /// Code of the one proposed.
        proposed: String,
    },
    /// A measure that lasts is decided for longer or shorter than its range.
    LengthOutside {
        /// Code of the measure.
        measure: String,
        /// The shortest.
        shortest: Length,
        /// The longest.
        longest: Length,
    },
    /// A length is stated of a measure that has none.
    NoLength {
        /// Code of the measure.
        measure: String,
    },
    /// A statement was made and the panel gives it no answer.
    StatementUnanswered,
    /// The finding is not upheld.
    NotUpheld,
    /// Said to be borne out, or noticed, before two verified it; only a light procedure goes without.
    NotVerified,
    /// A light procedure for a unit that is not the organ's own.
    NotOwnUnit {
        /// The organ.
        organ: String,
        /// The unit.
        unit: String,
    },
    /// Handed to an organ that is not above the one that has it.
    NotAbove {
        /// The organ it was to be handed to.
        organ: String,
    },
    /// Handed to the organ that has it, or to whom it concerns.
    NotForThem {
        /// The unit it was to be handed to.
        unit: String,
    },
    /// Nobody is cleared of a finding that is not unfounded.
    NotUnfounded,
    /// The finding came to nothing: nothing follows but that the subject is cleared.
    CameToNothing,
    /// The visit saw nothing to look into, or is not filed.
    NothingSeen,
    /// The day on the paper lies ahead.
    DayAhead {
        /// The day.
        day: Date,
    },
    /// The day on the paper is before the step it follows.
    DayBefore {
        /// The day.
        day: Date,
        /// The day of the earlier step.
        earlier: Date,
    },
    /// A source of a bulletin is no served decision.
    NotServed {
        /// The subject.
        subject: String,
    },
    /// A decision stands in another bulletin already.
    InAnotherBulletin {
        /// The subject.
        subject: String,
    },
    /// A decision settled inside a unit, which no bulletin tells of, or one to be made known in its unit alone.
    StaysInUnit {
        /// The subject.
        subject: String,
        /// How much its procedure weighed.
        weight: Weight,
    },
    /// A bulletin without a decision, or a self-requested one without faults or plan.
    NothingToTell,
    /// A self-requested bulletin without its counter-signature.
    NoCounterSignature,
    /// A counter-signature where none is due.
    NoCounterSignatureDue,
    /// The law of the day of service has no term for a review.
    NoRemedy {
        /// The day.
        day: Date,
    },
    /// Published less than one whole working day after a decision was served.
    TooSoon {
        /// The first day it may be published.
        earliest: Date,
    },
    /// The working day between service and publication cannot be counted: nobody knows that year's holidays.
    NoCalendar {
        /// The year.
        year: i16,
    },
}

impl MatterRefusal {
    /// The guard that failed.
    pub fn guard(&self) -> Guard {
        match self {
            Self::TookPart { .. } | Self::NotAmongThem { .. } => Guard::Separation,
            Self::OwnMatter { .. } | Self::NotForThem { .. } => Guard::Recusal,
            Self::TooFewVerifiers { .. } => Guard::TwoVerifiers,
            Self::TooFewOnPanel { .. } | Self::NamedTwice { .. } => Guard::Panel,
            Self::NotHeard { .. }
            | Self::NotOfUnit { .. }
            | Self::SpeaksForSubject { .. }
            | Self::NobodyNoticed
            | Self::StatementUnanswered => Guard::Heard,
            Self::Heavier { .. } => Guard::NoHeavier,
            Self::NotUpheld
            | Self::NotUnfounded
            | Self::CameToNothing
            | Self::NothingSeen
            | Self::NoCounterSignatureDue => Guard::Order,
            Self::NotVerified => Guard::Light,
            Self::NotOwnUnit { .. }
            | Self::NotAbove { .. }
            | Self::LengthOutside { .. }
            | Self::NoLength { .. } => Guard::Authority,
            Self::DayAhead { .. } | Self::DayBefore { .. } => Guard::Past,
            Self::NotServed { .. } | Self::InAnotherBulletin { .. } | Self::NothingToTell => {
                Guard::Sources
            }
            Self::NoCounterSignature => Guard::CounterSignature,
            Self::NoRemedy { .. } => Guard::Remedy,
            Self::TooSoon { .. } | Self::NoCalendar { .. } | Self::StaysInUnit { .. } => {
                Guard::Publication
            }
        }
    }
}

impl Worded for MatterRefusal {
    fn key(&self) -> &'static str {
        match self {
            Self::TookPart { .. } => "refusal-took-part",
            Self::OwnMatter { .. } => "refusal-own-matter",
            Self::TooFewVerifiers { .. } => "refusal-too-few-verifiers",
            Self::TooFewOnPanel { .. } => "refusal-too-few-on-panel",
            Self::NamedTwice { .. } => "refusal-named-twice",
            Self::NotAmongThem { .. } => "refusal-not-among-them",
            Self::NotHeard { .. } => "refusal-not-heard",
            Self::NotOfUnit { .. } => "refusal-not-of-unit",
            Self::SpeaksForSubject { .. } => "refusal-speaks-for-subject",
            Self::NobodyNoticed => "refusal-nobody-noticed",
            Self::Heavier { .. } => "refusal-heavier",
            Self::LengthOutside { .. } => "refusal-length-outside",
            Self::NoLength { .. } => "refusal-no-length",
            Self::StatementUnanswered => "refusal-statement-unanswered",
            Self::NotUpheld => "refusal-not-upheld",
            Self::NotVerified => "refusal-not-verified",
            Self::NotOwnUnit { .. } => "refusal-not-own-unit",
            Self::NotAbove { .. } => "refusal-not-above",
            Self::NotForThem { .. } => "refusal-not-for-them",
            Self::NotUnfounded => "refusal-not-unfounded",
            Self::CameToNothing => "refusal-came-to-nothing",
            Self::NothingSeen => "refusal-nothing-seen",
            Self::DayAhead { .. } => "refusal-day-ahead",
            Self::DayBefore { .. } => "refusal-day-before",
            Self::NotServed { .. } => "refusal-not-served",
            Self::InAnotherBulletin { .. } => "refusal-in-another-bulletin",
            Self::StaysInUnit { .. } => "refusal-stays-in-unit",
            Self::NothingToTell => "refusal-nothing-to-tell",
            Self::NoCounterSignature => "refusal-no-counter-signature",
            Self::NoCounterSignatureDue => "refusal-no-counter-signature-due",
            Self::NoRemedy { .. } => "refusal-no-remedy",
            Self::TooSoon { .. } => "refusal-too-soon",
            Self::NoCalendar { .. } => "refusal-no-calendar",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TookPart { person, earlier, now } => vec![
                ("person", person.clone()),
                ("earlier", earlier.code().to_owned()),
                ("now", now.code().to_owned()),
            ],
            Self::OwnMatter { person }
            | Self::NamedTwice { person }
            | Self::NotAmongThem { person } => vec![("person", person.clone())],
            Self::TooFewVerifiers { found } | Self::TooFewOnPanel { found } => {
                vec![("found", found.to_string())]
            }
            Self::NotHeard { subject, due } => {
                vec![("subject", subject.clone()), ("due", due.to_string())]
            }
            Self::NotOfUnit { person, unit, day } => {
                vec![("person", person.clone()), ("unit", unit.clone()), ("day", day.to_string())]
            }
            Self::SpeaksForSubject { person, subject } => {
                vec![("person", person.clone()), ("subject", subject.clone())]
            }
            Self::Heavier { measure, proposed } => {
                vec![("measure", measure.clone()), ("proposed", proposed.clone())]
            }
            Self::DayAhead { day } | Self::NoRemedy { day } => vec![("day", day.to_string())],
            Self::DayBefore { day, earlier } => {
                vec![("day", day.to_string()), ("earlier", earlier.to_string())]
            }
            Self::NotServed { subject } | Self::InAnotherBulletin { subject } => {
                vec![("subject", subject.clone())]
            }
            Self::NotOwnUnit { .. }
            | Self::NotAbove { .. }
            | Self::NotForThem { .. }
            | Self::LengthOutside { .. }
            | Self::NoLength { .. }
            | Self::StaysInUnit { .. } => self.bounds(),
            Self::TooSoon { earliest } => vec![("earliest", earliest.to_string())],
            Self::NoCalendar { year } => vec![("year", year.to_string())],
            Self::NobodyNoticed
            | Self::StatementUnanswered
            | Self::NotUpheld
            | Self::NotVerified
            | Self::NotUnfounded
            | Self::CameToNothing
            | Self::NothingSeen
            | Self::NothingToTell
            | Self::NoCounterSignature
            | Self::NoCounterSignatureDue => vec![],
        }
    }
}

impl MatterRefusal {
    /// The arguments of a refusal that is about whose matter it is, or how long a measure lasts.
    fn bounds(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NotOwnUnit { organ, unit } => {
                vec![("organ", organ.clone()), ("unit", unit.clone())]
            }
            Self::StaysInUnit { subject, weight } => {
                vec![("subject", subject.clone()), ("weight", weight.code().to_owned())]
            }
            Self::NotAbove { organ } => vec![("organ", organ.clone())],
            Self::LengthOutside { measure, shortest, longest } => vec![
                ("measure", measure.clone()),
                ("shortest", shortest.to_string()),
                ("longest", longest.to_string()),
            ],
            Self::NoLength { measure } => vec![("measure", measure.clone())],
            Self::NotForThem { unit } => vec![("unit", unit.clone())],
            _ => vec![],
        }
    }
}

impl From<MatterRefusal> for Refusal {
    fn from(refusal: MatterRefusal) -> Self {
        Self::Matter(refusal)
    }
}
