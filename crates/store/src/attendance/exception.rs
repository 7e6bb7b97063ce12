//! What people said of days (考勤异常).

use super::Who;
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::person::read_day;
use crate::row::{wide_row, written};
use crate::writer::Write;
use jiff::civil::Date;
use qz_domain::attendance::PersonDay;
use qz_domain::attendance::exception::{Exception, Outcome, Stage};
use qz_domain::id::{ExceptionId, PersonId, UnitId};
use qz_domain::spelled::Spelled;
use qz_domain::unit::Line;

wide_row! {
    /// An exception as it stands in the store.
    pub(crate) ExceptionRow {
        id: i64,
        person: i64,
        unit: i64,
        day: String,
        stage: String,
        judged: String,
        halves: i64,
        asked_on: Option<String>,
        said: String,
        outcome: Option<String>,
        because: String,
        settled_by: Option<i64>,
        settled_on: Option<String>,
        contested: String,
        version: i64,
    }
}

/// What was said of one day of a person.
pub async fn find(
    conn: &mut Conn,
    person: PersonId,
    day: Date,
) -> Result<Option<Exception>, StoreError> {
    const SQL: &str = "
        select id, person, unit, day, stage, judged, halves, asked_on, said, outcome, because
             , settled_by, settled_on, contested, version
          from attendance_exception
         where person = $1 and day = $2";
    let row: Option<ExceptionRow> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(person.0)
        .bind(day.to_string())
        .fetch_optional(c)
        .await)?;
    row.map(read).transpose()
}

/// What was said of the days of a stretch.
pub async fn within(
    conn: &mut Conn,
    who: Who,
    (from, to): (Date, Date),
) -> Result<Vec<Exception>, StoreError> {
    const PERSON: &str = "
        select id, person, unit, day, stage, judged, halves, asked_on, said, outcome, because
             , settled_by, settled_on, contested, version
          from attendance_exception
         where person = $3 and day >= $1 and day <= $2
         order by person, day";
    const UNIT: &str = "
        select id, person, unit, day, stage, judged, halves, asked_on, said, outcome, because
             , settled_by, settled_on, contested, version
          from attendance_exception
         where unit = $3 and day >= $1 and day <= $2
         order by person, day";
    const COUNTY: &str = "
        select id, person, unit, day, stage, judged, halves, asked_on, said, outcome, because
             , settled_by, settled_on, contested, version
          from attendance_exception
         where day >= $1 and day <= $2 and person > $3
         order by person, day";
    let sql = match who {
        Who::Person(_) => PERSON,
        Who::Unit(_) => UNIT,
        Who::County => COUNTY,
    };
    let rows: Vec<ExceptionRow> = on_either!(conn, c => sqlx::query_as(sql)
        .bind(from.to_string())
        .bind(to.to_string())
        .bind(who.number())
        .fetch_all(c)
        .await)?;
    rows.into_iter().map(read).collect()
}

/// A day somebody waits for an answer on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenLine {
    /// The day.
    pub key: PersonDay,
    /// Explained or contested.
    pub stage: Stage,
    /// What the day came to when that was said.
    pub judged: String,
    /// The person's work number and name.
    pub person: (String, String),
    /// The unit that answers for the day, with its line.
    pub unit: (UnitId, Line),
    /// Its name and its English one.
    pub unit_name: (String, String),
    /// Whether the person heads that unit.
    pub is_head: bool,
}

/// The days somebody waits for an answer on, the oldest first; 200 at most.
pub async fn open(conn: &mut Conn) -> Result<Vec<OpenLine>, StoreError> {
    const SQL: &str = "
        select e.id, e.person, e.day, e.stage, e.judged, p.number, p.name, u.id, u.line, u.name, u.name_en
             , (select count(*)
                  from role_grant g
                  join account a on a.id = g.account
                 where g.unit = e.unit and g.role = 'head' and g.stage = 'active'
                   and a.person = e.person)
          from attendance_exception e
          join person p on p.id = e.person
          join unit u on u.id = e.unit
         where e.stage in ('explained', 'contested')
         order by e.day, e.id
         limit 200";
    let rows: Vec<OpenRow> = on_either!(conn, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    rows.into_iter().map(read_open).collect()
}

type OpenRow = (i64, i64, String, String, String, String, String, i64, String, String, String, i64);

fn read_open(row: OpenRow) -> Result<OpenLine, StoreError> {
    let (id, person, day, stage, judged, number, called, unit, line, name, name_en, heads) = row;
    let corrupt = || StoreError::Corrupt { table: "attendance_exception", id };
    let day = read_day(&day, "attendance_exception", id)?;
    Ok(OpenLine {
        key: PersonDay { person: PersonId(person), day },
        stage: Stage::from_code(&stage).ok_or_else(corrupt)?,
        judged,
        person: (number, called),
        unit: (UnitId(unit), Line::from_code(&line).ok_or_else(corrupt)?),
        unit_name: (name, name_en),
        is_head: heads > 0,
    })
}

written! {
    "attendance_exception":
    person, unit, day, stage, judged, halves, asked_on, said, outcome, because, settled_by,
    settled_on, contested, version
}

/// Adds what was said of a day.
pub async fn insert(write: &mut Write, row: &Exception) -> Result<(), StoreError> {
    write_row(write, row, INSERT).await
}

/// Writes every field anew.
pub async fn update(write: &mut Write, row: &Exception) -> Result<(), StoreError> {
    write_row(write, row, UPDATE).await
}

async fn write_row(
    write: &mut Write,
    row: &Exception,
    sql: &'static str,
) -> Result<(), StoreError> {
    on_either!(write.reads(), c => sqlx::query(sql)
        .bind(row.person.0)
        .bind(row.unit.0)
        .bind(row.day.to_string())
        .bind(row.stage.code())
        .bind(&row.judged)
        .bind(row.halves)
        .bind(row.asked_on.map(|day| day.to_string()))
        .bind(&row.said)
        .bind(row.outcome.map(Spelled::code))
        .bind(&row.because)
        .bind(row.settled_by.map(|person| person.0))
        .bind(row.settled_on.map(|day| day.to_string()))
        .bind(&row.contested)
        .bind(row.version)
        .bind(row.id.0)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

fn read(row: ExceptionRow) -> Result<Exception, StoreError> {
    let id = row.id;
    let corrupt = || StoreError::Corrupt { table: "attendance_exception", id };
    let day = |text: &str| read_day(text, "attendance_exception", id);
    let outcome = |code: &str| Outcome::from_code(code).ok_or_else(corrupt);
    Ok(Exception {
        id: ExceptionId(id),
        person: PersonId(row.person),
        unit: UnitId(row.unit),
        day: day(&row.day)?,
        stage: Stage::from_code(&row.stage).ok_or_else(corrupt)?,
        judged: row.judged,
        halves: row.halves,
        asked_on: row.asked_on.as_deref().map(day).transpose()?,
        said: row.said,
        outcome: row.outcome.as_deref().map(outcome).transpose()?,
        because: row.because,
        settled_by: row.settled_by.map(PersonId),
        settled_on: row.settled_on.as_deref().map(day).transpose()?,
        contested: row.contested,
        version: row.version,
    })
}
