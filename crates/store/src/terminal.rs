//! Attendance terminals (考勤机): one by one, whose their numbers are, and what is known of them besides. What they sent
//! is in [`crate::punch`]; lists are in [`list`].

pub mod heard;
pub mod key;
pub mod list;
pub mod order;
pub mod pin;
pub mod run;

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::row::written;
use crate::writer::Write;
use qz_domain::id::{TerminalId, UnitId};
use qz_domain::spelled::Spelled;
use qz_domain::terminal::{Kind, Serial, Stage, Terminal, ZoneForm};

type TerminalRow = (i64, String, String, i64, String, String, String, String, String, i64);

/// A terminal by its number in the store.
pub async fn find(conn: &mut Conn, id: TerminalId) -> Result<Option<Terminal>, StoreError> {
    const SQL: &str = "
        select id, serial, name, unit, place, numbering, kind, zone, stage, version
          from terminal
         where id = $1";
    let row: Option<TerminalRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    row.map(read).transpose()
}

/// A terminal by the number on the box.
pub async fn find_by_serial(
    conn: &mut Conn,
    serial: &Serial,
) -> Result<Option<Terminal>, StoreError> {
    const SQL: &str = "
        select id, serial, name, unit, place, numbering, kind, zone, stage, version
          from terminal
         where serial = $1";
    let row: Option<TerminalRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(serial.as_str()).fetch_optional(c).await)?;
    row.map(read).transpose()
}

/// The names of the numberings there are, by name.
pub async fn numberings(conn: &mut Conn) -> Result<Vec<String>, StoreError> {
    const SQL: &str = "select distinct numbering from terminal order by numbering";
    let rows: Vec<(String,)> = on_either!(conn, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|(name,)| name).collect())
}

written! {
    "terminal":
    serial, name, unit, place, numbering, kind, zone, stage, version
}

/// Adds a terminal.
pub async fn insert(write: &mut Write, row: &Terminal) -> Result<(), StoreError> {
    write_row(write, row, INSERT).await
}

/// Writes every field of a terminal.
pub async fn update(write: &mut Write, row: &Terminal) -> Result<(), StoreError> {
    write_row(write, row, UPDATE).await
}

async fn write_row(write: &mut Write, row: &Terminal, sql: &'static str) -> Result<(), StoreError> {
    on_either!(write.reads(), c => sqlx::query(sql)
        .bind(row.serial.as_str())
        .bind(&row.name)
        .bind(row.unit.0)
        .bind(&row.place)
        .bind(&row.numbering)
        .bind(row.kind.code())
        .bind(row.zone.code())
        .bind(row.stage.code())
        .bind(row.version)
        .bind(row.id.0)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

fn read(
    (id, serial, name, unit, place, numbering, kind, zone, stage, version): TerminalRow,
) -> Result<Terminal, StoreError> {
    const CORRUPT: fn(i64) -> StoreError = |id| StoreError::Corrupt { table: "terminal", id };
    Ok(Terminal {
        id: TerminalId(id),
        serial: Serial::kept(&serial).ok_or(CORRUPT(id))?,
        name,
        unit: UnitId(unit),
        place,
        numbering,
        kind: Kind::from_code(&kind).ok_or(CORRUPT(id))?,
        zone: ZoneForm::from_code(&zone).ok_or(CORRUPT(id))?,
        stage: Stage::from_code(&stage).ok_or(CORRUPT(id))?,
        version,
    })
}
