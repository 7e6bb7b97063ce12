//! Punches (打卡) and the uploads they came in. A punch is appended and stays; whose it is follows from the numbering of
//! its terminal on its day, so that a number that is mapped later gives its punches their person. Lists are in [`list`].

pub mod list;
mod written;

pub use written::record;

use crate::bulk::{Column, Target};
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::writer::Write;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use qz_domain::id::{BatchId, TerminalId};
use qz_domain::punch::{AHEAD_OF_US_MOST, Aside, Clock, Drift, Line};
use qz_domain::spelled::Spelled;
use std::collections::BTreeSet;

/// An upload as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// Number in the store.
    pub id: BatchId,
    /// Which terminal.
    pub terminal: TerminalId,
    /// Which of its tables.
    pub source: &'static str,
    /// How far it then had sent, in its words.
    pub stamp: String,
    /// The SHA-256 of what is kept of it.
    pub hash: String,
    /// Its lines: punches, those set aside, and repeats.
    pub line_count: i64,
    /// When it was received.
    pub received_at: Timestamp,
    /// What its times were corrected by, when that was measured.
    pub drift: Option<Drift>,
}

/// A line as a punch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// The line.
    pub line: Line,
    /// The instant it is taken to be of.
    pub at: Timestamp,
    /// What is known of that.
    pub clock: Clock,
}

/// Adds an upload with what is kept of it; the same bytes are kept once.
pub async fn insert_batch(write: &mut Write, new: &Batch, body: Vec<u8>) -> Result<(), StoreError> {
    const BATCH: Target = Target {
        table: "terminal_batch",
        columns: &[
            "id",
            "terminal",
            "source",
            "stamp",
            "hash",
            "line_count",
            "received_at",
            "drift",
            "drift_at",
        ],
        tail: "",
    };
    const BODY: Target = Target {
        table: "evidence_body",
        columns: &["hash", "body"],
        tail: "on conflict (hash) do nothing",
    };
    let kept = vec![Column::Text(vec![new.hash.clone()]), Column::Bytes(vec![body])];
    write.insert(BODY, kept).await?;
    let columns = vec![
        Column::Int(vec![new.id.0]),
        Column::Int(vec![new.terminal.0]),
        Column::Text(vec![new.source.to_owned()]),
        Column::Text(vec![new.stamp.clone()]),
        Column::Text(vec![new.hash.clone()]),
        Column::Int(vec![new.line_count]),
        Column::Int(vec![new.received_at.as_millisecond()]),
        Column::MaybeInt(vec![new.drift.map(|drift| drift.seconds)]),
        Column::MaybeInt(vec![new.drift.map(|drift| drift.measured_at.as_millisecond())]),
    ];
    write.insert(BATCH, columns).await.map(drop)
}

/// Adds punches; one that is there already stays as it is. Tells how many were new.
pub async fn insert(
    write: &mut Write,
    batch: &Batch,
    punches: &[Placed],
) -> Result<u64, StoreError> {
    const PUNCH: Target = Target {
        table: "punch",
        columns: &["batch", "line", "terminal", "pin", "shown", "status", "verify", "at", "clock"],
        tail: "on conflict (terminal, shown, pin, status, verify) do nothing",
    };
    remember(write, batch.terminal, punches).await?;
    let int = |pick: fn(&Placed) -> i64| Column::Int(punches.iter().map(pick).collect());
    let text = |pick: fn(&Placed) -> String| Column::Text(punches.iter().map(pick).collect());
    let columns = vec![
        Column::Int(vec![batch.id.0; punches.len()]),
        int(|one| one.line.number),
        Column::Int(vec![batch.terminal.0; punches.len()]),
        text(|one| one.line.pin.as_str().to_owned()),
        text(|one| one.line.shown.to_string()),
        int(|one| one.line.status),
        int(|one| one.line.verify),
        int(|one| one.at.as_millisecond()),
        text(|one| one.clock.code().to_owned()),
    ];
    write.insert(PUNCH, columns).await
}

/// Remembers which numbers a terminal read.
async fn remember(
    write: &mut Write,
    terminal: TerminalId,
    punches: &[Placed],
) -> Result<(), StoreError> {
    const PIN: Target = Target {
        table: "pin_terminal",
        columns: &["pin", "terminal"],
        tail: "on conflict (pin, terminal) do nothing",
    };
    let pins: BTreeSet<&str> = punches.iter().map(|one| one.line.pin.as_str()).collect();
    let terminals = Column::Int(vec![terminal.0; pins.len()]);
    let pins = Column::Text(pins.into_iter().map(str::to_owned).collect());
    write.insert(PIN, vec![pins, terminals]).await.map(drop)
}

/// Adds lines that are set aside.
pub async fn insert_asides(
    write: &mut Write,
    batch: BatchId,
    asides: &[Aside],
) -> Result<(), StoreError> {
    const ASIDE: Target =
        Target { table: "punch_aside", columns: &["batch", "line", "reason", "body"], tail: "" };
    let columns = vec![
        Column::Int(vec![batch.0; asides.len()]),
        Column::Int(asides.iter().map(|one| one.number).collect()),
        Column::Text(asides.iter().map(|one| one.reason.code().to_owned()).collect()),
        Column::Text(asides.iter().map(|one| one.text.clone()).collect()),
    ];
    write.insert(ASIDE, columns).await.map(drop)
}

/// What the clocks of terminals showed, at the earliest and before what, at punches of some days: one may have been behind by a
/// day or ahead by a week.
pub(crate) fn shown((from, to): (Date, Date)) -> (String, String) {
    let first = from.saturating_sub(1.day());
    let end = to.saturating_add(AHEAD_OF_US_MOST).saturating_add(1.day());
    (first.to_string(), end.to_string())
}

/// How many punches a terminal sent, and how many of its lines were set aside.
pub async fn counts(conn: &mut Conn, terminal: TerminalId) -> Result<(i64, i64), StoreError> {
    const SQL: &str = "
        select (select count(*) from punch where terminal = $1)
             , (select count(*)
                  from punch_aside a
                  join terminal_batch b on b.id = a.batch
                 where b.terminal = $1)";
    Ok(on_either!(conn, c => sqlx::query_as(SQL).bind(terminal.0).fetch_one(c).await)?)
}
