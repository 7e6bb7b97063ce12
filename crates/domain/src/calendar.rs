//! The working calendar (工作日历): which days are worked, under 全国年节及纪念日放假办法 and the State
//! Council's notices on holidays.
//!
//! A year is known once its notice is: the files `law/holidays/2004.toml` and on. A notice may move
//! days of the year before or after (30 and 31 December 2006 were worked, by the notice of 2007).
//! Nothing is guessed: a day of a year without a notice is an error that names the year.

mod civil;
mod notice;
mod shipped;
mod statutory;

pub(crate) use civil::Civil;
pub use notice::NoticeError;

use jiff::civil::{Date, Weekday};
use notice::Notice;
use statutory::{Statute, Version};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What is known of the years: statutory days, days moved by notices.
#[derive(Debug, Clone)]
pub struct Calendar {
    versions: Arc<[Version]>,
    years: BTreeSet<i16>,
    statutory: BTreeMap<Date, String>,
    moved: BTreeMap<Date, bool>,
}

/// A day of the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// Which.
    pub date: Date,
    /// Whether offices work: a weekday that is no day off, or a weekend day made up for one (调休上班).
    pub workday: bool,
    /// Whether it is one of the statutory holidays (法定节假日), not merely a day off.
    pub statutory: bool,
    /// The holiday's Chinese name, on statutory days alone; two that meet are joined: `中秋节/国庆节`.
    pub name: Option<String>,
}

/// A year whose holiday notice the calendar does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the calendar has no holiday notice of {0}")]
pub struct UnknownYear(pub i16);

impl Calendar {
    /// The years that come with the product, 2004 to 2026.
    ///
    /// # Errors
    /// Where a shipped file is broken; a test reads them all.
    pub fn shipped() -> Result<Self, NoticeError> {
        let none = Self::without_years()?;
        shipped::NOTICES.iter().try_fold(none, |calendar, (_, text)| calendar.with_notice(text))
    }

    /// The latest shipped notice: how one is written.
    pub fn example() -> &'static str {
        shipped::NOTICES.last().map_or("", |(_, text)| *text)
    }

    /// The shipped files by their names below `law/`, in the order of a listing.
    pub(crate) fn files() -> impl Iterator<Item = (&'static str, &'static str)> {
        shipped::NOTICES.into_iter().chain([("holidays/statutory.toml", shipped::STATUTORY)])
    }

    /// The statutory holidays by their orders, and no year yet.
    ///
    /// # Errors
    /// Where the shipped file is broken.
    pub fn without_years() -> Result<Self, NoticeError> {
        Ok(Self {
            versions: statutory::read(shipped::STATUTORY)?.into(),
            years: BTreeSet::new(),
            statutory: BTreeMap::new(),
            moved: BTreeMap::new(),
        })
    }

    /// This calendar and the notice in `text`, in the form of `law/holidays/2026.toml`.
    ///
    /// For a year that is known the file is an amendment: its days are laid over those there are,
    /// and it may leave the feasts out.
    ///
    /// # Errors
    /// Where the text has another form, a feast has no date, a day lies far from the year, a
    /// statutory day is not given off, or a plain weekday is to make up for one.
    pub fn with_notice(&self, text: &str) -> Result<Self, NoticeError> {
        let notice = Notice::read(text)?;
        let mut next = self.clone();
        if !next.years.contains(&notice.year) || !notice.feasts.is_empty() {
            let statute = Statute::of(&self.versions, &notice)?;
            next.statutory.retain(|day, _| day.year() != notice.year);
            next.statutory.extend(statute.days);
        }
        next.years.insert(notice.year);
        next.moved.extend(notice.moved());
        match next.statutory.iter().find(|(day, _)| next.is_worked_by(&notice, **day)) {
            Some((day, name)) => Err(notice.wrong(name, notice::statute_worked(*day))),
            None => Ok(next),
        }
    }

    /// What a day is.
    ///
    /// The last days of December are known by their own year's notice, and may still be moved by
    /// the next one's.
    ///
    /// # Errors
    /// Where no notice of the day's year is known.
    pub fn day(&self, date: Date) -> Result<Day, UnknownYear> {
        let workday = self.is_workday(date)?;
        let name = self.statutory.get(&date).cloned();
        Ok(Day { date, workday, statutory: name.is_some(), name })
    }

    /// Whether offices work on a day.
    ///
    /// # Errors
    /// Where no notice of the day's year is known.
    pub fn is_workday(&self, date: Date) -> Result<bool, UnknownYear> {
        if !self.knows(date.year()) {
            return Err(UnknownYear(date.year()));
        }
        let weekday = !matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday);
        let moved = self.moved.get(&date).copied();
        Ok(!self.statutory.contains_key(&date) && moved.unwrap_or(weekday))
    }

    /// Whether a notice fails to give a statutory day of its year off.
    fn is_worked_by(&self, notice: &Notice, day: Date) -> bool {
        day.year() == notice.year && self.moved.get(&day) != Some(&false)
    }

    /// Whether the notice of a year is known.
    pub fn knows(&self, year: i16) -> bool {
        self.years.contains(&year)
    }

    /// The years whose notice is known, in order.
    pub fn years(&self) -> impl Iterator<Item = i16> {
        self.years.iter().copied()
    }
}
