//! What was filed for items of schemes (填报): one by one, those of an adoption, and their fields.

use crate::bulk::{Column, Target};
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::person::read_day;
use crate::writer::Write;
use jiff::civil::Date;
use qz_domain::filing::{FiledField, Filing, FilingKind};
use qz_domain::id::{AdoptionId, FilingId, PersonId, UnitId};
use qz_domain::spelled::Spelled;
use std::collections::HashMap;

const TABLE: &str = "filing";

type FilingRow = (
    i64,
    i64,
    String,
    String,
    i64,
    String,
    String,
    Option<i64>,
    Option<i64>,
    Option<i64>,
    i64,
    String,
);

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "
        select f.id, f.adoption, f.element, f.cycle, f.unit, f.kind, f.reason, f.corrects, f.answers
             , f.asked, f.person, f.filed_on
          from filing f",
            $rest
        )
    };
}

/// A filing by its number in the store, with its fields.
pub async fn find(conn: &mut Conn, id: FilingId) -> Result<Option<Filing>, StoreError> {
    const SQL: &str = select!(" where f.id = $1");
    let row: Option<FilingRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    let Some(row) = row else { return Ok(None) };
    let fields = fields(conn, (id.0, id.0)).await?;
    Ok(with_fields(vec![read(row)?], fields).pop())
}

/// What was filed under an adoption for cycles or on days of a stretch, with the fields: oldest first.
pub async fn of_adoption(
    conn: &mut Conn,
    adoption: AdoptionId,
    (from, to): (Date, Date),
) -> Result<Vec<Filing>, StoreError> {
    const SQL: &str =
        select!(" where f.adoption = $1 and f.cycle >= $2 and f.cycle <= $3 order by f.id");
    let rows: Vec<FilingRow> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(adoption.0)
        .bind(from.to_string())
        .bind(to.to_string())
        .fetch_all(c)
        .await)?;
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return Ok(vec![]) };
    let fields = fields(conn, (first.0, last.0)).await?;
    let filings = rows.into_iter().map(read).collect::<Result<_, _>>()?;
    Ok(with_fields(filings, fields))
}

/// What was filed for one item: oldest first, without the fields.
pub async fn of_item(
    conn: &mut Conn,
    (adoption, element): (AdoptionId, &str),
    (cycle, unit): (Date, UnitId),
) -> Result<Vec<Filing>, StoreError> {
    const SQL: &str = select!(
        " where f.adoption = $1 and f.element = $2 and f.cycle = $3 and f.unit = $4 order by f.id"
    );
    let rows: Vec<FilingRow> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(adoption.0)
        .bind(element)
        .bind(cycle.to_string())
        .bind(unit.0)
        .fetch_all(c)
        .await)?;
    rows.into_iter().map(read).collect()
}

/// What was filed in answer to another: oldest first, with the fields.
pub async fn answers(conn: &mut Conn, id: FilingId) -> Result<Vec<Filing>, StoreError> {
    const SQL: &str = select!(" where f.answers = $1 order by f.id");
    let rows: Vec<FilingRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_all(c).await)?;
    let mut found = vec![];
    for row in rows {
        let fields = fields(conn, (row.0, row.0)).await?;
        found.extend(with_fields(vec![read(row)?], fields));
    }
    Ok(found)
}

/// The questions about prompts that were put on a day or before, with what was answered, of which no finding came and whose words
/// are still there: of so many questions at most.
pub async fn due_questions(
    conn: &mut Conn,
    until: Date,
    most: i64,
) -> Result<Vec<FilingId>, StoreError> {
    const SQL: &str = "
        select f.id
          from filing f
         where f.kind = 'asked' and f.filed_on <= $1
           and exists (select 1 from filing_field r where r.filing = f.id)
           and not exists (select 1
                             from finding_prompt t
                             join filing_field r on r.filing = f.id and r.value = t.element
                             join filing_field s on s.filing = f.id and s.value = t.subject
                            where t.adoption = f.adoption and t.cycle = f.cycle)
         order by f.id
         limit $2";
    let rows: Vec<(i64,)> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(until.to_string())
        .bind(most)
        .fetch_all(c)
        .await)?;
    let mut due = vec![];
    for (id,) in rows {
        let answers = answers(conn, FilingId(id)).await?.into_iter().map(|one| one.id);
        due.extend(answers.chain([FilingId(id)]));
    }
    Ok(due)
}

