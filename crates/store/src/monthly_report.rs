//! Monthly reports (月报): one by one, with what was confirmed last. What is owed is in [`owed`], the
//! counts of the records themselves in [`live`].

pub mod live;
pub mod owed;

use crate::bulk::{Column, Target};
use crate::conn::{Conn, on_either};
use crate::deadline;
use crate::error::StoreError;
use crate::person::read_day;
use crate::row::{wide_row, written};
use crate::writer::Write;
use jiff::Timestamp;
use qz_domain::id::{CampaignId, ConfirmationId, MonthlyReportId, UnitId};
use qz_domain::month::Month;
use qz_domain::monthly_report::{Confirmation, Counted, Counts, MonthlyReport, ReportKey, Stage};
use qz_domain::spelled::Spelled;

const TABLE: &str = "monthly_report";

wide_row! {
    /// A report as it comes, with its last confirmation.
    ReportRow {
        id: i64,
        campaign: i64,
        unit: i64,
        month: String,
        stage: String,
        due_length: String,
        due_on: String,
        due_waits: Option<i64>,
        first_on: String,
        latest_on: String,
        confirmation: i64,
        reason: String,
        version: i64,
        confirmed_on: String,
        cutoff_at: i64,
        visits_made: i64,
        visits_had: i64,
        findings: i64,
        unit_decisions: i64,
        person_decisions: i64,
        bulletins: i64,
        words: String,
    }
}

/// The report of a campaign, a unit and a month, once it was confirmed.
pub async fn find(conn: &mut Conn, key: ReportKey) -> Result<Option<MonthlyReport>, StoreError> {
    const SQL: &str = "
        select r.id, r.campaign, r.unit, r.month, r.stage, r.due_length, r.due_on, r.due_waits
             , r.first_on, r.latest_on, r.confirmation, r.reason, r.version, c.confirmed_on
             , c.cutoff_at, c.visits_made, c.visits_had, c.findings, c.unit_decisions
             , c.person_decisions, c.bulletins, c.words
          from monthly_report r
          join monthly_report_confirmation c on c.id = r.confirmation
         where r.campaign = $1 and r.unit = $2 and r.month = $3";
    let row: Option<ReportRow> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(key.campaign.0)
        .bind(key.unit.0)
        .bind(key.month.to_string())
        .fetch_optional(c)
        .await)?;
    row.map(read).transpose()
}

/// A report by its number in the store.
pub async fn numbered(
    conn: &mut Conn,
    id: MonthlyReportId,
) -> Result<Option<MonthlyReport>, StoreError> {
    const SQL: &str = "
        select r.id, r.campaign, r.unit, r.month, r.stage, r.due_length, r.due_on, r.due_waits
             , r.first_on, r.latest_on, r.confirmation, r.reason, r.version, c.confirmed_on
             , c.cutoff_at, c.visits_made, c.visits_had, c.findings, c.unit_decisions
             , c.person_decisions, c.bulletins, c.words
          from monthly_report r
          join monthly_report_confirmation c on c.id = r.confirmation
         where r.id = $1";
    let row: Option<ReportRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    row.map(read).transpose()
}

/// The reports of a span of months, both included.
pub async fn of_months(
    conn: &mut Conn,
    (from, to): (Month, Month),
) -> Result<Vec<MonthlyReport>, StoreError> {
    const SQL: &str = "
        select r.id, r.campaign, r.unit, r.month, r.stage, r.due_length, r.due_on, r.due_waits
             , r.first_on, r.latest_on, r.confirmation, r.reason, r.version, c.confirmed_on
             , c.cutoff_at, c.visits_made, c.visits_had, c.findings, c.unit_decisions
             , c.person_decisions, c.bulletins, c.words
          from monthly_report r
          join monthly_report_confirmation c on c.id = r.confirmation
         where r.month between $1 and $2
         order by r.id";
    let rows: Vec<ReportRow> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(from.to_string())
        .bind(to.to_string())
        .fetch_all(c)
        .await)?;
    rows.into_iter().map(read).collect()
}

/// Everything a unit confirmed of a report, first to last.
pub async fn confirmations(
    conn: &mut Conn,
    id: MonthlyReportId,
) -> Result<Vec<Confirmation>, StoreError> {
    const SQL: &str = "
        select id, confirmed_on, cutoff_at, visits_made, visits_had, findings, unit_decisions
             , person_decisions, bulletins, words
          from monthly_report_confirmation
         where report = $1
         order by id";
    type Row = (i64, String, i64, i64, i64, i64, i64, i64, i64, String);
    let rows: Vec<Row> = on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_all(c).await)?;
    let read = |(id, on, at, a, b, c, d, e, f, words): Row| {
        confirmation(id, (&on, at), [a, b, c, d, e, f], words)
    };
    rows.into_iter().map(read).collect()
}

