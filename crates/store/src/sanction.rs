//! Records of sanctions (处分登记): one by one, and all of a person. Lists are in [`list`].

pub mod list;

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::person::read_day;
use crate::row::{wide_row, written};
use crate::writer::Write;
use qz_domain::id::{PersonId, SanctionId, UnitId};
use qz_domain::sanction::{Imposer, Sanction, SanctionKind, Stage};
use qz_domain::spelled::Spelled;

wide_row! {
    /// A record as it stands in the store.
    pub(crate) SanctionRow {
        id: i64,
        subject: i64,
        unit: i64,
        kind: String,
        imposer: String,
        organ: String,
        number: String,
        hash: String,
        decided_on: String,
        heard_on: String,
        stated: Option<i64>,
        stage: String,
        ended_on: Option<String>,
        ended_by: String,
        ended_number: String,
        corrected: String,
        version: i64,
    }
}

/// A record by its number in the store.
pub async fn find(conn: &mut Conn, id: SanctionId) -> Result<Option<Sanction>, StoreError> {
    const SQL: &str = "
        select id, subject, unit, kind, imposer, organ, number, hash, decided_on, heard_on, stated
             , stage, ended_on, ended_by, ended_number, corrected, version
          from sanction
         where id = $1";
    let row: Option<SanctionRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    row.map(read).transpose()
}

/// Every record of a person, in the order of the decisions.
pub async fn of_person(conn: &mut Conn, person: PersonId) -> Result<Vec<Sanction>, StoreError> {
    const SQL: &str = "
        select id, subject, unit, kind, imposer, organ, number, hash, decided_on, heard_on, stated
             , stage, ended_on, ended_by, ended_number, corrected, version
          from sanction
         where subject = $1
         order by decided_on, id";
    let rows: Vec<SanctionRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(person.0).fetch_all(c).await)?;
    rows.into_iter().map(read).collect()
}

written! {
    "sanction":
    subject, unit, kind, imposer, organ, number, hash, decided_on, heard_on, stated, stage,
    ended_on, ended_by, ended_number, corrected, version
}

/// Adds a record.
pub async fn insert(write: &mut Write, row: &Sanction) -> Result<(), StoreError> {
    write_row(write, row, INSERT).await
}

/// Writes every field of a record.
pub async fn update(write: &mut Write, row: &Sanction) -> Result<(), StoreError> {
    write_row(write, row, UPDATE).await
}

async fn write_row(write: &mut Write, row: &Sanction, sql: &'static str) -> Result<(), StoreError> {
    on_either!(write.reads(), c => sqlx::query(sql)
        .bind(row.subject.0)
        .bind(row.unit.0)
        .bind(row.kind.code())
        .bind(row.imposer.code())
        .bind(&row.organ)
        .bind(&row.number)
        .bind(&row.hash)
        .bind(row.decided_on.to_string())
        .bind(row.heard_on.to_string())
        .bind(row.stated)
        .bind(row.stage.code())
        .bind(row.ended_on.map(|day| day.to_string()))
        .bind(&row.ended_by)
        .bind(&row.ended_number)
        .bind(&row.corrected)
        .bind(row.version)
        .bind(row.id.0)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

fn read(row: SanctionRow) -> Result<Sanction, StoreError> {
    let id = row.id;
    let day = |text: &str| read_day(text, "sanction", id);
    Ok(Sanction {
        id: SanctionId(id),
        subject: PersonId(row.subject),
        unit: UnitId(row.unit),
        kind: word(&row.kind, id)?,
        imposer: word::<Imposer>(&row.imposer, id)?,
        decided_on: day(&row.decided_on)?,
        heard_on: day(&row.heard_on)?,
        stage: word(&row.stage, id)?,
        ended_on: row.ended_on.as_deref().map(day).transpose()?,
        organ: row.organ,
        number: row.number,
        hash: row.hash,
        stated: row.stated,
        ended_by: row.ended_by,
        ended_number: row.ended_number,
        corrected: row.corrected,
        version: row.version,
    })
}

pub(crate) fn word<T: Spelled>(code: &str, id: i64) -> Result<T, StoreError> {
    T::from_code(code).ok_or(StoreError::Corrupt { table: "sanction", id })
}

/// The kind and the stage of a line.
pub(crate) fn words(
    (kind, stage): (&str, &str),
    id: i64,
) -> Result<(SanctionKind, Stage), StoreError> {
    Ok((word(kind, id)?, word(stage, id)?))
}
