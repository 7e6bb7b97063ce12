//! What is known of a terminal besides the acts: when it was heard, how far its clock was off, how far it has sent; and
//! the boxes that knock unregistered.

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::visit::read_instant;
use crate::writer::Free;
use jiff::Timestamp;
use qz_domain::id::TerminalId;
use qz_domain::punch::Drift;
use qz_domain::terminal::Serial;

/// The most unregistered boxes that are remembered: anybody can make up a number.
const CALLERS_MOST: i64 = 200;

/// How far a terminal's clock was off when that was measured last.
pub async fn drift(conn: &mut Conn, id: TerminalId) -> Result<Option<Drift>, StoreError> {
    const SQL: &str = "select drift, drift_at from terminal_heard where terminal = $1";
    let row: Option<(Option<i64>, Option<i64>)> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    let Some((Some(seconds), Some(at))) = row else { return Ok(None) };
    Ok(Some(Drift { seconds, measured_at: read_instant(at, "terminal_heard", id.0)? }))
}

/// When a terminal was heard, and how far its clock was off then.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Heard {
    /// When it was heard last.
    pub heard_at: Option<Timestamp>,
    /// When it sent something last.
    pub sent_at: Option<Timestamp>,
    /// Seconds by which its clock was ahead when that was measured last.
    pub drift: Option<i64>,
}

/// What is known of one terminal; nothing of one that was never heard.
pub async fn find(conn: &mut Conn, id: TerminalId) -> Result<Heard, StoreError> {
    const SQL: &str = "select heard_at, sent_at, drift from terminal_heard where terminal = $1";
    let row: Option<(i64, Option<i64>, Option<i64>)> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    let Some((heard, sent, drift)) = row else { return Ok(Heard::default()) };
    let at = |ms: i64| read_instant(ms, "terminal_heard", id.0);
    Ok(Heard { heard_at: Some(at(heard)?), sent_at: sent.map(at).transpose()?, drift })
}

/// Remembers that a terminal was heard, and its clock where it said it.
pub async fn note(
    free: &mut Free,
    id: TerminalId,
    at: Timestamp,
    drift: Option<Drift>,
) -> Result<(), StoreError> {
    const SQL: &str = "
        insert into terminal_heard (terminal, heard_at, drift, drift_at)
        values ($1, $2, $3, $4)
        on conflict (terminal) do update
           set heard_at = excluded.heard_at
             , drift = coalesce(excluded.drift, terminal_heard.drift)
             , drift_at = coalesce(excluded.drift_at, terminal_heard.drift_at)";
    on_either!(free.reads(), c => sqlx::query(SQL)
        .bind(id.0)
        .bind(at.as_millisecond())
        .bind(drift.map(|drift| drift.seconds))
        .bind(drift.map(|drift| drift.measured_at.as_millisecond()))
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Remembers how far a terminal has sent of a table, that it sent something now, and its clock where it said it.
pub async fn advance(
    free: &mut Free,
    id: TerminalId,
    (source, stamp): (&str, &str),
    drift: Option<Drift>,
) -> Result<(), StoreError> {
    const SQL_STAMP: &str = "
        insert into terminal_stamp (terminal, source, stamp)
        values ($1, $2, $3)
        on conflict (terminal, source) do update set stamp = excluded.stamp";
    const SQL_SENT: &str = "
        insert into terminal_heard (terminal, heard_at, sent_at, drift, drift_at)
        values ($1, $2, $2, $3, $4)
        on conflict (terminal) do update
           set heard_at = excluded.heard_at
             , sent_at = excluded.sent_at
             , drift = coalesce(excluded.drift, terminal_heard.drift)
             , drift_at = coalesce(excluded.drift_at, terminal_heard.drift_at)";
    let now = free.now().as_millisecond();
    if !stamp.is_empty() {
        on_either!(free.reads(), c => sqlx::query(SQL_STAMP)
            .bind(id.0)
            .bind(source)
            .bind(stamp)
            .execute(c)
            .await
            .map(drop))?;
    }
    on_either!(free.reads(), c => sqlx::query(SQL_SENT)
        .bind(id.0)
        .bind(now)
        .bind(drift.map(|drift| drift.seconds))
        .bind(drift.map(|drift| drift.measured_at.as_millisecond()))
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// How far a terminal has sent, table by table.
pub async fn stamps(conn: &mut Conn, id: TerminalId) -> Result<Vec<(String, String)>, StoreError> {
    const SQL: &str =
        "select source, stamp from terminal_stamp where terminal = $1 order by source";
    Ok(on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_all(c).await)?)
}

/// An unregistered box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caller {
    /// The number it says.
    pub serial: String,
    /// When it knocked first.
    pub first_at: Timestamp,
    /// When it knocked last.
    pub last_at: Timestamp,
    /// How often it was noted, once a minute at most.
    pub calls: i64,
}

/// Remembers that an unregistered box knocked, and forgets those that did not for a week.
pub async fn knock(free: &mut Free, serial: &Serial) -> Result<(), StoreError> {
    const SQL_FORGET: &str = "delete from terminal_caller where last_at < $1";
    const SQL: &str = "
        insert into terminal_caller (serial, first_at, last_at, calls)
        select cast($1 as text), cast($2 as bigint), cast($2 as bigint), 1
         where (select count(*) from terminal_caller) < $3
            or exists (select 1 from terminal_caller where serial = $1)
        on conflict (serial) do update
           set last_at = excluded.last_at, calls = terminal_caller.calls + 1";
    let now = free.now().as_millisecond();
    let week = 7 * 24 * 3_600_000;
    on_either!(free.reads(), c =>
        sqlx::query(SQL_FORGET).bind(now - week).execute(c).await.map(drop))?;
    on_either!(free.reads(), c => sqlx::query(SQL)
        .bind(serial.as_str())
        .bind(now)
        .bind(CALLERS_MOST)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// The unregistered boxes, the latest first.
pub async fn callers(conn: &mut Conn) -> Result<Vec<Caller>, StoreError> {
    const SQL: &str = "
        select serial, first_at, last_at, calls
          from terminal_caller
         where not exists (select 1 from terminal t where t.serial = terminal_caller.serial)
         order by last_at desc, serial";
    let rows: Vec<(String, i64, i64, i64)> =
        on_either!(conn, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    let read = |(serial, first, last, calls)| {
        let at = |ms| read_instant(ms, "terminal_caller", 0);
        Ok(Caller { serial, first_at: at(first)?, last_at: at(last)?, calls })
    };
    rows.into_iter().map(read).collect()
}
