//! Arithmetic without end: what is too large, or divided by nothing, is missing.

use super::Seen;
use crate::expression::operator::Arithmetic;
use jiff::{SignedDuration, Span};
use rust_decimal::Decimal;

/// Seconds of a day.
pub(super) const DAY: i64 = 24 * 3600;

/// What comes of two values.
pub(super) fn result<'a>(operation: Arithmetic, one: Seen<'a>, two: Seen<'a>) -> Seen<'a> {
    match (one, two) {
        (Seen::Int(_), Seen::Int(_)) if operation == Arithmetic::Divide => {
            decimal(operation, one, two)
        }
        (Seen::Int(one), Seen::Int(two)) => whole(operation, one, two),
        (Seen::Int(_) | Seen::Decimal(_), Seen::Int(_) | Seen::Decimal(_)) => {
            decimal(operation, one, two)
        }
        _ => of_time(operation, one, two),
    }
}

/// The value with the other sign.
pub(super) fn negative(of: Seen<'_>) -> Seen<'_> {
    let negative = match of {
        Seen::Int(number) => number.checked_neg().map(Seen::Int),
        Seen::Decimal(number) => Some(Seen::Decimal(-number)),
        Seen::Duration(length) => length.checked_neg().map(Seen::Duration),
        _ => None,
    };
    negative.unwrap_or(Seen::Missing)
}

fn whole<'a>(operation: Arithmetic, one: i64, two: i64) -> Seen<'a> {
    let number = match operation {
        Arithmetic::Add => one.checked_add(two),
        Arithmetic::Subtract => one.checked_sub(two),
        Arithmetic::Multiply => one.checked_mul(two),
        Arithmetic::Remainder => one.checked_rem(two),
        Arithmetic::Divide => None,
    };
    number.map_or(Seen::Missing, Seen::Int)
}

fn decimal<'a>(operation: Arithmetic, one: Seen<'a>, two: Seen<'a>) -> Seen<'a> {
    let (Seen::Decimal(one), Seen::Decimal(two)) = (one.promoted(), two.promoted()) else {
        return Seen::Missing;
    };
    let number = match operation {
        Arithmetic::Add => one.checked_add(two),
        Arithmetic::Subtract => one.checked_sub(two),
        Arithmetic::Multiply => one.checked_mul(two),
        Arithmetic::Divide => quotient(one, two),
        Arithmetic::Remainder => one.checked_rem(two),
    };
    number.map_or(Seen::Missing, Seen::Decimal)
}

/// A quotient, to 28 digits; none by 0.
pub(super) fn quotient(one: Decimal, two: Decimal) -> Option<Decimal> {
    one.checked_div(two)
}

fn of_time<'a>(operation: Arithmetic, one: Seen<'a>, two: Seen<'a>) -> Seen<'a> {
    let found = match (operation, one, two) {
        (Arithmetic::Subtract, Seen::Date(one), Seen::Date(two)) => {
            Some(Seen::Duration(one.duration_since(two)))
        }
        (Arithmetic::Subtract, Seen::Instant(one), Seen::Instant(two)) => {
            Some(Seen::Duration(one.duration_since(two)))
        }
        (Arithmetic::Add, Seen::Duration(one), Seen::Duration(two)) => {
            one.checked_add(two).map(Seen::Duration)
        }
        (Arithmetic::Subtract, Seen::Duration(one), Seen::Duration(two)) => {
            one.checked_sub(two).map(Seen::Duration)
        }
        (Arithmetic::Multiply, Seen::Duration(length), Seen::Int(times))
        | (Arithmetic::Multiply, Seen::Int(times), Seen::Duration(length)) => {
            let times = i32::try_from(times).ok();
            times.and_then(|times| length.checked_mul(times)).map(Seen::Duration)
        }
        (Arithmetic::Add, at, Seen::Duration(length)) => moved(at, length),
        (Arithmetic::Subtract, at, Seen::Duration(length)) => {
            length.checked_neg().and_then(|length| moved(at, length))
        }
        _ => None,
    };
    found.unwrap_or(Seen::Missing)
}

/// A day or a point in time, so much later. A day moves by whole days; what is left of the length is dropped.
fn moved(at: Seen<'_>, length: SignedDuration) -> Option<Seen<'_>> {
    match at {
        Seen::Date(day) => {
            let days = Span::new().try_days(length.as_secs() / DAY).ok()?;
            day.checked_add(days).ok().map(Seen::Date)
        }
        Seen::Instant(at) => at.checked_add(length).ok().map(Seen::Instant),
        _ => None,
    }
}
