//! Draws (随机抽取): one by one. Lists are in [`list`], who may go in [`pair`],
//! the visits that come of one in [`pick`].

pub mod list;
pub mod pair;
pub mod pick;
mod rows;

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::person::read_day;
use crate::row::{wide_row, written};
use crate::visit::read_instant;
use crate::writer::Write;
use jiff::Timestamp;
use qz_domain::draw::{Draw, Stage};
use qz_domain::id::{DrawId, UnitId};
use qz_domain::number::DocumentNumber;
use qz_domain::spelled::Spelled;

pub use rows::{add_entry, add_picks};

const TABLE: &str = "draw";

wide_row! {
    /// A draw as it comes.
    DrawRow {
        id: i64,
        organ: i64,
        year: i64,
        serial: i64,
        purpose: String,
        sealed: i64,
        stage: String,
        take: i64,
        salt: String,
        commitment: String,
        checkpoint: String,
        seed: String,
        called_off: i64,
        counts_from: Option<i64>,
        announced_on: String,
        latest_on: String,
        reason: String,
        version: i64,
    }
}

/// A draw by its number in the store, with pool, entries and what was drawn.
pub async fn find(conn: &mut Conn, id: DrawId) -> Result<Option<Draw>, StoreError> {
    const SQL: &str = "
        select id, organ, year, serial, purpose, sealed, stage, take, salt, commitment, checkpoint
             , seed, called_off, counts_from, announced_on, latest_on, reason, version
          from draw
         where id = $1";
    let row: Option<DrawRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    let Some(row) = row else { return Ok(None) };
    let mut draw = read(row)?;
    rows::read_into(conn, &mut draw).await?;
    Ok(Some(draw))
}

/// The latest draw for a purpose.
pub async fn for_purpose(conn: &mut Conn, purpose: &str) -> Result<Option<DrawId>, StoreError> {
    const SQL: &str = "select max(id) from draw where purpose = $1";
    let (id,): (Option<i64>,) =
        on_either!(conn, c => sqlx::query_as(SQL).bind(purpose).fetch_one(c).await)?;
    Ok(id.map(DrawId))
}

/// The latest draw of an office.
pub async fn latest_of(conn: &mut Conn, organ: UnitId) -> Result<Option<DrawId>, StoreError> {
    const SQL: &str = "select max(id) from draw where organ = $1";
    let (id,): (Option<i64>,) =
        on_either!(conn, c => sqlx::query_as(SQL).bind(organ.0).fetch_one(c).await)?;
    Ok(id.map(DrawId))
}

/// The highest serial of an office and year, 0 when there is none.
pub async fn last_serial(conn: &mut Conn, organ: UnitId, year: i16) -> Result<i64, StoreError> {
    const SQL: &str = "
        select coalesce(max(serial), 0) from draw where organ = $1 and year = $2";
    counted(conn, SQL, (organ, year)).await
}

/// How many draws of an office and year are called off.
pub async fn called_off(conn: &mut Conn, organ: UnitId, year: i16) -> Result<i64, StoreError> {
    const SQL: &str = "
        select count(*) from draw where organ = $1 and year = $2 and stage = 'called_off'";
    counted(conn, SQL, (organ, year)).await
}

async fn counted(
    conn: &mut Conn,
    sql: &'static str,
    (organ, year): (UnitId, i16),
) -> Result<i64, StoreError> {
    let year = i64::from(year);
    let (count,): (i64,) =
        on_either!(conn, c => sqlx::query_as(sql).bind(organ.0).bind(year).fetch_one(c).await)?;
    Ok(count)
}

/// How many of the drawn units the office has not visited since the day of the draw.
pub async fn unvisited(conn: &mut Conn, id: DrawId) -> Result<i64, StoreError> {
    const SQL: &str = "
        select count(*)
          from draw_pick p
          join draw d on d.id = p.draw
          join draw_unit u on u.draw = p.draw and u.place = p.place
         where p.draw = $1
           and not exists (select 1
                             from visit v
                            where v.unit = u.unit and v.organ = d.organ and v.stage = 'filed'
                              and v.visited_at >= d.counts_from)";
    let (count,): (i64,) =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_one(c).await)?;
    Ok(count)
}

written! {
    "draw":
    organ, year, serial, purpose, sealed, stage, take, salt, commitment, checkpoint, seed,
    called_off, counts_from, announced_on, latest_on, reason, version
}

/// Adds a draw with its pool.
pub async fn insert(write: &mut Write, draw: &Draw) -> Result<(), StoreError> {
    write_row(write, draw, INSERT).await?;
    rows::insert_pool(write, draw).await
}

/// Writes every field of a draw; pool, entries and what was drawn stay.
pub async fn update(write: &mut Write, draw: &Draw) -> Result<(), StoreError> {
    write_row(write, draw, UPDATE).await
}

async fn write_row(write: &mut Write, draw: &Draw, sql: &'static str) -> Result<(), StoreError> {
    on_either!(write.reads(), c => sqlx::query(sql)
        .bind(draw.organ.0)
        .bind(i64::from(draw.number.year))
        .bind(draw.number.serial)
        .bind(&draw.purpose)
        .bind(i64::from(draw.is_sealed))
        .bind(draw.stage.code())
        .bind(i64::try_from(draw.take).unwrap_or_default())
        .bind(&draw.salt)
        .bind(&draw.commitment)
        .bind(&draw.checkpoint)
        .bind(&draw.seed)
        .bind(draw.called_off)
        .bind(draw.counts_from.map(Timestamp::as_millisecond))
        .bind(draw.announced_on.to_string())
        .bind(draw.latest_on.to_string())
        .bind(&draw.reason)
        .bind(draw.version)
        .bind(draw.id.0)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

fn read(row: DrawRow) -> Result<Draw, StoreError> {
    let id = row.id;
    let corrupt = || StoreError::Corrupt { table: TABLE, id };
    Ok(Draw {
        id: DrawId(id),
        organ: UnitId(row.organ),
        number: number(row.year, row.serial, id)?,
        is_sealed: row.sealed == 1,
        stage: Stage::from_code(&row.stage).ok_or_else(corrupt)?,
        take: usize::try_from(row.take).map_err(|_| corrupt())?,
        counts_from: row.counts_from.map(|at| read_instant(at, TABLE, id)).transpose()?,
        announced_on: read_day(&row.announced_on, TABLE, id)?,
        latest_on: read_day(&row.latest_on, TABLE, id)?,
        purpose: row.purpose,
        salt: row.salt,
        commitment: row.commitment,
        checkpoint: row.checkpoint,
        seed: row.seed,
        called_off: row.called_off,
        reason: row.reason,
        pool: vec![],
        entries: vec![],
        drawn: vec![],
        version: row.version,
    })
}

fn number(year: i64, serial: i64, id: i64) -> Result<DocumentNumber, StoreError> {
    let number = i16::try_from(year).ok().and_then(|year| DocumentNumber::new(year, serial));
    number.ok_or(StoreError::Corrupt { table: TABLE, id })
}
