//! A year's notice on holidays (放假安排通知) as a file of `law/holidays`.

use super::civil::Civil;
use jiff::civil::{Date, Weekday};
use serde::Deserialize;

/// The form of a file.
const FORM: &str = "write it like law/holidays/2026.toml";

/// The longest holiday that is believed, in days.
const LONGEST: i32 = 31;

/// How far into the neighbouring years a notice reaches, in days.
const REACH: i32 = 31;

/// Why a notice is not taken into the calendar.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoticeError {
    /// Another form than that of `law/holidays`.
    #[error("this is no holiday notice: {0}; {FORM}")]
    Form(String),
    /// A fault of a day or a feast.
    #[error("the holiday notice of {year}, {place}: {fault}")]
    Wrong {
        /// The year of the file.
        year: i16,
        /// The holiday or feast.
        place: String,
        /// What is wrong, and what to do.
        fault: String,
    },
}

/// The file of a year.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// Which year.
    pub year: i16,
    /// The civil dates of lunar holidays and of 清明.
    #[serde(default)]
    pub feasts: Vec<Feast>,
    #[serde(rename = "notice")]
    notices: Vec<Paper>,
}

/// The civil date of a lunar holiday.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Feast {
    /// As the statute names it: `春节`.
    pub name: String,
    /// The day itself; of 春节, 正月初一.
    pub first: Civil,
}

/// One notice; later ones of a year amend those before.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Paper {
    #[serde(rename = "number")]
    _number: Option<String>,
    #[serde(rename = "issued")]
    _issued: Option<Civil>,
    #[serde(rename = "source")]
    _source: Option<String>,
    holiday: Vec<Holiday>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Holiday {
    name: String,
    off: Span,
    #[serde(default)]
    work: Vec<Civil>,
}

/// From one day to another, both included.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
struct Span {
    from: Civil,
    to: Civil,
}

impl Notice {
    /// Reads a file.
    pub fn read(text: &str) -> Result<Self, NoticeError> {
        let notice: Self =
            toml::from_str(text).map_err(|fault| NoticeError::Form(said(&fault, text)))?;
        let misplaced = notice.feasts.iter().find_map(|feast| notice.misplaced(feast));
        let fault = misplaced
            .or_else(|| notice.holidays().find_map(|holiday| notice.fault(holiday)))
            .or_else(|| notice.notices.iter().find_map(|paper| notice.contradiction(paper)));
        fault.map_or(Ok(notice), Err)
    }

    /// A fault at a holiday or feast of this file.
    pub fn wrong(&self, place: &str, fault: String) -> NoticeError {
        NoticeError::Wrong { year: self.year, place: place.to_owned(), fault }
    }

    /// The days moved, in the order of the notices, and whether each is worked.
    pub fn moved(&self) -> impl Iterator<Item = (Date, bool)> {
        self.holidays().flat_map(|holiday| {
            let off = days(holiday.off).map(|day| (day, false));
            off.chain(holiday.work.iter().map(|day| (day.0, true)))
        })
    }

    fn holidays(&self) -> impl Iterator<Item = &Holiday> {
        self.notices.iter().flat_map(|paper| &paper.holiday)
    }

    fn misplaced(&self, feast: &Feast) -> Option<NoticeError> {
        let day = Some(feast.first.0).filter(|day| day.year() != self.year)?;
        Some(self.wrong(&feast.name, format!("{day} is in another year; correct `first`")))
    }

    fn fault(&self, holiday: &Holiday) -> Option<NoticeError> {
        let (from, to) = (holiday.off.from.0, holiday.off.to.0);
        let mut named = [from, to].into_iter().chain(holiday.work.iter().map(|day| day.0));
        let fault = if !(0..LONGEST).contains(&apart(from, to)) {
            format!("off from {from} to {to} is not 1 to {LONGEST} days; correct `off`")
        } else if let Some(day) = named.find(|day| !self.reaches(*day)) {
            format!("{day} is over {REACH} days outside {}; correct the year", self.year)
        } else {
            let day = holiday.work.iter().find(|day| !is_weekend(day.0))?.0;
            format!("{day} is no Saturday or Sunday, so it makes up for nothing; correct `work`")
        };
        Some(self.wrong(&holiday.name, fault))
    }

    fn contradiction(&self, paper: &Paper) -> Option<NoticeError> {
        let off = |day: Date| {
            let mut spans = paper.holiday.iter().map(|holiday| holiday.off);
            spans.any(|span| span.from.0 <= day && day <= span.to.0)
        };
        let worked = |holiday: &Holiday| holiday.work.iter().map(|day| day.0).find(|day| off(*day));
        let (holiday, day) =
            paper.holiday.iter().find_map(|holiday| Some((holiday, worked(holiday)?)))?;
        let fault = format!("{day} is both worked and off; take it out of `work` or of `off`");
        Some(self.wrong(&holiday.name, fault))
    }

    fn reaches(&self, day: Date) -> bool {
        let (first, last) = (Date::new(self.year, 1, 1), Date::new(self.year, 12, 31));
        first.is_ok_and(|first| apart(day, first) <= REACH)
            && last.is_ok_and(|last| apart(last, day) <= REACH)
    }
}

/// The fault of a statutory day that is not given off.
pub fn statute_worked(day: Date) -> String {
    format!("{day} is a statutory holiday; name it in `off`, and not in `work`")
}

/// The days of a span.
fn days(span: Span) -> impl Iterator<Item = Date> {
    let first = Some(span.from.0);
    std::iter::successors(first, |day| day.tomorrow().ok()).take_while(move |day| *day <= span.to.0)
}

/// Days from one date to another; negative where the other is earlier.
fn apart(from: Date, to: Date) -> i32 {
    from.duration_until(to).as_hours().div_euclid(24).try_into().unwrap_or(i32::MAX)
}

fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// What the reader said, with its line.
pub fn said(fault: &toml::de::Error, text: &str) -> String {
    let breaks = |start: usize| text.bytes().take(start).filter(|byte| *byte == b'\n').count();
    let line = fault.span().map(|span| breaks(span.start) + 1);
    let line = line.map_or_else(String::new, |line| format!("line {line}: "));
    format!("{line}{}", fault.message().replace('\n', ", "))
}
