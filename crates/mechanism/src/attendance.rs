//! The rules of attendance (考勤规则): when who is to be there. A rule has versions by date; a change binds from its
//! day and never before it.
//!
//! Lengths are whole minutes, times of day are minutes after midnight (a duty may end on the next day), all at +08:00.

mod clock;
mod read;
mod session;

pub use session::{Flexible, Kind, Session};

use crate::Diagnostic;
use jiff::civil::Date;

/// The most sessions of one day.
pub const SESSIONS_MOST: usize = 4;

/// Every version of every rule of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleBook {
    rules: Vec<Rule>,
}

/// One version of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// What postings name.
    pub code: String,
    /// The first day it binds.
    pub from: Date,
    /// Whether every day is worked, as in a roster, whatever the calendar says.
    pub is_every_day: bool,
    /// Exempt from punching (免考勤), for a reason that is published.
    pub is_exempt: bool,
    /// Minutes that do not count: arriving, leaving.
    pub grace: Grace,
    /// Tiers of arriving late; `None` where any lateness is only that.
    pub tiers: Option<Tiers>,
    /// How far from a session a punch may lie and still be of it.
    pub window: Window,
    /// Seconds within which two punches are one tap.
    pub double_tap: i32,
    /// The days of the week that are worked part-time, Monday first; `None`: all.
    pub weekdays: Option<[bool; 7]>,
    /// The sessions of a day out of season.
    pub sessions: Vec<Session>,
    /// Sessions by season.
    pub seasons: Vec<Season>,
    /// What is free after a duty.
    pub rest_after: RestAfter,
    /// Whether one punch may end a duty and begin a session that touches it.
    pub shares_punch: bool,
}

/// Minutes that do not count (宽限).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Grace {
    /// Of arriving late.
    pub late: i32,
    /// Of leaving early.
    pub early: i32,
}

/// The last minutes of each tier (分级); beyond the last half a day is unexplained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tiers {
    /// Late.
    pub late: i32,
    /// Very late; equal to `late` where there is one tier.
    pub very_late: i32,
}

/// Minutes before a session's start and after its end (窗口).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// Before the start.
    pub before: i32,
    /// After the end.
    pub after: i32,
}

/// Sessions of a part of the year (季节), both days inclusive; it may lie across the new year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Season {
    /// Month and day it begins.
    pub from: (i8, i8),
    /// Month and day it ends.
    pub to: (i8, i8),
    /// The sessions of a day in it.
    pub sessions: Vec<Session>,
}

/// What is free on the day after a duty began (值班后休息).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RestAfter {
    /// Nothing.
    None,
    /// The morning, until noon.
    Morning,
    /// The day.
    Day,
}

impl RuleBook {
    /// Reads a file.
    ///
    /// # Errors
    /// The first thing that is wrong in it.
    pub fn read(text: &str) -> Result<Self, Diagnostic> {
        let mut rules = read::rules(text)?;
        rules.sort_by(|one, other| (&one.code, one.from).cmp(&(&other.code, other.from)));
        Ok(Self { rules })
    }

    /// Every version, by code and then by date.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The places among [`Self::rules`] of a code's versions; `None` where there is no such code.
    pub fn versions(&self, code: &str) -> Option<std::ops::Range<usize>> {
        let from = self.rules.partition_point(|rule| rule.code.as_str() < code);
        let to = self.rules.partition_point(|rule| rule.code.as_str() <= code);
        (from < to).then_some(from..to)
    }
}

impl Rule {
    /// The sessions of a day, in the order of time.
    pub fn sessions_on(&self, day: Date) -> &[Session] {
        let at = (day.month(), day.day());
        let season = self.seasons.iter().find(|season| season.holds(at));
        season.map_or(&self.sessions, |season| &season.sessions)
    }
}

impl Season {
    fn holds(&self, at: (i8, i8)) -> bool {
        if self.from <= self.to {
            (self.from..=self.to).contains(&at)
        } else {
            at >= self.from || at <= self.to
        }
    }
}

#[cfg(test)]
mod tests;
