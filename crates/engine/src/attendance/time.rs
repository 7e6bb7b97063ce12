//! Time as it is judged: whole seconds at +08:00, the country's only zone.

use jiff::civil::{Date, date};

/// Seconds since 2000-01-01 00:00 at +08:00; enough until 2068.
pub type Second = i32;

/// Days since 2000-01-01.
pub type DayNumber = i32;

/// Seconds of a day; there is no summer time.
pub const DAY: Second = 86_400;

const ORIGIN: Date = date(2000, 1, 1);

/// The number of a date.
pub fn day_number(day: Date) -> DayNumber {
    day.duration_since(ORIGIN).as_hours().try_into().map_or(DayNumber::MAX, |hours: i32| hours / 24)
}

/// The date of a number; the last one there is where it lies beyond.
pub fn date_of(day: DayNumber) -> Date {
    ORIGIN.saturating_add(jiff::SignedDuration::from_hours(i64::from(day) * 24))
}

/// When a day begins.
pub const fn midnight(day: DayNumber) -> Second {
    day.saturating_mul(DAY)
}
