//! Findings (问题线索): one by one. Lists are in [`list`].

pub mod around;
pub mod dismissed;
pub mod list;

use crate::conn::{Conn, on_either};
use crate::deadline::{maybe_columns, maybe_read};
use crate::error::StoreError;
use crate::list::{List, Page};
use crate::person::read_day;
use crate::row::{wide_row, written};
use crate::writer::Write;
use jiff::civil::Date;
use qz_domain::finding::{Finding, Receipt, Stage};
use qz_domain::id::{FindingId, PersonId, SuspicionId, UnitId, VisitId};
use qz_domain::number::FindingNumber;
use qz_domain::rectification::Extension;
use qz_domain::spelled::Spelled;
use qz_domain::weight::Weight;

wide_row! {
    /// A finding as it comes.
    FindingRow {
        id: i64,
        year: i64,
        serial: i64,
        visit: Option<i64>,
        organ: i64,
        unit: i64,
        stage: String,
        facts: String,
        screening: String,
        established: String,
        in_favour: String,
        ground: String,
        reason: String,
        registered_on: String,
        screened_on: Option<String>,
        verified_on: Option<String>,
        adjudicated_on: Option<String>,
        version: i64,
        inquiry: String,
        reply: String,
        term_from: Option<String>,
        term_length: Option<String>,
        term_due: Option<String>,
        term_waits: Option<i64>,
        extension: String,
        extension_reason: String,
        receipt_organ: Option<String>,
        receipt_number: Option<String>,
        receipt_on: Option<String>,
        handled_on: Option<String>,
        weight: String,
        instead_of: Option<i64>,
        handed_because: String,
        suspicion: Option<i64>,
        asked: Option<i64>,
    }
}

/// Every column of the table.
macro_rules! own_columns {
    () => {
        "id, year, serial, visit, organ, unit, stage, facts, screening, established, in_favour
             , ground, reason, registered_on, screened_on, verified_on, adjudicated_on, version
             , inquiry, reply, term_from, term_length, term_due, term_waits, extension
             , extension_reason, receipt_organ, receipt_number, receipt_on, handled_on
             , weight, instead_of, handed_because, suspicion, asked"
    };
}

/// A finding by its number in the store.
pub async fn find(conn: &mut Conn, id: FindingId) -> Result<Option<Finding>, StoreError> {
    const SQL: &str = concat!("select ", own_columns!(), " from finding where id = $1");
    let row: Option<FindingRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    row.map(read).transpose()
}

/// The findings with these numbers in the store, in one statement.
pub async fn many(conn: &mut Conn, ids: &[FindingId]) -> Result<Vec<Finding>, StoreError> {
    let mut list = List::new(own_columns!(), "finding");
    list.of_any("id = $?", ids.iter().map(|id| id.0));
    let rows: Vec<FindingRow> = list.rows(conn, "id", Page::all()).await?;
    rows.into_iter().map(read).collect()
}

/// The number in the store of the finding with a number.
pub async fn numbered(
    conn: &mut Conn,
    number: FindingNumber,
) -> Result<Option<FindingId>, StoreError> {
    const SQL: &str = "select id from finding where year = $1 and serial = $2";
    let (year, serial) = (i64::from(number.year()), number.serial());
    let found: Option<(i64,)> = on_either!(
        conn,
        c => sqlx::query_as(SQL).bind(year).bind(serial).fetch_optional(c).await
    )?;
    Ok(found.map(|(id,)| FindingId(id)))
}

/// The findings registered from a visit, in order.
pub async fn of_visit(conn: &mut Conn, visit: VisitId) -> Result<Vec<FindingId>, StoreError> {
    const SQL: &str = "select id from finding where visit = $1 order by id";
    let rows: Vec<(i64,)> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(visit.0).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|(id,)| FindingId(id)).collect())
}

/// The highest serial of a year, 0 when there is none.
pub async fn last_serial(conn: &mut Conn, year: i16) -> Result<i64, StoreError> {
    const SQL: &str = "select coalesce(max(serial), 0) from finding where year = $1";
    let year = i64::from(year);
    let (serial,): (i64,) =
        on_either!(conn, c => sqlx::query_as(SQL).bind(year).fetch_one(c).await)?;
    Ok(serial)
}

