//! Terms (期限): on which day a length of time ends. 民法典 arts. 200 to 204.
//!
//! The day a term is counted from is not counted (art. 201). A term of months ends on the matching
//! day, or on the month's last where there is none (art. 202). A term whose last day is a rest day
//! ends on the next workday (art. 203); a Saturday or Sunday that is worked by a notice is no rest
//! day. A term ends at 24:00 of its last day. Where a law counts working days, rest days are left out and
//! make-up workdays counted in; where a law or an agreement has a rule of its own, that rule prevails
//! (art. 204), and these functions are not for it.

use crate::calendar::{Calendar, UnknownYear};
use jiff::ToSpan;
use jiff::civil::Date;
use std::fmt;
use std::str::FromStr;

/// The longest length that is read, in its own unit.
const LONGEST: u16 = 9999;

/// Months of a year.
const YEAR: u16 = 12;

/// A length of time as laws give it; 0 ends on the first day itself, or the workday after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Length {
    /// Calendar days (日), rest days among them: `30d`.
    Days(u16),
    /// Working days (工作日): `15wd`.
    Workdays(u16),
    /// Months (月): `1mo`; a year (年) is twelve of them, `1y`.
    Months(u16),
}

/// A text that is no length.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a length of time: write 1 to {LONGEST} days, working days, months or years, like `30d`, `15wd`, `1mo` or `1y`"
)]
pub struct ParseLengthError(pub String);

/// On which day a term ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// On this day, at 24:00.
    Fixed(Date),
    /// It depends on a year whose holiday notice is not known. Ask again with a calendar that has it.
    AwaitingCalendar {
        /// The first year that is missing.
        year: i16,
        /// The term ends on this day or later.
        not_before: Date,
    },
}

impl Due {
    /// The day it ends, or the first day it might.
    pub fn earliest(self) -> Date {
        match self {
            Self::Fixed(day) => day,
            Self::AwaitingCalendar { not_before, .. } => not_before,
        }
    }

    /// Whether the term is over on a day, for certain: one that waits for a year's calendar is not.
    pub fn is_over(self, day: Date) -> bool {
        matches!(self, Self::Fixed(last) if day > last)
    }

    /// Whether its last day has come, for certain.
    pub fn has_come(self, day: Date) -> bool {
        matches!(self, Self::Fixed(last) if day >= last)
    }
}

/// A term as it runs (期限): from when, how long, until when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline {
    /// The day it is counted from; that day is not counted.
    pub from: Date,
    /// How long.
    pub length: Length,
    /// On which day it ends.
    pub due: Due,
}

impl Deadline {
    /// The same term, ended by this day at the latest, whatever the calendar will say.
    #[must_use]
    pub fn no_later_than(self, last: Date) -> Self {
        let due = if self.due.earliest() < last { self.due } else { Due::Fixed(last) };
        Self { due, ..self }
    }

    /// The term of a length, by what the calendar knows.
    pub fn new(calendar: &Calendar, from: Date, length: Length) -> Self {
        Self { from, length, due: due(calendar, from, length) }
    }
}

/// The last day of a term that is counted from `from`.
///
/// Days past 9999-12-31 count as that day, which no calendar knows.
pub fn due(calendar: &Calendar, from: Date, length: Length) -> Due {
    match length {
        Length::Days(days) => roll(calendar, from.saturating_add(i32::from(days).days())),
        Length::Months(months) => roll(calendar, from.saturating_add(i32::from(months).months())),
        Length::Workdays(0) => roll(calendar, from),
        Length::Workdays(days) => count(calendar, from, days),
    }
}

/// The day, or the first workday after it.
fn roll(calendar: &Calendar, last: Date) -> Due {
    let mut day = last;
    loop {
        match calendar.is_workday(day) {
            Ok(true) => return Due::Fixed(day),
            Ok(false) => day = day.saturating_add(1.day()),
            Err(UnknownYear(year)) => return Due::AwaitingCalendar { year, not_before: day },
        }
    }
}

/// The `left`th workday after a day; `left` is at least 1.
fn count(calendar: &Calendar, from: Date, mut left: u16) -> Due {
    let mut day = from;
    loop {
        day = day.saturating_add(1.day());
        match calendar.is_workday(day) {
            Ok(true) if left == 1 => return Due::Fixed(day),
            Ok(true) => left -= 1,
            Ok(false) => {}
            Err(UnknownYear(year)) => {
                let not_before = day.saturating_add(i32::from(left - 1).days());
                return Due::AwaitingCalendar { year, not_before };
            }
        }
    }
}

impl Length {
    /// How many, in its own unit.
    pub fn count(self) -> u16 {
        let (Self::Days(count) | Self::Workdays(count) | Self::Months(count)) = self;
        count
    }

    /// The unit, as it is written: `d`, `wd` or `mo`.
    pub fn unit(self) -> &'static str {
        match self {
            Self::Days(_) => "d",
            Self::Workdays(_) => "wd",
            Self::Months(_) => "mo",
        }
    }
}

