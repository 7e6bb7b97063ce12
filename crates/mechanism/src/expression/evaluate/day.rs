//! Days, workdays and lengths of time.

use super::Seen;
use super::arithmetic::DAY;
use jiff::civil::Date;
use jiff::{SignedDuration, ToSpan};
use qz_domain::calendar::Calendar;

/// Days from one day to another; below 0 where that comes before.
pub(super) fn days<'a>(from: Seen<'a>, to: Seen<'a>) -> Seen<'a> {
    match (from, to) {
        (Seen::Date(from), Seen::Date(to)) => Seen::Int(to.duration_since(from).as_secs() / DAY),
        _ => Seen::Missing,
    }
}

/// Whether offices work on a day; missing where that year's notice is not known.
pub(super) fn is_workday<'a>(calendar: &Calendar, day: Seen<'a>) -> Seen<'a> {
    match day {
        Seen::Date(day) => Seen::truth(calendar.is_workday(day).ok()),
        _ => Seen::Missing,
    }
}

/// Workdays after one day up to another, 0 where that does not come after it; missing where a day between lies in a
/// year whose notice is not known.
pub(super) fn workdays<'a>(calendar: &Calendar, from: Seen<'a>, to: Seen<'a>) -> Seen<'a> {
    let (Seen::Date(from), Seen::Date(to)) = (from, to) else { return Seen::Missing };
    if from >= to {
        return Seen::Int(0);
    }
    // Only years that are known are gone through, so no interval is long.
    let is_known =
        (from.year()..=to.year()).all(|year| calendar.knows(year) || is_unasked(from, year));
    if !is_known {
        return Seen::Missing;
    }
    let after = from.series(1.day()).skip(1).take_while(|day| *day <= to);
    let worked = after.filter(|day| calendar.is_workday(*day) == Ok(true)).count();
    i64::try_from(worked).map_or(Seen::Missing, Seen::Int)
}

/// Whether no day of a year is counted although the interval begins in it: on its last day.
fn is_unasked(from: Date, year: i16) -> bool {
    from.year() == year && from == from.last_of_year()
}

/// The county's day at a point in time.
pub(super) fn date(at: Seen<'_>) -> Seen<'_> {
    match at {
        Seen::Instant(at) => Seen::Date(qz_domain::instant::day(at)),
        Seen::Date(day) => Seen::Date(day),
        _ => Seen::Missing,
    }
}

/// A length of so many days, hours and minutes.
pub(super) fn length(parts: [Seen<'_>; 3]) -> Seen<'_> {
    let seconds = parts.into_iter().zip([DAY, 3600, 60]).try_fold(0_i64, |sum, (part, unit)| {
        let Seen::Int(count) = part else { return None };
        sum.checked_add(count.checked_mul(unit)?)
    });
    seconds.map_or(Seen::Missing, |seconds| Seen::Duration(SignedDuration::from_secs(seconds)))
}
