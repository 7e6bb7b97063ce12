//! Prompts that somebody dealt with (疑点处置): those of an adoption, how each rule's were dealt with, and those to be erased. A
//! dismissed one is a record of its own; one that was taken up is part of its finding.

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::person::read_day;
use crate::row::{wide_row, written};
use crate::writer::Write;
use jiff::civil::Date;
use qz_domain::id::{AdoptionId, FindingId, PersonId, PromptId, UnitId};
use qz_domain::prompt::{Precision, Prompt, PromptOutcome};
use qz_domain::spelled::Spelled;
use std::collections::BTreeMap;

const TABLE: &str = "prompt";

wide_row! {
    /// A prompt as it comes.
    PromptRow {
        id: i64,
        adoption: i64,
        element: String,
        cycle: String,
        last_day: String,
        subject: String,
        person: Option<i64>,
        unit: Option<i64>,
        trace: String,
        records: String,
        outcome: String,
        reason: String,
        finding: Option<i64>,
        dealt_by: Option<i64>,
        dealt_on: String,
    }
}

macro_rules! select {
    ($dismissed:literal, $taken:literal) => {
        concat!(
            "
        select p.id, p.adoption, p.element, p.cycle, p.last_day, p.subject, p.person, p.unit, p.trace
             , p.records, 'dismissed' as outcome, p.reason, cast(null as bigint) as finding
             , p.dealt_by, p.dealt_on
          from prompt p",
            $dismissed,
            "
         union all
        select t.finding as id, t.adoption, t.element, t.cycle, t.last_day, t.subject
             , cast(null as bigint) as person, f.unit, t.trace, t.records, 'taken_up' as outcome
             , '' as reason, t.finding, cast(null as bigint) as dealt_by, f.registered_on as dealt_on
          from finding_prompt t join finding f on f.id = t.finding",
            $taken,
            "
         order by 1"
        )
    };
}

/// A dismissed prompt by its number in the store.
pub async fn find(conn: &mut Conn, id: PromptId) -> Result<Option<Prompt>, StoreError> {
    const SQL: &str = select!(" where p.id = $1", " where t.finding = $1 and 1 = 0");
    let row: Option<PromptRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    row.map(read).transpose()
}

/// Those dealt with under an adoption in cycles that begin in a stretch, oldest first.
pub async fn of_adoption(
    conn: &mut Conn,
    adoption: AdoptionId,
    (from, to): (Date, Date),
) -> Result<Vec<Prompt>, StoreError> {
    const SQL: &str = select!(
        " where p.adoption = $1 and p.cycle >= $2 and p.cycle <= $3",
        " where t.adoption = $1 and t.cycle >= $2 and t.cycle <= $3"
    );
    let rows: Vec<PromptRow> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(adoption.0)
        .bind(from.to_string())
        .bind(to.to_string())
        .fetch_all(c)
        .await)?;
    rows.into_iter().map(read).collect()
}

/// The one of a subject in a cycle, where somebody dealt with it.
pub async fn of_subject(
    conn: &mut Conn,
    (adoption, element): (AdoptionId, &str),
    (cycle, subject): (Date, &str),
) -> Result<Option<Prompt>, StoreError> {
    const SQL: &str = select!(
        " where p.adoption = $1 and p.element = $2 and p.cycle = $3 and p.subject = $4",
        " where t.adoption = $1 and t.element = $2 and t.cycle = $3 and t.subject = $4"
    );
    let row: Option<PromptRow> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(adoption.0)
        .bind(element)
        .bind(cycle.to_string())
        .bind(subject)
        .fetch_optional(c)
        .await)?;
    row.map(read).transpose()
}

