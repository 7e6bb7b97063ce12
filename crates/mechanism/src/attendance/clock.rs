//! Dates and times as a rule writes them.

use crate::Diagnostic;
use crate::node::Value;
use jiff::civil::Date;

/// Minutes of a day.
pub(super) const DAY: i32 = 24 * 60;

/// `2026-01-01`.
pub(super) fn date(value: Value<'_>) -> Result<Date, Diagnostic> {
    let what = || value.fault("this is no date").with_help("write it as 2026-01-01");
    value.text()?.parse().map_err(|_| what())
}

/// `05-01`, in any year.
pub(super) fn month_day(value: Value<'_>) -> Result<(i8, i8), Diagnostic> {
    let what = || value.fault("this is no day of the year").with_help("write it as 05-01");
    let leap: Date = format!("2024-{}", value.text()?).parse().map_err(|_| what())?;
    Ok((leap.month(), leap.day()))
}

/// `08:00`, or `08:00+1` on the next day; in minutes after midnight.
pub(super) fn time(value: Value<'_>) -> Result<i32, Diagnostic> {
    let what = || value.fault("this is no time of day").with_help("write it as 08:00, or 08:00+1");
    minutes(value.text()?).ok_or_else(what)
}

/// `12:00-14:00`, several with commas.
pub(super) fn stretches(value: Value<'_>) -> Result<Vec<(i32, i32)>, Diagnostic> {
    let what = || value.fault("this is no stretch of time").with_help("write it as 12:00-14:00");
    let read = |text: &str| {
        let (from, to) = text.trim().split_once('-')?;
        let (from, to) = (minutes(from)?, minutes(to)?);
        (from < to).then_some((from, to))
    };
    let found: Option<Vec<_>> = value.text()?.split(',').map(read).collect();
    let in_order = |all: &Vec<(i32, i32)>| all.windows(2).all(|two| two[0].1 <= two[1].0);
    found.filter(in_order).ok_or_else(what)
}

fn minutes(text: &str) -> Option<i32> {
    let (text, next) = match text.strip_suffix("+1") {
        Some(text) => (text, DAY),
        None => (text, 0),
    };
    let (hour, minute) = text.split_once(':')?;
    let digits = |text: &str, most: i32| {
        let is_plain = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse().ok().filter(|number: &i32| is_plain && *number <= most)
    };
    let at = digits(hour, 24)? * 60 + digits(minute, 59)?;
    (at <= DAY).then_some(at + next)
}