written! {
    "monthly_report":
    campaign, unit, month, stage, due_length, due_on, due_waits, first_on, latest_on, confirmation,
    reason, version
}

/// Adds a report with its first confirmation.
pub async fn insert(write: &mut Write, report: &MonthlyReport) -> Result<(), StoreError> {
    write_row(write, report, INSERT).await?;
    confirm(write, report).await
}

/// Writes every field of a report; its confirmations stay as they are.
pub async fn update(write: &mut Write, report: &MonthlyReport) -> Result<(), StoreError> {
    write_row(write, report, UPDATE).await
}

/// Adds what a report's unit confirmed last.
pub async fn confirm(write: &mut Write, report: &MonthlyReport) -> Result<(), StoreError> {
    const CONFIRMATION: Target = Target {
        table: "monthly_report_confirmation",
        columns: &[
            "id",
            "report",
            "confirmed_on",
            "cutoff_at",
            "words",
            "visits_made",
            "visits_had",
            "findings",
            "unit_decisions",
            "person_decisions",
            "bulletins",
        ],
        tail: "",
    };
    let new = &report.confirmed;
    let mut columns = vec![
        Column::Int(vec![new.id.0]),
        Column::Int(vec![report.id.0]),
        Column::Text(vec![new.on.to_string()]),
        Column::Int(vec![new.cutoff_at.as_millisecond()]),
        Column::Text(vec![new.words.clone()]),
    ];
    columns.extend(Counted::ALL.iter().map(|what| Column::Int(vec![new.counts.of(*what)])));
    write.insert(CONFIRMATION, columns).await.map(drop)
}

async fn write_row(
    write: &mut Write,
    report: &MonthlyReport,
    sql: &'static str,
) -> Result<(), StoreError> {
    let due = deadline::columns(&report.due);
    on_either!(write.reads(), c => sqlx::query(sql)
        .bind(report.campaign.0)
        .bind(report.unit.0)
        .bind(report.month.to_string())
        .bind(report.stage.code())
        .bind(due.length)
        .bind(due.due)
        .bind(due.waits)
        .bind(report.first_on.to_string())
        .bind(report.latest_on.to_string())
        .bind(report.confirmed.id.0)
        .bind(&report.reason)
        .bind(report.version)
        .bind(report.id.0)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

fn read(row: ReportRow) -> Result<MonthlyReport, StoreError> {
    let id = row.id;
    let corrupt = || StoreError::Corrupt { table: TABLE, id };
    let month: Month = row.month.parse().map_err(|_| corrupt())?;
    let due = (row.due_length.as_str(), row.due_on.as_str(), row.due_waits);
    let counts = [
        row.visits_made,
        row.visits_had,
        row.findings,
        row.unit_decisions,
        row.person_decisions,
        row.bulletins,
    ];
    let when = (row.confirmed_on.as_str(), row.cutoff_at);
    Ok(MonthlyReport {
        id: MonthlyReportId(id),
        campaign: CampaignId(row.campaign),
        unit: UnitId(row.unit),
        month,
        stage: Stage::from_code(&row.stage).ok_or_else(corrupt)?,
        due: deadline::read(month.last(), due, (TABLE, id))?,
        first_on: read_day(&row.first_on, TABLE, id)?,
        latest_on: read_day(&row.latest_on, TABLE, id)?,
        reason: row.reason,
        version: row.version,
        confirmed: confirmation(row.confirmation, when, counts, row.words)?,
    })
}

fn confirmation(
    id: i64,
    (on, cutoff_at): (&str, i64),
    given: [i64; Counted::ALL.len()],
    words: String,
) -> Result<Confirmation, StoreError> {
    let corrupt = |_| StoreError::Corrupt { table: "monthly_report_confirmation", id };
    let mut counts = Counts::default();
    for (what, count) in Counted::ALL.iter().zip(given) {
        counts.set(*what, count);
    }
    Ok(Confirmation {
        id: ConfirmationId(id),
        on: read_day(on, "monthly_report_confirmation", id)?,
        cutoff_at: Timestamp::from_millisecond(cutoff_at).map_err(corrupt)?,
        counts,
        words,
    })
}