/// How the prompts of each rule of an adoption were dealt with, by the element's title.
pub async fn precision(
    conn: &mut Conn,
    adoption: AdoptionId,
) -> Result<BTreeMap<String, Precision>, StoreError> {
    const SQL: &str = "
        select element, 'dismissed', count(*) from prompt where adoption = $1 group by element
         union all
        select element, 'taken_up', count(*)
          from finding_prompt
         where adoption = $1
         group by element";
    let rows: Vec<(String, String, i64)> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(adoption.0).fetch_all(c).await)?;
    let mut found: BTreeMap<String, Precision> = BTreeMap::new();
    for (element, outcome, count) in rows {
        let precision = found.entry(element).or_default();
        match PromptOutcome::from_code(&outcome) {
            Some(PromptOutcome::Dismissed) => precision.dismissed = count,
            _ => precision.taken_up = count,
        }
    }
    Ok(found)
}

/// Those dismissed on a day or before it that still say something: the first `most` of them.
pub async fn due(conn: &mut Conn, until: Date, most: i64) -> Result<Vec<PromptId>, StoreError> {
    const SQL: &str = "
        select id
          from prompt
         where subject <> '' and dealt_on <= $1
         order by id
         limit $2";
    let rows: Vec<(i64,)> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(until.to_string())
        .bind(most)
        .fetch_all(c)
        .await)?;
    Ok(rows.into_iter().map(|(id,)| PromptId(id)).collect())
}

written! {
    "prompt":
    adoption, element, cycle, last_day, subject, person, unit, trace, records, reason, dealt_by,
    dealt_on
}

/// Adds a dismissed prompt.
pub async fn insert(write: &mut Write, row: &Prompt) -> Result<(), StoreError> {
    write_row(write, row, INSERT).await
}

/// Writes every field of a dismissed prompt.
pub async fn update(write: &mut Write, row: &Prompt) -> Result<(), StoreError> {
    write_row(write, row, UPDATE).await
}

/// Writes what prompted a finding into it.
pub async fn insert_taken_up(
    write: &mut Write,
    finding: FindingId,
    row: &Prompt,
) -> Result<(), StoreError> {
    const SQL: &str = "
        insert into finding_prompt
               (finding, adoption, element, cycle, last_day, subject, trace, records)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    on_either!(write.reads(), c => sqlx::query(SQL)
        .bind(finding.0)
        .bind(row.adoption.0)
        .bind(&row.element)
        .bind(row.cycle.to_string())
        .bind(row.last.to_string())
        .bind(&row.subject)
        .bind(&row.trace)
        .bind(&row.records)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

async fn write_row(write: &mut Write, row: &Prompt, sql: &'static str) -> Result<(), StoreError> {
    on_either!(write.reads(), c => sqlx::query(sql)
        .bind(row.adoption.0)
        .bind(&row.element)
        .bind(row.cycle.to_string())
        .bind(row.last.to_string())
        .bind(&row.subject)
        .bind(row.person.map(|id| id.0))
        .bind(row.unit.map(|id| id.0))
        .bind(&row.trace)
        .bind(&row.records)
        .bind(&row.reason)
        .bind(row.by.map(|id| id.0))
        .bind(row.dealt_on.to_string())
        .bind(row.id.0)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

fn read(row: PromptRow) -> Result<Prompt, StoreError> {
    let id = row.id;
    let day = |text: &str| read_day(text, TABLE, id);
    let outcome = PromptOutcome::from_code(&row.outcome);
    Ok(Prompt {
        id: PromptId(id),
        adoption: AdoptionId(row.adoption),
        cycle: day(&row.cycle)?,
        last: day(&row.last_day)?,
        dealt_on: day(&row.dealt_on)?,
        person: row.person.map(PersonId),
        unit: row.unit.map(UnitId),
        outcome: outcome.ok_or(StoreError::Corrupt { table: TABLE, id })?,
        finding: row.finding.map(FindingId),
        by: row.dealt_by.map(PersonId),
        element: row.element,
        subject: row.subject,
        trace: row.trace,
        records: row.records,
        reason: row.reason,
    })
}
