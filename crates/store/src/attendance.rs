//! Attendance (考勤): the rules that were adopted and whom each binds, who held which post, what was punched, what
//! people said of a day, and the months of units. What a day comes to is stored nowhere: it is judged when it is read.

pub mod exception;
pub mod post;
pub mod punched;
pub mod sheet;

use crate::bulk::{Column, Target};
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::person::read_day;
use crate::roster::standing::{DutyRow, Rostered, asked, binding, bound_rosters, duty_rows};
use crate::writer::Write;
use jiff::Timestamp;
use jiff::civil::Date;
use qz_domain::attendance::assignment::{AdoptedRule, Assignment};
use qz_domain::id::{AssignmentId, PersonId, RuleId, UnitId};
use qz_domain::month::Month;

/// Whose attendance is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// One person's.
    Person(PersonId),
    /// That of everybody with a post in a unit.
    Unit(UnitId),
    /// Everybody's.
    County,
}

impl Who {
    /// The number a statement binds.
    fn number(self) -> i64 {
        match self {
            Self::Person(person) => person.0,
            Self::Unit(unit) => unit.0,
            Self::County => 0,
        }
    }
}

/// Every version of every rule that was adopted, by code and day.
pub async fn rules(conn: &mut Conn) -> Result<Vec<AdoptedRule>, StoreError> {
    const SQL: &str = "
        select id, code, since, body, document from attendance_rule order by code, since";
    type Row = (i64, String, String, String, String);
    let rows: Vec<Row> = on_either!(conn, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    let read = |(id, code, since, body, document): Row| {
        let since = read_day(&since, "attendance_rule", id)?;
        Ok(AdoptedRule { id: RuleId(id), code, since, body, document })
    };
    rows.into_iter().map(read).collect()
}

/// Adds a version of a rule.
pub async fn insert_rule(write: &mut Write, new: &AdoptedRule) -> Result<(), StoreError> {
    const RULE: Target = Target {
        table: "attendance_rule",
        columns: &["id", "code", "since", "body", "document"],
        tail: "",
    };
    let columns = vec![
        Column::Int(vec![new.id.0]),
        Column::Text(vec![new.code.clone()]),
        Column::Text(vec![new.since.to_string()]),
        Column::Text(vec![new.body.clone()]),
        Column::Text(vec![new.document.clone()]),
    ];
    write.insert(RULE, columns).await.map(drop)
}

/// What bears on everybody's days in a stretch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    /// Every version of every adopted rule, as it is written.
    pub rules: Vec<String>,
    /// The holiday notices that were brought in, in their order.
    pub notices: Vec<String>,
    /// Every assignment.
    pub assignments: Vec<Assignment>,
    /// Each unit with the one above it.
    pub parents: Vec<(UnitId, UnitId)>,
    /// When the terminals of a whole unit were down, in milliseconds.
    pub outages: Vec<(UnitId, i64, i64)>,
    /// The turns of duty that bind those asked for on the days of the stretch.
    pub duties: Vec<Rostered>,
}

type AssignmentRow =
    (String, i64, i64, Option<i64>, String, String, Option<String>, String, String);

/// What bears on the days of a stretch, both inclusive, in one statement: an act that judges has few. The instants are
/// those at which the stretch begins and ends.
pub async fn standing(
    conn: &mut Conn,
    (from, to): (Timestamp, Timestamp),
    (who, days): (Who, (Date, Date)),
) -> Result<Standing, StoreError> {
    const SQL: &str = concat!(
        bound_rosters!("$3", "$4", "$5", "$6"),
        duty_rows!(),
        "
         union all
        select 'assignment', id, unit, person, code, since, until, reason, document
          from attendance_assignment
         union all
        select 'notice', id, year, cast(null as bigint), '', '', cast(null as text), body, ''
          from holiday_notice
         union all
        select 'outage', id, unit, cast(null as bigint), '', cast(begins_at as text)
             , cast(ends_at as text), '', ''
          from outage
         where taken_back = '' and terminal is null and begins_at < $2 and ends_at > $1
         union all
        select 'rule', id, cast(0 as bigint), cast(null as bigint), code, since, cast(null as text)
             , body, document
          from attendance_rule
         union all
        select 'unit', id, parent, cast(null as bigint), '', '', cast(null as text), '', ''
          from unit
         where parent is not null
         order by 1, 2"
    );
    let (person, unit) = asked(who);
    let rows: Vec<AssignmentRow> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(from.as_millisecond())
        .bind(to.as_millisecond())
        .bind(Month::of(days.0).to_string())
        .bind(Month::of(days.1).to_string())
        .bind(person)
        .bind(unit)
        .fetch_all(c)
        .await)?;
    let (mut standing, duties) = sorted(rows)?;
    standing.duties = binding(duties, who, days)?;
    Ok(standing)
}

