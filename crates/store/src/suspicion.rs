//! Suspicions of a false accusation (诬告嫌疑): one by one, and the finding that was registered from one. Lists are in
//! [`list`].

pub mod list;

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::person::read_day;
use crate::row::written;
use crate::writer::Write;
use qz_domain::id::{FindingId, PersonId, SuspicionId};
use qz_domain::number::FindingNumber;
use qz_domain::spelled::Spelled;
use qz_domain::suspicion::{Stage, Suspicion};

type SuspicionRow =
    (i64, i64, String, String, String, Option<i64>, String, String, Option<i64>, i64, String);

/// A suspicion by its number in the store, and everybody who took part in adjudicating the finding.
pub async fn find(
    conn: &mut Conn,
    id: SuspicionId,
) -> Result<Option<(Suspicion, Vec<PersonId>)>, StoreError> {
    const SQL: &str = "
        select s.id, s.finding, s.stage, s.facts, s.intent, s.noted_by, s.noted_on, s.answer, r.id
             , s.version
             , (select coalesce(string_agg(cast(p.person as text), ','), '')
                  from finding_part p
                 where p.finding = s.finding and p.part = 'adjudicated')
          from suspicion s
          left join finding r on r.suspicion = s.id
         where s.id = $1";
    let row: Option<SuspicionRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    row.map(read).transpose()
}

/// Whether one is noted of a finding.
pub async fn is_noted(conn: &mut Conn, finding: FindingId) -> Result<bool, StoreError> {
    const SQL: &str = "select count(*) from suspicion where finding = $1";
    let (count,): (i64,) =
        on_either!(conn, c => sqlx::query_as(SQL).bind(finding.0).fetch_one(c).await)?;
    Ok(count > 0)
}

/// The unfounded finding that a finding goes back to, and its number.
pub async fn root(
    conn: &mut Conn,
    finding: FindingId,
) -> Result<Option<(FindingId, FindingNumber)>, StoreError> {
    const SQL: &str = "
        select f.id, f.year, f.serial
          from finding r
          join suspicion s on s.id = r.suspicion
          join finding f on f.id = s.finding
         where r.id = $1";
    let row: Option<(i64, i64, i64)> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(finding.0).fetch_optional(c).await)?;
    let read = |(id, year, serial): (i64, i64, i64)| {
        let number = i16::try_from(year).ok().and_then(|year| FindingNumber::new(year, serial));
        let number = number.ok_or(StoreError::Corrupt { table: "finding", id })?;
        Ok((FindingId(id), number))
    };
    row.map(read).transpose()
}

written! {
    "suspicion":
    finding, stage, facts, intent, noted_by, noted_on, answer, version
}

/// Adds a suspicion.
pub async fn insert(write: &mut Write, row: &Suspicion) -> Result<(), StoreError> {
    write_row(write, row, INSERT).await
}

/// Writes every field of a suspicion.
pub async fn update(write: &mut Write, row: &Suspicion) -> Result<(), StoreError> {
    write_row(write, row, UPDATE).await
}

async fn write_row(
    write: &mut Write,
    row: &Suspicion,
    sql: &'static str,
) -> Result<(), StoreError> {
    on_either!(write.reads(), c => sqlx::query(sql)
        .bind(row.finding.0)
        .bind(row.stage.code())
        .bind(&row.facts)
        .bind(&row.intent)
        .bind(row.noted_by.map(|person| person.0))
        .bind(row.noted_on.to_string())
        .bind(&row.answer)
        .bind(row.version)
        .bind(row.id.0)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// That a finding was registered from it is not written in it: the act is on that finding.
pub(crate) fn stage(code: &str, taken: Option<i64>, id: i64) -> Result<Stage, StoreError> {
    let stage = Stage::from_code(code).ok_or(StoreError::Corrupt { table: "suspicion", id })?;
    Ok(if taken.is_some() { Stage::Taken } else { stage })
}

fn read(
    (id, finding, code, facts, intent, noted_by, noted_on, answer, taken, version, by): SuspicionRow,
) -> Result<(Suspicion, Vec<PersonId>), StoreError> {
    let by = by.split(',').filter_map(|one| one.parse().ok()).map(PersonId).collect();
    let row = Suspicion {
        id: SuspicionId(id),
        finding: FindingId(finding),
        stage: stage(&code, taken, id)?,
        facts,
        intent,
        noted_by: noted_by.map(PersonId),
        noted_on: read_day(&noted_on, "suspicion", id)?,
        answer,
        taken_as: taken.map(FindingId),
        version,
    };
    Ok((row, by))
}