written! {
    "finding":
    year, serial, visit, organ, unit, stage, facts, screening, established, in_favour, ground, reason,
    registered_on, screened_on, verified_on, adjudicated_on, version, inquiry, reply, term_from,
    term_length, term_due, term_waits, extension, extension_reason, receipt_organ, receipt_number,
    receipt_on, handled_on, weight, instead_of, handed_because, suspicion, asked
}

/// Adds a finding.
pub async fn insert(write: &mut Write, finding: &Finding) -> Result<(), StoreError> {
    write_row(write, finding, INSERT).await
}

/// Writes every field of a finding.
pub async fn update(write: &mut Write, finding: &Finding) -> Result<(), StoreError> {
    write_row(write, finding, UPDATE).await
}

async fn write_row(
    write: &mut Write,
    finding: &Finding,
    sql: &'static str,
) -> Result<(), StoreError> {
    let day = |day: Option<Date>| day.map(|day| day.to_string());
    let (length, due, waits) = maybe_columns(finding.term.as_ref());
    let receipt = finding.receipt.as_ref();
    on_either!(write.reads(), c => sqlx::query(sql)
        .bind(i64::from(finding.number.year()))
        .bind(finding.number.serial())
        .bind(finding.visit.map(|visit| visit.0))
        .bind(finding.organ.0)
        .bind(finding.unit.0)
        .bind(finding.stage.code())
        .bind(&finding.facts)
        .bind(&finding.screening)
        .bind(&finding.established)
        .bind(&finding.in_favour)
        .bind(&finding.ground)
        .bind(&finding.reason)
        .bind(finding.registered_on.to_string())
        .bind(day(finding.screened_on))
        .bind(day(finding.verified_on))
        .bind(day(finding.adjudicated_on))
        .bind(finding.version)
        .bind(&finding.inquiry)
        .bind(&finding.reply)
        .bind(day(finding.term.map(|term| term.from)))
        .bind(length)
        .bind(due)
        .bind(waits)
        .bind(finding.extension.code())
        .bind(&finding.extension_reason)
        .bind(receipt.map(|receipt| &receipt.organ))
        .bind(receipt.map(|receipt| &receipt.number))
        .bind(day(receipt.map(|receipt| receipt.day)))
        .bind(day(finding.handled_on))
        .bind(finding.weight.code())
        .bind(finding.instead_of.map(|organ| organ.0))
        .bind(&finding.handed_because)
        .bind(finding.root.map(|suspicion| suspicion.0))
        .bind(finding.asked.map(|person| person.0))
        .bind(finding.id.0)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

fn read(row: FindingRow) -> Result<Finding, StoreError> {
    let id = row.id;
    let corrupt = || StoreError::Corrupt { table: "finding", id };
    let day = |text: Option<String>| text.map(|text| read_day(&text, "finding", id)).transpose();
    let year = i16::try_from(row.year).map_err(|_| corrupt())?;
    let term = (row.term_length.as_deref(), row.term_due.as_deref(), row.term_waits);
    let receipt = match (row.receipt_organ, row.receipt_number, day(row.receipt_on)?) {
        (Some(organ), Some(number), Some(day)) => Some(Receipt { organ, number, day }),
        _ => None,
    };
    Ok(Finding {
        id: FindingId(id),
        number: FindingNumber::new(year, row.serial).ok_or_else(corrupt)?,
        visit: row.visit.map(VisitId),
        organ: UnitId(row.organ),
        instead_of: row.instead_of.map(UnitId),
        handed_because: row.handed_because,
        weight: Weight::from_code(&row.weight).ok_or_else(corrupt)?,
        unit: UnitId(row.unit),
        stage: Stage::from_code(&row.stage).ok_or_else(corrupt)?,
        facts: row.facts,
        screening: row.screening,
        inquiry: row.inquiry,
        reply: row.reply,
        term: maybe_read(day(row.term_from)?, term, ("finding", id))?,
        extension: Extension::from_code(&row.extension).ok_or_else(corrupt)?,
        extension_reason: row.extension_reason,
        receipt,
        established: row.established,
        in_favour: row.in_favour,
        ground: row.ground,
        reason: row.reason,
        registered_on: read_day(&row.registered_on, "finding", id)?,
        screened_on: day(row.screened_on)?,
        verified_on: day(row.verified_on)?,
        adjudicated_on: day(row.adjudicated_on)?,
        handled_on: day(row.handled_on)?,
        root: row.suspicion.map(SuspicionId),
        asked: row.asked.map(PersonId),
        version: row.version,
    })
}