/// What each row says; what it says of duties is read together.
fn sorted(rows: Vec<AssignmentRow>) -> Result<(Standing, Vec<DutyRow>), StoreError> {
    let mut standing = Standing::default();
    let mut duties = vec![];
    for row in rows {
        match row.0.as_str() {
            "unit" => standing.parents.push((UnitId(row.1), UnitId(row.2))),
            "rule" => standing.rules.push(row.7),
            "notice" => standing.notices.push(row.7),
            "outage" => standing.outages.push(read_outage(&row)?),
            "line" | "swap" => duties.push(row),
            _ => standing.assignments.push(read_assignment(row)?),
        }
    }
    Ok((standing, duties))
}

fn read_outage(row: &AssignmentRow) -> Result<(UnitId, i64, i64), StoreError> {
    let (_, id, unit, _, _, from, to, ..) = row;
    let corrupt = || StoreError::Corrupt { table: "outage", id: *id };
    let from = from.parse().map_err(|_| corrupt())?;
    let to = to.as_deref().and_then(|to| to.parse().ok()).ok_or_else(corrupt)?;
    Ok((UnitId(*unit), from, to))
}

/// Every assignment, by its number.
pub async fn all_assignments(conn: &mut Conn) -> Result<Vec<Assignment>, StoreError> {
    const SQL: &str = "
        select '' as what, id, unit, person, code, since, until, reason, document
          from attendance_assignment
         order by id";
    let rows: Vec<AssignmentRow> = on_either!(conn, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    rows.into_iter().map(read_assignment).collect()
}

fn read_assignment(row: AssignmentRow) -> Result<Assignment, StoreError> {
    let (_, id, unit, person, code, since, until, reason, document) = row;
    let day = |text: &str| read_day(text, "attendance_assignment", id);
    Ok(Assignment {
        id: AssignmentId(id),
        unit: UnitId(unit),
        person: person.map(PersonId),
        code,
        since: day(&since)?,
        until: until.as_deref().map(day).transpose()?,
        reason,
        document,
    })
}

/// An assignment with whom it binds in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssignmentLine {
    /// The assignment.
    pub row: Assignment,
    /// The unit's name and its English one.
    pub unit: (String, String),
    /// The person's number and name.
    pub person: Option<(String, String)>,
}

/// Every assignment with whom it binds, those of units first.
pub async fn assignments(conn: &mut Conn) -> Result<Vec<AssignmentLine>, StoreError> {
    const SQL: &str = "
        select '' as what, a.id, a.unit, a.person, a.code, a.since, a.until, a.reason, a.document
             , u.name, u.name_en, p.number, p.name
          from attendance_assignment a
          join unit u on u.id = a.unit
          left join person p on p.id = a.person
         order by case when a.person is null then 0 else 1 end, u.code, a.since, a.id";
    type Row = (
        String,
        i64,
        i64,
        Option<i64>,
        String,
        String,
        Option<String>,
        String,
        String,
        String,
        String,
        Option<String>,
        Option<String>,
    );
    let rows: Vec<Row> = on_either!(conn, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    let line = |row: Row| {
        let (what, id, unit, person, code, since, until, reason, document, ..) = row;
        let (name, name_en, number, called) = (row.9, row.10, row.11, row.12);
        let row = read_assignment((what, id, unit, person, code, since, until, reason, document))?;
        Ok(AssignmentLine { row, unit: (name, name_en), person: number.zip(called) })
    };
    rows.into_iter().map(line).collect()
}

/// Adds an assignment.
pub async fn insert_assignment(write: &mut Write, new: &Assignment) -> Result<(), StoreError> {
    const ASSIGNMENT: Target = Target {
        table: "attendance_assignment",
        columns: &["id", "unit", "person", "code", "since", "until", "reason", "document"],
        tail: "",
    };
    let columns = vec![
        Column::Int(vec![new.id.0]),
        Column::Int(vec![new.unit.0]),
        Column::MaybeInt(vec![new.person.map(|person| person.0)]),
        Column::Text(vec![new.code.clone()]),
        Column::Text(vec![new.since.to_string()]),
        Column::MaybeText(vec![new.until.map(|day| day.to_string())]),
        Column::Text(vec![new.reason.clone()]),
        Column::Text(vec![new.document.clone()]),
    ];
    write.insert(ASSIGNMENT, columns).await.map(drop)
}

/// Says the last day of an assignment.
pub async fn set_until(write: &mut Write, id: AssignmentId, until: Date) -> Result<(), StoreError> {
    const SQL: &str = "update attendance_assignment set until = $2 where id = $1";
    on_either!(write.reads(), c => sqlx::query(SQL)
        .bind(id.0)
        .bind(until.to_string())
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}
