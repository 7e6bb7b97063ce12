//! What a visitor may ask of a list in the same way everywhere: a span of days, a unit.

use crate::app::WebState;
use crate::error::WebError;
use jiff::civil::{Date, date};
use qz_domain::field::{Fault, FieldError, day};
use qz_domain::id::UnitId;

/// The days from `from` to `to`, an open end where one is empty.
pub(in crate::page) fn span(
    (from_name, from): (&'static str, &str),
    (to_name, to): (&'static str, &str),
) -> Result<Option<(Date, Date)>, FieldError> {
    if from.trim().is_empty() && to.trim().is_empty() {
        return Ok(None);
    }
    let read = |name, given: &str, otherwise| {
        if given.trim().is_empty() { Ok(otherwise) } else { day(name, given) }
    };
    let first = read(from_name, from, date(1900, 1, 1))?;
    let last = read(to_name, to, date(2199, 12, 31))?;
    if last < first {
        return Err(FieldError::new(to_name, Fault::EndsBeforeStart));
    }
    Ok(Some((first, last)))
}

/// A unit by code or name; one that nobody knows finds nothing.
pub(in crate::page) async fn unit(
    state: &WebState,
    given: &str,
) -> Result<Option<UnitId>, WebError> {
    let given = given.trim();
    if given.is_empty() {
        return Ok(None);
    }
    let units = state.acts.units().await.map_err(WebError::internal)?;
    let first = given.split_whitespace().next().unwrap_or(given);
    let found = units.iter().find(|one| {
        one.code == first || one.name == given || one.name_en.eq_ignore_ascii_case(given)
    });
    Ok(Some(found.map_or(UnitId(-1), |one| one.id)))
}

/// The page that was asked for.
pub(in crate::page) fn page(given: &str) -> u64 {
    given.parse().unwrap_or(1).clamp(1, 100_000)
}
