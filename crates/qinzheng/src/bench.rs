//! Measurements anybody can repeat: each beside its peer in the same run, in stores of their own
//! in a temporary folder. Rounds alternate, and the median counts.

mod acts;
mod attendance;
mod county;
mod figure;
mod http;
mod ingest;
mod ledger;
mod mechanism;
mod meter;
mod month;
mod pages;
mod punch;
mod rows;

pub use attendance::Options as AttendanceOptions;
pub use figure::Figure;

use anyhow::Result;
use clap::ValueEnum;

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Name {
    /// Visits filed one by one, each waiting for its commit.
    ActsSingle,
    /// The year's visits as one batch.
    ActsBatch,
    /// A million punch-like rows through the writer, beside SQLite's own insert of the same rows.
    Rows,
    /// What terminals send, over HTTP into a store on the disk, beside SQLite's own insert of as many rows.
    Ingest,
    /// Leaves appended to the tree.
    LedgerAppend,
    /// A published log of a million leaves checked from its files.
    LedgerVerifyTiles,
    /// The demo's store checked with every object in it.
    LedgerVerifyStore,
    /// A month of punches judged, from the order they arrived in, sorted and from CSV, beside DuckDB.
    Attendance,
    /// A county's month and year of attendance judged from its store.
    AttendanceCounty,
    /// A thousand rules of schemes asked of twenty thousand people over a year.
    Mechanism,
    /// Handler times of the pages people open most.
    Pages,
    /// The home page over loopback, beside the least an axum server can do with as many bytes.
    Http,
}

/// Measures one thing in `rounds` rounds.
pub async fn run(name: Name, rounds: usize, options: &AttendanceOptions) -> Result<Vec<Figure>> {
    match name {
        Name::ActsSingle => acts::single(rounds).await,
        Name::ActsBatch => acts::batch(rounds).await,
        Name::Rows => rows::measure(rounds).await,
        Name::Ingest => ingest::measure(rounds).await,
        Name::LedgerAppend => Ok(ledger::append(rounds)),
        Name::LedgerVerifyTiles => ledger::verify_tiles(rounds),
        Name::LedgerVerifyStore => ledger::verify_store_with_objects(rounds).await,
        Name::Mechanism => mechanism::measure(rounds).await,
        Name::Attendance => attendance::measure(rounds, options),
        Name::AttendanceCounty => month::measure(rounds).await,
        Name::Pages => pages::measure(rounds).await,
        Name::Http => http::measure(rounds).await,
    }
}
