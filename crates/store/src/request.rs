//! Requests of attendance (考勤申请): one by one, those of a person, and what is approved on a stretch. Lists are in [`list`].

mod approved;
pub mod list;
mod near;

pub use approved::{Approved, approved, facts};
pub use near::{Colleague, colleagues, deciders, heads, punches_near};

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::person::read_day;
use crate::row::{wide_row, written};
use crate::writer::Write;
use jiff::civil::{DateTime, Time};
use qz_domain::id::{PersonId, RequestId, UnitId};
use qz_domain::request::{Pattern, Request, RequestKind, Stage, Weekdays};
use qz_domain::spelled::Spelled;

wide_row! {
    /// A request as it stands in the store.
    pub(crate) RequestRow {
        id: i64,
        person: i64,
        unit: i64,
        kind: String,
        subtype: String,
        begins_at: String,
        ends_at: String,
        weekdays: String,
        daily_from: String,
        daily_to: String,
        place: String,
        reason: String,
        asked_on: String,
        is_late: i64,
        stage: String,
        decided_by: Option<i64>,
        decided_on: Option<String>,
        answer: String,
        ended_at: Option<String>,
        version: i64,
    }
}

/// A request by its number in the store.
pub async fn find(conn: &mut Conn, id: RequestId) -> Result<Option<Request>, StoreError> {
    const SQL: &str = "
        select id, person, unit, kind, subtype, begins_at, ends_at, weekdays, daily_from, daily_to
             , place, reason, asked_on, is_late, stage, decided_by, decided_on, answer, ended_at
             , version
          from request
         where id = $1";
    let row: Option<RequestRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    row.map(read).transpose()
}

/// The requests of a person that stand, in the order they begin: what a new one is held against.
pub async fn standing_of(conn: &mut Conn, person: PersonId) -> Result<Vec<Request>, StoreError> {
    const SQL: &str = "
        select id, person, unit, kind, subtype, begins_at, ends_at, weekdays, daily_from, daily_to
             , place, reason, asked_on, is_late, stage, decided_by, decided_on, answer, ended_at
             , version
          from request
         where person = $1 and stage in ('pending', 'approved', 'ended')
         order by begins_at, id";
    let rows: Vec<RequestRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(person.0).fetch_all(c).await)?;
    rows.into_iter().map(read).collect()
}

written! {
    "request":
    person, unit, kind, subtype, begins_at, ends_at, weekdays, daily_from, daily_to, place, reason,
    asked_on, is_late, stage, decided_by, decided_on, answer, ended_at, version
}

/// Adds a request.
pub async fn insert(write: &mut Write, row: &Request) -> Result<(), StoreError> {
    write_row(write, row, INSERT).await
}

/// Writes every field of a request.
pub async fn update(write: &mut Write, row: &Request) -> Result<(), StoreError> {
    write_row(write, row, UPDATE).await
}

async fn write_row(write: &mut Write, row: &Request, sql: &'static str) -> Result<(), StoreError> {
    let pattern = row.pattern.as_ref();
    let weekdays = pattern.map_or_else(String::new, |pattern| pattern.weekdays.to_string());
    let daily =
        |pick: fn(&Pattern) -> Time| pattern.map_or_else(String::new, |one| clock(pick(one)));
    on_either!(write.reads(), c => sqlx::query(sql)
        .bind(row.person.0)
        .bind(row.unit.0)
        .bind(row.kind.code())
        .bind(&row.subtype)
        .bind(minute(row.from))
        .bind(minute(row.to))
        .bind(&weekdays)
        .bind(daily(|pattern| pattern.from))
        .bind(daily(|pattern| pattern.to))
        .bind(&row.place)
        .bind(&row.reason)
        .bind(row.asked_on.to_string())
        .bind(i64::from(row.is_late))
        .bind(row.stage.code())
        .bind(row.decided_by.map(|person| person.0))
        .bind(row.decided_on.map(|day| day.to_string()))
        .bind(&row.answer)
        .bind(row.ended_at.map(minute))
        .bind(row.version)
        .bind(row.id.0)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// A minute of the county's clock as it is stored; their order is that of the texts.
pub(crate) fn minute(at: DateTime) -> String {
    at.strftime("%Y-%m-%dT%H:%M").to_string()
}

fn clock(at: Time) -> String {
    at.strftime("%H:%M").to_string()
}

pub(crate) fn read(row: RequestRow) -> Result<Request, StoreError> {
    let id = row.id;
    let pattern = pattern(&row)?;
    let day = |text: &str| read_day(text, "request", id);
    Ok(Request {
        id: RequestId(id),
        person: PersonId(row.person),
        unit: UnitId(row.unit),
        kind: word(&row.kind, id)?,
        from: read_minute(&row.begins_at, id)?,
        to: read_minute(&row.ends_at, id)?,
        pattern,
        asked_on: day(&row.asked_on)?,
        is_late: row.is_late == 1,
        stage: word(&row.stage, id)?,
        decided_by: row.decided_by.map(PersonId),
        decided_on: row.decided_on.as_deref().map(day).transpose()?,
        ended_at: row.ended_at.as_deref().map(|text| read_minute(text, id)).transpose()?,
        subtype: row.subtype,
        place: row.place,
        reason: row.reason,
        answer: row.answer,
        version: row.version,
    })
}

fn pattern(row: &RequestRow) -> Result<Option<Pattern>, StoreError> {
    if row.weekdays.is_empty() {
        return Ok(None);
    }
    let corrupt = || StoreError::Corrupt { table: "request", id: row.id };
    let at = |text: &str| text.parse::<Time>().map_err(|_| corrupt());
    let weekdays = Weekdays::read(&row.weekdays).ok_or_else(corrupt)?;
    let (from, to) = (at(&row.daily_from)?, at(&row.daily_to)?);
    Ok(Some(Pattern { weekdays, from, to }))
}

fn read_minute(text: &str, id: i64) -> Result<DateTime, StoreError> {
    text.parse().map_err(|_| StoreError::Corrupt { table: "request", id })
}

fn word<T: Spelled>(code: &str, id: i64) -> Result<T, StoreError> {
    T::from_code(code).ok_or(StoreError::Corrupt { table: "request", id })
}

/// The kind and the stage of a line.
pub(crate) fn words(
    (kind, stage): (&str, &str),
    id: i64,
) -> Result<(RequestKind, Stage), StoreError> {
    Ok((word(kind, id)?, word(stage, id)?))
}
