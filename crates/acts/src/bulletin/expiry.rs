//! How long a bulletin may name people (显名期限): no longer than the measure it tells of bears on them.

use jiff::civil::Date;
use qz_domain::accountability::Accountability;
use qz_domain::law::Law;
use qz_domain::term::Deadline;

/// A bulletin's expiry, ended by the shortest influence period (影响期) among its decisions on persons.
/// A measure without such a period ends nothing.
pub(crate) fn capped(expiry: Deadline, told: &[Accountability]) -> Deadline {
    match told.iter().filter_map(bears_until).min() {
        Some(last) => expiry.no_later_than(last),
        None => expiry,
    }
}

/// The last day that a decision on a person bears on them, by the law of the day it was decided.
fn bears_until(one: &Accountability) -> Option<Date> {
    one.person()?;
    let decided = one.decided_on?;
    Law::shipped().on(decided).measure(&one.measure).ok()?.bears_until(decided)
}
