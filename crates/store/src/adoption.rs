//! Schemes that units put into force (采用机制): one by one, and the versions of one scheme. Lists are in [`list`].

pub mod list;

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::person::read_day;
use crate::row::{wide_row, written};
use crate::writer::Write;
use qz_domain::adoption::{Adoption, Covers, Stage};
use qz_domain::id::{AdoptionId, UnitId};
use qz_domain::spelled::Spelled;

const TABLE: &str = "adoption";

wide_row! {
    /// An adoption as it comes.
    pub(crate) AdoptionRow {
        id: i64,
        unit: i64,
        covers: String,
        stage: String,
        code: String,
        title: String,
        text: String,
        drafted_on: String,
        since: Option<String>,
        until: Option<String>,
        latest_on: String,
        reason: String,
        version: i64,
    }
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "
        select a.id, a.unit, a.covers, a.stage, a.code, a.title, a.text, a.drafted_on, a.since, a.until
             , a.latest_on, a.reason, a.version
          from adoption a",
            $rest
        )
    };
}

/// An adoption by its number in the store.
pub async fn find(conn: &mut Conn, id: AdoptionId) -> Result<Option<Adoption>, StoreError> {
    const SQL: &str = select!(" where a.id = $1");
    let row: Option<AdoptionRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    row.map(read).transpose()
}

/// The versions of a scheme in a unit, drafts among them, in the order they were drafted.
pub async fn versions(
    conn: &mut Conn,
    (unit, code): (UnitId, &str),
) -> Result<Vec<Adoption>, StoreError> {
    const SQL: &str = select!(" where a.unit = $1 and a.code = $2 order by a.id");
    let rows: Vec<AdoptionRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(unit.0).bind(code).fetch_all(c).await)?;
    rows.into_iter().map(read).collect()
}

/// The versions of every scheme that was ever in force, unit by unit and code by code: of a code, or of all.
pub async fn in_force(conn: &mut Conn, code: Option<&str>) -> Result<Vec<Adoption>, StoreError> {
    const SQL: &str = select!(
        " where a.since is not null and a.code = coalesce(cast($1 as text), a.code)
         order by a.unit, a.code, a.id"
    );
    let rows: Vec<AdoptionRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(code).fetch_all(c).await)?;
    rows.into_iter().map(read).collect()
}

written! {
    "adoption":
    unit, covers, stage, code, title, text, drafted_on, since, until, latest_on, reason, version
}

/// Adds an adoption.
pub async fn insert(write: &mut Write, row: &Adoption) -> Result<(), StoreError> {
    write_row(write, row, INSERT).await
}

/// Writes every field of an adoption.
pub async fn update(write: &mut Write, row: &Adoption) -> Result<(), StoreError> {
    write_row(write, row, UPDATE).await
}

async fn write_row(write: &mut Write, row: &Adoption, sql: &'static str) -> Result<(), StoreError> {
    on_either!(write.reads(), c => sqlx::query(sql)
        .bind(row.unit.0)
        .bind(row.covers.code())
        .bind(row.stage.code())
        .bind(&row.code)
        .bind(&row.title)
        .bind(&row.text)
        .bind(row.drafted_on.to_string())
        .bind(row.since.map(|day| day.to_string()))
        .bind(row.until.map(|day| day.to_string()))
        .bind(row.latest_on.to_string())
        .bind(&row.reason)
        .bind(row.version)
        .bind(row.id.0)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

fn read(row: AdoptionRow) -> Result<Adoption, StoreError> {
    let id = row.id;
    let corrupt = StoreError::Corrupt { table: TABLE, id };
    let day = |text: &str| read_day(text, TABLE, id);
    let (Some(covers), Some(stage)) =
        (Covers::from_code(&row.covers), Stage::from_code(&row.stage))
    else {
        return Err(corrupt);
    };
    Ok(Adoption {
        id: AdoptionId(id),
        unit: UnitId(row.unit),
        covers,
        stage,
        drafted_on: day(&row.drafted_on)?,
        since: row.since.as_deref().map(day).transpose()?,
        until: row.until.as_deref().map(day).transpose()?,
        latest_on: day(&row.latest_on)?,
        code: row.code,
        title: row.title,
        text: row.text,
        reason: row.reason,
        version: row.version,
    })
}
