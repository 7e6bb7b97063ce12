//! A number of a cell as the text a person would read.

use jiff::ToSpan as _;
use jiff::civil::{Date, DateTime, Time, date};

use super::styles::Look;
use crate::sheet::{day_text, moment_text};

/// Whole numbers from here on have lost digits: programs keep fifteen.
const EXACT: f64 = 1e15;

/// Seconds of a day.
const DAY: i64 = 86_400;

/// The day from which a workbook counts its dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Epoch {
    /// Day 1 is 1900-01-01; day 60 is a 1900-02-29 that never was.
    #[default]
    Since1900,
    /// Day 0 is 1904-01-01.
    Since1904,
}

impl Epoch {
    pub(super) fn of(since_1904: bool) -> Self {
        if since_1904 { Self::Since1904 } else { Self::Since1900 }
    }

    /// The civil day of a day number; none for the two that never were (0 and 1900-02-29).
    fn day(self, number: i64) -> Option<Date> {
        let zero = match self {
            Self::Since1904 => date(1904, 1, 1),
            Self::Since1900 if matches!(number, 0 | 60) => return None,
            Self::Since1900 if number < 60 => date(1899, 12, 31),
            Self::Since1900 => date(1899, 12, 30),
        };
        zero.checked_add(number.days()).ok()
    }
}

/// The number as its cell shows it; `None` when the program has already lost its last digits or it
/// is no number at all.
pub(super) fn show(raw: &str, look: Look, epoch: Epoch) -> Option<String> {
    let number: f64 = raw.trim().parse().ok().filter(|number: &f64| number.is_finite())?;
    let shown = match look {
        Look::Number => None,
        Look::Code(digits) => code(number, digits),
        Look::Day | Look::Time => moment(number, look, epoch),
        Look::Span => span(number),
    };
    match shown {
        Some(text) => Some(text),
        None if number.abs() >= EXACT => None,
        None => Some(plain(number)),
    }
}

/// Fifteen digits, as spreadsheet programs show: `0.1 + 0.2` is `0.3`.
fn plain(number: f64) -> String {
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    if rounded == 0.0 { "0".to_owned() } else { rounded.to_string() }
}

fn code(number: f64, digits: u8) -> Option<String> {
    let whole = number.fract() == 0.0 && (0.0..EXACT).contains(&number);
    whole.then(|| format!("{number:0>width$}", width = usize::from(digits)))
}

/// Whole seconds in a number of days, when that is a time civil dates can hold.
fn seconds(days: f64) -> Option<i64> {
    let seconds = (days * 86_400.0).round();
    let held = (0.0..3e11).contains(&seconds);
    #[expect(clippy::cast_possible_truncation, reason = "whole and below 3e11")]
    held.then_some(seconds as i64)
}

fn moment(number: f64, look: Look, epoch: Epoch) -> Option<String> {
    let seconds = seconds(number)?;
    let (days, rest) = (seconds / DAY, seconds % DAY);
    let time = Time::midnight().checked_add(rest.seconds()).ok()?;
    if days == 0 && look == Look::Time {
        return Some(time_text(time));
    }
    let day = epoch.day(days)?;
    if rest == 0 && look == Look::Day {
        return Some(day_text(day));
    }
    Some(moment_text(DateTime::from_parts(day, time)))
}

fn time_text(time: Time) -> String {
    let pattern = if time.second() == 0 { "%H:%M" } else { "%H:%M:%S" };
    time.strftime(pattern).to_string()
}

fn span(number: f64) -> Option<String> {
    let seconds = seconds(number)?;
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    Some(match rest {
        0 => format!("{hours:02}:{minutes:02}"),
        rest => format!("{hours:02}:{minutes:02}:{rest:02}"),
    })
}

#[cfg(test)]
mod tests {
    use super::{Epoch, show};
    use crate::sheet::read_xlsx::styles::Look;

    #[test]
    fn a_number_is_the_text_a_person_reads() {
        let table = [
            ("3", Look::Number, "3"),
            ("3.0", Look::Number, "3"),
            ("-0.5", Look::Number, "-0.5"),
            ("0.30000000000000004", Look::Number, "0.3"),
            ("1.5E-3", Look::Number, "0.0015"),
            ("-0", Look::Number, "0"),
            ("999999999999999", Look::Number, "999999999999999"),
            ("42", Look::Code(6), "000042"),
            ("42.5", Look::Code(6), "42.5"),
            ("42173", Look::Day, "2015-06-18"),
            ("42173", Look::Time, "2015-06-18 00:00"),
            ("42173.395833333336", Look::Time, "2015-06-18 09:30"),
            ("42173.395833333336", Look::Day, "2015-06-18 09:30"),
            ("42173.999999", Look::Day, "2015-06-19"),
            ("0.39583333333333331", Look::Time, "09:30"),
            ("0", Look::Day, "0"),
            ("1", Look::Day, "1900-01-01"),
            ("59", Look::Day, "1900-02-28"),
            ("60", Look::Day, "60"),
            ("61", Look::Day, "1900-03-01"),
            ("-1", Look::Day, "-1"),
            ("1.1458333333333333", Look::Span, "27:30"),
        ];
        for (raw, look, expected) in table {
            assert_eq!(show(raw, look, Epoch::Since1900).as_deref(), Some(expected), "{raw}");
        }
    }

    #[test]
    fn a_workbook_may_count_from_1904() {
        assert_eq!(show("40711", Look::Day, Epoch::Since1904).as_deref(), Some("2015-06-18"));
    }

    #[test]
    fn a_number_with_lost_digits_is_none() {
        for raw in ["110101199003070000", "1E15", "NaN", "inf", "x", ""] {
            assert_eq!(show(raw, Look::Number, Epoch::Since1900), None, "{raw}");
        }
    }
}
