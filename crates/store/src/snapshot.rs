//! A copy of the whole store (备份) that belongs to neither engine: every table as rows of JSON.
//!
//! Taking one reads in a single transaction that sees one moment, however busy the store is.
//! Loading one writes in a single transaction into a store where nothing stands yet. The tables
//! are those of [`governed`](crate::governed); the columns are the database's own.

mod line;
mod load;
mod shape;
mod take;

pub use line::LineError;
pub use load::{LoadError, Loading};
pub use shape::{Kind, Shape};
pub use take::Snapshot;

use crate::governed::{FREE, GOVERNED, LEDGER};

/// Tables that are not copied, each with the reason.
pub const LEFT_OUT: &[(&str, &str)] = &[
    ("_sqlx_migrations", "a store knows by itself which migrations ran in it"),
    ("one_time_code", "a code that left the office with the copy must open nothing"),
    ("session", "nobody is signed in to a restored store"),
    ("sign_in_failure", "counts that expire within the hour"),
    ("stand_in", "nobody acts for another in a restored store until they say so"),
];

/// The tables a copy has, by name.
pub fn tables() -> Vec<&'static str> {
    let governed = GOVERNED.iter().flat_map(|kind| kind.tables).map(|table| table.name);
    let free = FREE.iter().map(|(name, _)| *name);
    let is_copied = |name: &&str| LEFT_OUT.iter().all(|(left_out, _)| left_out != name);
    let mut names: Vec<_> =
        governed.chain(LEDGER.iter().copied()).chain(free).filter(is_copied).collect();
    names.sort_unstable();
    names
}

/// The number of the newest migration this program knows.
pub fn newest_schema() -> i64 {
    crate::MIGRATIONS.iter().map(|migration| migration.0).max().unwrap_or(0)
}
