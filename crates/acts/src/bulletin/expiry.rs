//! How long a bulletin may name people (显名期限): no longer than the measure it tells of bears on them.

use crate::matter::law;
use qz_domain::accountability::Accountability;
use qz_domain::term::Deadline;

/// A bulletin's expiry, ended by the shortest influence period (影响期) among its decisions on persons.
/// A measure without such a period ends nothing.
pub(crate) fn capped(expiry: Deadline, told: &[Accountability]) -> Deadline {
    match told.iter().filter_map(|one| law::bears_until(one, &one.measure)).min() {
        Some(last) => expiry.no_later_than(last),
        None => expiry,
    }
}