impl FromStr for Length {
    type Err = ParseLengthError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        read(text).ok_or_else(|| ParseLengthError(text.to_owned()))
    }
}

fn read(text: &str) -> Option<Length> {
    let (number, unit) = text.split_at(text.find(|letter: char| !letter.is_ascii_digit())?);
    let number = number.parse().ok().filter(|number| (1..=LONGEST).contains(number))?;
    match unit {
        "d" => Some(Length::Days(number)),
        "wd" => Some(Length::Workdays(number)),
        "mo" => Some(Length::Months(number)),
        "y" => number.checked_mul(YEAR).filter(|months| *months <= LONGEST).map(Length::Months),
        _ => None,
    }
}

impl fmt::Display for Length {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}{}", self.count(), self.unit())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn ends(from: Date, length: &str) -> Due {
        due(&Calendar::shipped().unwrap(), from, length.parse().unwrap())
    }

    #[test]
    fn the_first_day_is_not_counted_and_a_rest_day_ends_nothing() {
        for (from, length, end) in [
            (date(2026, 1, 15), "30d", date(2026, 2, 14)),
            (date(2026, 1, 20), "30d", date(2026, 2, 24)),
            (date(2026, 2, 5), "20wd", date(2026, 3, 11)),
            (date(2026, 1, 31), "1mo", date(2026, 2, 28)),
            (date(2026, 8, 2), "60d", date(2026, 10, 8)),
            (date(2026, 9, 21), "15wd", date(2026, 10, 19)),
            (date(2015, 6, 17), "10wd", date(2015, 7, 2)),
            (date(2024, 2, 29), "1y", date(2025, 2, 28)),
            (date(2015, 9, 1), "2d", date(2015, 9, 6)),
            (date(2006, 12, 28), "2d", date(2006, 12, 30)),
            (date(2006, 12, 29), "3wd", date(2007, 1, 4)),
        ] {
            assert_eq!(ends(from, length), Due::Fixed(end), "{length} from {from}");
        }
    }

    #[test]
    fn what_waits_for_a_notice_is_neither_over_nor_come() {
        let (last, after) = (date(2026, 12, 31), date(2027, 1, 1));
        let fixed = Due::Fixed(last);
        assert!(fixed.has_come(last) && !fixed.is_over(last) && fixed.is_over(after));
        let waits = Due::AwaitingCalendar { year: 2027, not_before: last };
        assert!(!waits.has_come(after) && !waits.is_over(date(2027, 12, 31)));
    }

    #[test]
    fn a_term_into_a_year_without_notice_waits_for_it() {
        let waits = |not_before| Due::AwaitingCalendar { year: 2027, not_before };
        assert_eq!(ends(date(2026, 11, 23), "60d"), waits(date(2027, 1, 22)));
        assert_eq!(ends(date(2026, 11, 23), "38d"), Due::Fixed(date(2026, 12, 31)));
        assert_eq!(ends(date(2026, 12, 31), "1wd"), waits(date(2027, 1, 1)));
        assert_eq!(ends(date(2026, 12, 30), "4wd"), waits(date(2027, 1, 3)));
        assert_eq!(
            ends(date(9999, 12, 1), "9999mo"),
            Due::AwaitingCalendar { year: 9999, not_before: Date::MAX }
        );
    }

    #[test]
    fn a_term_that_may_not_outlast_a_day_ends_on_it_though_its_calendar_is_unknown() {
        let calendar = Calendar::shipped().unwrap();
        let term = |from| Deadline::new(&calendar, from, Length::Months(6));
        let open = term(date(2026, 11, 23));
        assert_eq!(open.no_later_than(date(2027, 5, 1)).due, Due::Fixed(date(2027, 5, 1)));
        assert_eq!(open.no_later_than(date(2027, 5, 24)), open);
        let fixed = term(date(2015, 7, 3));
        assert_eq!(fixed.due, Due::Fixed(date(2016, 1, 4)));
        assert_eq!(fixed.no_later_than(date(2015, 12, 25)).due, Due::Fixed(date(2015, 12, 25)));
        assert_eq!(fixed.no_later_than(date(2016, 1, 4)), fixed);
    }

    #[test]
    fn only_the_written_forms_are_lengths() {
        for (text, length) in [
            ("30d", Length::Days(30)),
            (" 15wd ", Length::Workdays(15)),
            ("1mo", Length::Months(1)),
            ("2y", Length::Months(24)),
        ] {
            assert_eq!(text.parse(), Ok(length), "{text}");
        }
        for text in ["", "d", "30", "0d", "10000d", "-1d", "+1d", "1 d", "1w", "1m", "834y", "٣d"]
        {
            assert!(text.parse::<Length>().is_err(), "{text}");
        }
        insta::assert_snapshot!("a week".parse::<Length>().unwrap_err(), @"`a week` is not a length of time: write 1 to 9999 days, working days, months or years, like `30d`, `15wd`, `1mo` or `1y`");
    }
}