/// Takes the words of a filing away, and whom it asked.
pub async fn erase(write: &mut Write, id: FilingId) -> Result<(), StoreError> {
    const FIELDS: &str = "delete from filing_field where filing = $1";
    const ROW: &str = "update filing set reason = '', asked = null where id = $1";
    for sql in [FIELDS, ROW] {
        on_either!(write.reads(), c => sqlx::query(sql).bind(id.0).execute(c).await.map(drop))?;
    }
    Ok(())
}

/// Whether a filing was corrected.
pub async fn is_corrected(conn: &mut Conn, id: FilingId) -> Result<bool, StoreError> {
    const SQL: &str = "select count(*) from filing where corrects = $1";
    let (count,): (i64,) =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_one(c).await)?;
    Ok(count > 0)
}

/// Adds a filing with its fields.
pub async fn insert(write: &mut Write, filing: &Filing) -> Result<(), StoreError> {
    const SQL: &str = "
        insert into filing
               (id, adoption, element, cycle, unit, kind, reason, corrects, answers, asked, person
               , filed_on)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    on_either!(write.reads(), c => sqlx::query(SQL)
        .bind(filing.id.0)
        .bind(filing.adoption.0)
        .bind(&filing.element)
        .bind(filing.cycle.to_string())
        .bind(filing.unit.0)
        .bind(filing.kind.code())
        .bind(&filing.reason)
        .bind(filing.corrects.map(|id| id.0))
        .bind(filing.answers.map(|id| id.0))
        .bind(filing.asked.map(|id| id.0))
        .bind(filing.by.0)
        .bind(filing.filed_on.to_string())
        .execute(c)
        .await
        .map(drop))?;
    insert_fields(write, filing).await
}

async fn insert_fields(write: &mut Write, filing: &Filing) -> Result<(), StoreError> {
    const FIELD: Target =
        Target { table: "filing_field", columns: &["filing", "seq", "title", "value"], tail: "" };
    let count = filing.fields.len();
    let text = |of: fn(&FiledField) -> &String| {
        Column::Text(filing.fields.iter().map(|field| of(field).clone()).collect())
    };
    let columns = vec![
        Column::Int(vec![filing.id.0; count]),
        Column::Int((1..).take(count).collect()),
        text(|field| &field.title),
        text(|field| &field.value),
    ];
    write.insert(FIELD, columns).await.map(drop)
}

/// The fields of the filings between two numbers, by filing.
async fn fields(
    conn: &mut Conn,
    (first, last): (i64, i64),
) -> Result<HashMap<i64, Vec<FiledField>>, StoreError> {
    const SQL: &str = "
        select filing, title, value
          from filing_field
         where filing >= $1 and filing <= $2
         order by filing, seq";
    let rows: Vec<(i64, String, String)> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(first).bind(last).fetch_all(c).await)?;
    let mut found: HashMap<i64, Vec<FiledField>> = HashMap::new();
    for (filing, title, value) in rows {
        found.entry(filing).or_default().push(FiledField { title, value });
    }
    Ok(found)
}

fn with_fields(filings: Vec<Filing>, mut fields: HashMap<i64, Vec<FiledField>>) -> Vec<Filing> {
    let put = |mut filing: Filing| {
        filing.fields = fields.remove(&filing.id.0).unwrap_or_default();
        filing
    };
    filings.into_iter().map(put).collect()
}

fn read(
    (
        id,
        adoption,
        element,
        cycle,
        unit,
        kind,
        reason,
        corrects,
        answers,
        asked,
        person,
        filed_on,
    ): FilingRow,
) -> Result<Filing, StoreError> {
    Ok(Filing {
        id: FilingId(id),
        adoption: AdoptionId(adoption),
        element,
        cycle: read_day(&cycle, TABLE, id)?,
        unit: UnitId(unit),
        kind: FilingKind::from_code(&kind).ok_or(StoreError::Corrupt { table: TABLE, id })?,
        fields: vec![],
        reason,
        corrects: corrects.map(FilingId),
        answers: answers.map(FilingId),
        asked: asked.map(PersonId),
        by: PersonId(person),
        filed_on: read_day(&filed_on, TABLE, id)?,
    })
}
