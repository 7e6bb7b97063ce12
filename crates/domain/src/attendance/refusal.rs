//! Why something of attendance is not done.

use crate::refusal::{Guard, Refusal, Worded};
use jiff::civil::Date;

/// Why something of attendance is not done (考勤守则).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AttendanceRefusal {
    /// A rule or an assignment would change days that are over.
    NotToCome {
        /// The first day it would bind.
        since: Date,
        /// The first day it may.
        least: Date,
    },
    /// Another binds the same unit or person on some of those days.
    Bound {
        /// The rule that does.
        code: String,
        /// Its first day.
        since: Date,
    },
    /// What was written is not one rule.
    NotOneRule {
        /// How many rules it holds.
        count: usize,
    },
    /// There is no rule of that name on the first day.
    NoSuchRule {
        /// The name.
        code: String,
    },
    /// The day asks for no explanation, or has none to judge.
    NothingToExplain {
        /// The day.
        day: Date,
    },
    /// Nothing may be held against somebody who neither explained nor was asked to.
    NotAsked {
        /// The day.
        day: Date,
    },
    /// The person may still explain.
    NotHeardYet {
        /// Their last day to do so.
        until: Date,
    },
    /// The days to explain cannot be counted: a year's notice is missing.
    NoCalendar {
        /// The year.
        year: i16,
    },
    /// 旷工 where no half-day is without evidence.
    NotAbsent,
    /// One does not settle one's own day.
    OwnDay,
    /// Who settled it does not look at it again.
    SettledIt,
    /// What is found on looking again is heavier than what was contested.
    Heavier,
    /// The days to contest it are over.
    TooLate {
        /// The last day was.
        until: Date,
    },
    /// The month is not over.
    MonthNotOver {
        /// The first day it may be agreed.
        from: Date,
    },
    /// Days are not settled.
    Unsettled {
        /// How many.
        count: usize,
    },
    /// Nobody of the unit was judged in that month.
    Empty,
    /// What the days come to has changed since it was agreed.
    Changed,
    /// Nothing has changed since the last copy.
    NothingNew,
    /// Who agreed for the unit does not seal.
    AgreedIt,
}

impl AttendanceRefusal {
    /// The guard that failed.
    pub fn guard(&self) -> Guard {
        match self {
            Self::NotToCome { .. } => Guard::ToCome,
            Self::Bound { .. } | Self::NoSuchRule { .. } | Self::NotOneRule { .. } => {
                Guard::Sources
            }
            Self::NothingToExplain { .. } | Self::Empty | Self::Unsettled { .. } => Guard::Order,
            Self::Changed | Self::NothingNew => Guard::Version,
            Self::NotAsked { .. }
            | Self::NotHeardYet { .. }
            | Self::NoCalendar { .. }
            | Self::TooLate { .. } => Guard::Heard,
            Self::NotAbsent => Guard::Authority,
            Self::OwnDay => Guard::Recusal,
            Self::Heavier => Guard::NoHeavier,
            Self::SettledIt | Self::AgreedIt => Guard::Separation,
            Self::MonthNotOver { .. } => Guard::Past,
        }
    }
}

impl Worded for AttendanceRefusal {
    fn key(&self) -> &'static str {
        match self {
            Self::NotToCome { .. } => "refusal-attendance-not-to-come",
            Self::Bound { .. } => "refusal-attendance-bound",
            Self::NotOneRule { .. } => "refusal-attendance-not-one-rule",
            Self::NoSuchRule { .. } => "refusal-attendance-no-such-rule",
            Self::NothingToExplain { .. } => "refusal-attendance-nothing-to-explain",
            Self::NotAsked { .. } => "refusal-attendance-not-asked",
            Self::NotHeardYet { .. } => "refusal-attendance-not-heard-yet",
            Self::NoCalendar { .. } => "refusal-attendance-no-calendar",
            Self::NotAbsent => "refusal-attendance-not-absent",
            Self::OwnDay => "refusal-attendance-own-day",
            Self::SettledIt => "refusal-attendance-settled-it",
            Self::Heavier => "refusal-attendance-heavier",
            Self::TooLate { .. } => "refusal-attendance-too-late",
            Self::MonthNotOver { .. } => "refusal-attendance-month-not-over",
            Self::Unsettled { .. } => "refusal-attendance-unsettled",
            Self::Empty => "refusal-attendance-empty",
            Self::Changed => "refusal-attendance-changed",
            Self::NothingNew => "refusal-attendance-nothing-new",
            Self::AgreedIt => "refusal-attendance-agreed-it",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NotToCome { since, least } => {
                vec![("since", since.to_string()), ("least", least.to_string())]
            }
            Self::Bound { code, since } => {
                vec![("code", code.clone()), ("since", since.to_string())]
            }
            Self::NoSuchRule { code } => vec![("code", code.clone())],
            Self::NothingToExplain { day } | Self::NotAsked { day } => {
                vec![("day", day.to_string())]
            }
            Self::NotHeardYet { until } | Self::TooLate { until } => {
                vec![("until", until.to_string())]
            }
            Self::NoCalendar { year } => vec![("year", year.to_string())],
            Self::MonthNotOver { from } => vec![("from", from.to_string())],
            Self::NotOneRule { count } | Self::Unsettled { count } => {
                vec![("count", count.to_string())]
            }
            Self::NotAbsent
            | Self::OwnDay
            | Self::SettledIt
            | Self::Heavier
            | Self::Empty
            | Self::Changed
            | Self::NothingNew
            | Self::AgreedIt => vec![],
        }
    }
}

impl From<AttendanceRefusal> for Refusal {
    fn from(refusal: AttendanceRefusal) -> Self {
        Self::Attendance(refusal)
    }
}
