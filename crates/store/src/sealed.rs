//! Sealed sources (封存来源) and their openings: one by one. Who told is read by [`words`] alone. Lists are in
//! [`list`].

pub mod list;

use crate::bulk::{Column, Target};
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::person::read_day;
use crate::row::{wide_row, written};
use crate::writer::Write;
use jiff::Timestamp;
use qz_domain::id::{FindingId, OpeningId, PersonId, SourceId};
use qz_domain::sealed::{Opening, Purpose, SealedSource, Stage};
use qz_domain::spelled::Spelled;

type SourceRow = (i64, i64, Option<i64>, String, i64);

wide_row! {
    /// An opening as it comes, with its source.
    OpeningRow {
        id: i64,
        source: i64,
        stage: String,
        purpose: String,
        reason: String,
        asker: Option<i64>,
        asked_on: String,
        answer: String,
        second: Option<i64>,
        opened_at: Option<i64>,
        version: i64,
        finding: i64,
        sealed_by: Option<i64>,
        sealed_on: String,
        erased: i64,
    }
}

/// The sealed source of a finding, without who told.
pub async fn of_finding(
    conn: &mut Conn,
    id: FindingId,
) -> Result<Option<SealedSource>, StoreError> {
    const SQL: &str = "
        select id, finding, sealed_by, sealed_on, cast(case when words = '' then 1 else 0 end as bigint)
          from sealed_source
         where finding = $1";
    let row: Option<SourceRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    row.map(read_source).transpose()
}

/// Who told. Only what shows it to whoever opened it asks this.
pub async fn words(conn: &mut Conn, id: SourceId) -> Result<Option<String>, StoreError> {
    const SQL: &str = "select words from sealed_source where id = $1";
    let row: Option<(String,)> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    Ok(row.map(|(words,)| words))
}

/// Seals who told.
pub async fn seal(
    write: &mut Write,
    source: &SealedSource,
    words: String,
) -> Result<(), StoreError> {
    const SEALED: Target = Target {
        table: "sealed_source",
        columns: &["id", "finding", "words", "sealed_by", "sealed_on"],
        tail: "",
    };
    let columns = vec![
        Column::Int(vec![source.id.0]),
        Column::Int(vec![source.finding.0]),
        Column::Text(vec![words]),
        Column::MaybeInt(vec![source.sealed_by.map(|person| person.0)]),
        Column::Text(vec![source.sealed_on.to_string()]),
    ];
    write.insert(SEALED, columns).await.map(drop)
}

/// An opening with its source.
pub async fn find(
    conn: &mut Conn,
    id: OpeningId,
) -> Result<Option<(Opening, SealedSource)>, StoreError> {
    const SQL: &str = "
        select o.id, o.source, o.stage, o.purpose, o.reason, o.asker, o.asked_on, o.answer, o.second
             , o.opened_at, o.version, s.finding, s.sealed_by, s.sealed_on
             , cast(case when s.words = '' then 1 else 0 end as bigint) as erased
          from source_opening o
          join sealed_source s on s.id = o.source
         where o.id = $1";
    let row: Option<OpeningRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    row.map(read).transpose()
}

/// How many openings of a source somebody asked for and that are not over: their hours began after an instant, or
/// they wait for the second one.
pub async fn under_way(
    conn: &mut Conn,
    (source, asker): (SourceId, PersonId),
    after: Timestamp,
) -> Result<i64, StoreError> {
    const SQL: &str = "
        select count(*)
          from source_opening
         where source = $1 and asker = $2
           and (stage = 'requested' or stage = 'opened' and opened_at > $3)";
    let (count,): (i64,) = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(source.0)
        .bind(asker.0)
        .bind(after.as_millisecond())
        .fetch_one(c)
        .await)?;
    Ok(count)
}

/// The openings that began at an instant or before it and that nobody wrote down as over: the first `most`.
pub async fn to_expire(
    conn: &mut Conn,
    begun: Timestamp,
    most: i64,
) -> Result<Vec<OpeningId>, StoreError> {
    const SQL: &str = "
        select id from source_opening where stage = 'opened' and opened_at <= $1 order by id limit $2";
    let rows: Vec<(i64,)> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(begun.as_millisecond())
        .bind(most)
        .fetch_all(c)
        .await)?;
    Ok(rows.into_iter().map(|(id,)| OpeningId(id)).collect())
}

written! {
    "source_opening":
    source, stage, purpose, reason, asker, asked_on, answer, second, opened_at, version
}

/// Adds an opening.
pub async fn insert(write: &mut Write, row: &Opening) -> Result<(), StoreError> {
    write_row(write, row, INSERT).await
}

/// Writes every field of an opening.
pub async fn update(write: &mut Write, row: &Opening) -> Result<(), StoreError> {
    write_row(write, row, UPDATE).await
}

async fn write_row(write: &mut Write, row: &Opening, sql: &'static str) -> Result<(), StoreError> {
    on_either!(write.reads(), c => sqlx::query(sql)
        .bind(row.source.0)
        .bind(row.stage.code())
        .bind(row.purpose.code())
        .bind(&row.reason)
        .bind(row.asker.map(|person| person.0))
        .bind(row.asked_on.to_string())
        .bind(&row.answer)
        .bind(row.second.map(|person| person.0))
        .bind(row.opened_at.map(Timestamp::as_millisecond))
        .bind(row.version)
        .bind(row.id.0)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

fn read_source(
    (id, finding, sealed_by, sealed_on, erased): SourceRow,
) -> Result<SealedSource, StoreError> {
    Ok(SealedSource {
        id: SourceId(id),
        finding: FindingId(finding),
        sealed_by: sealed_by.map(PersonId),
        sealed_on: read_day(&sealed_on, "sealed_source", id)?,
        is_erased: erased == 1,
    })
}

fn read(row: OpeningRow) -> Result<(Opening, SealedSource), StoreError> {
    let (table, id) = ("source_opening", row.id);
    let corrupt = || StoreError::Corrupt { table, id };
    let opened_at = row.opened_at.map(Timestamp::from_millisecond).transpose();
    let opening = Opening {
        id: OpeningId(id),
        source: SourceId(row.source),
        stage: Stage::from_code(&row.stage).ok_or_else(corrupt)?,
        purpose: Purpose::from_code(&row.purpose).ok_or_else(corrupt)?,
        reason: row.reason,
        asker: row.asker.map(PersonId),
        asked_on: read_day(&row.asked_on, table, id)?,
        answer: row.answer,
        second: row.second.map(PersonId),
        opened_at: opened_at.map_err(|_| corrupt())?,
        version: row.version,
    };
    let source = (row.source, row.finding, row.sealed_by, row.sealed_on, row.erased);
    Ok((opening, read_source(source)?))
}
