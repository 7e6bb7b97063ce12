//! What a visitor may ask of a list in the same way everywhere: a span of days, a unit.

use crate::app::WebState;
use crate::error::WebError;
use crate::refusal::plain;
use crate::words::Words;
use jiff::civil::{Date, date};
use qz_acts::ActError;
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::id::UnitId;

/// A day, when one was asked for. What is no day is told, never passed over.
pub(in crate::page) fn day(name: &'static str, given: &str) -> Result<Option<Date>, FieldError> {
    if given.trim().is_empty() { Ok(None) } else { field::day(name, given).map(Some) }
}

/// The days `from` and `to`, an open end where one is empty, and what is wrong with them.
pub(in crate::page) fn span(from: &str, to: &str) -> (Option<(Date, Date)>, Vec<FieldError>) {
    let mut faults = vec![];
    let mut read = |name, given| {
        day(name, given).unwrap_or_else(|fault| {
            faults.push(fault);
            None
        })
    };
    let (first, last) = (read("from", from), read("to", to));
    if first.zip(last).is_some_and(|(first, last)| last < first) {
        faults.push(FieldError::new("to", Fault::EndsBeforeStart));
    }
    if !faults.is_empty() || first.or(last).is_none() {
        return (None, faults);
    }
    (Some((first.unwrap_or(date(1900, 1, 1)), last.unwrap_or(date(2199, 12, 31)))), faults)
}

/// A file is of what was asked for: where that cannot be read, there is none.
pub(in crate::page) fn readable(words: Words, faults: &[FieldError]) -> Result<(), WebError> {
    if faults.is_empty() { Ok(()) } else { Err(WebError::Invalid(plain(words, faults))) }
}

/// A unit by code or name; one that nobody knows finds nothing.
pub(in crate::page) async fn unit(
    state: &WebState,
    given: &str,
) -> Result<Option<UnitId>, ActError> {
    let given = given.trim();
    if given.is_empty() {
        return Ok(None);
    }
    let units = state.acts.units().await?;
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
