//! Outages of terminals (设备故障): recorded, taken back, and those that touch a stretch. Lists are in [`list`].

pub mod list;

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::row::written;
use crate::visit::read_instant;
use crate::writer::Write;
use jiff::Timestamp;
use qz_domain::id::{OutageId, TerminalId, UnitId};
use qz_domain::outage::Outage;

pub(crate) type OutageRow = (i64, i64, Option<i64>, i64, i64, String, String);

/// An outage by its number in the store.
pub async fn find(conn: &mut Conn, id: OutageId) -> Result<Option<Outage>, StoreError> {
    const SQL: &str = "
        select id, unit, terminal, begins_at, ends_at, reason, taken_back from outage where id = $1";
    let row: Option<OutageRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    row.map(read).transpose()
}

/// The outages that stand and touch a stretch, by unit, then by when they begin.
pub async fn within(
    conn: &mut Conn,
    (from, to): (Timestamp, Timestamp),
) -> Result<Vec<Outage>, StoreError> {
    const SQL: &str = "
        select id, unit, terminal, begins_at, ends_at, reason, taken_back
          from outage
         where taken_back = '' and begins_at < $2 and ends_at > $1
         order by unit, begins_at, id";
    let rows: Vec<OutageRow> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(from.as_millisecond())
        .bind(to.as_millisecond())
        .fetch_all(c)
        .await)?;
    rows.into_iter().map(read).collect()
}

/// Whether an outage of a unit that stands holds an instant.
pub async fn is_on_record(
    conn: &mut Conn,
    unit: UnitId,
    at: Timestamp,
) -> Result<bool, StoreError> {
    const SQL: &str = "
        select count(*)
          from outage
         where unit = $1 and taken_back = '' and begins_at <= $2 and ends_at > $2";
    let at = at.as_millisecond();
    let (count,): (i64,) =
        on_either!(conn, c => sqlx::query_as(SQL).bind(unit.0).bind(at).fetch_one(c).await)?;
    Ok(count > 0)
}

written! { "outage": unit, terminal, begins_at, ends_at, reason, taken_back }

/// Adds an outage.
pub async fn insert(write: &mut Write, row: &Outage) -> Result<(), StoreError> {
    write_row(write, row, INSERT).await
}

/// Writes every field of an outage.
pub async fn update(write: &mut Write, row: &Outage) -> Result<(), StoreError> {
    write_row(write, row, UPDATE).await
}

async fn write_row(write: &mut Write, row: &Outage, sql: &'static str) -> Result<(), StoreError> {
    on_either!(write.reads(), c => sqlx::query(sql)
        .bind(row.unit.0)
        .bind(row.terminal.map(|terminal| terminal.0))
        .bind(row.from.as_millisecond())
        .bind(row.to.as_millisecond())
        .bind(&row.reason)
        .bind(&row.taken_back)
        .bind(row.id.0)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

pub(crate) fn read(
    (id, unit, terminal, from, to, reason, taken_back): OutageRow,
) -> Result<Outage, StoreError> {
    Ok(Outage {
        id: OutageId(id),
        unit: UnitId(unit),
        terminal: terminal.map(TerminalId),
        from: read_instant(from, "outage", id)?,
        to: read_instant(to, "outage", id)?,
        reason,
        taken_back,
    })
}
