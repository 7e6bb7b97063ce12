//! Terms as the store keeps them: length, the day it ends or might end, the year it waits for.

use crate::error::StoreError;
use crate::person::read_day;
use jiff::civil::Date;
use qz_domain::term::{Deadline, Due};

/// The three columns of a term.
pub(crate) struct DeadlineColumns {
    /// Its length, as laws give it.
    pub length: String,
    /// The day it ends, or the first it might.
    pub due: String,
    /// The year whose notice it waits for.
    pub waits: Option<i64>,
}

/// A term as its columns.
pub(crate) fn columns(deadline: &Deadline) -> DeadlineColumns {
    let waits = match deadline.due {
        Due::Fixed(_) => None,
        Due::AwaitingCalendar { year, .. } => Some(i64::from(year)),
    };
    let (length, due) = (deadline.length.to_string(), deadline.due.earliest().to_string());
    DeadlineColumns { length, due, waits }
}

/// A term that may not run yet, as its columns.
pub(crate) fn maybe_columns(
    deadline: Option<&Deadline>,
) -> (Option<String>, Option<String>, Option<i64>) {
    match deadline.map(columns) {
        Some(DeadlineColumns { length, due, waits }) => (Some(length), Some(due), waits),
        None => (None, None, None),
    }
}

/// Reads a term back.
pub(crate) fn read(
    from: Date,
    (length, due, waits): (&str, &str, Option<i64>),
    (table, id): (&'static str, i64),
) -> Result<Deadline, StoreError> {
    let corrupt = || StoreError::Corrupt { table, id };
    let day = read_day(due, table, id)?;
    let due = match waits {
        None => Due::Fixed(day),
        Some(year) => {
            let year = i16::try_from(year).map_err(|_| corrupt())?;
            Due::AwaitingCalendar { year, not_before: day }
        }
    };
    let length = length.parse().map_err(|_| corrupt())?;
    Ok(Deadline { from, length, due })
}

/// Reads a term back that may not run yet.
pub(crate) fn maybe_read(
    from: Option<Date>,
    (length, due, waits): (Option<&str>, Option<&str>, Option<i64>),
    (table, id): (&'static str, i64),
) -> Result<Option<Deadline>, StoreError> {
    match (from, length, due) {
        (Some(from), Some(length), Some(due)) => {
            read(from, (length, due, waits), (table, id)).map(Some)
        }
        _ => Ok(None),
    }
}
