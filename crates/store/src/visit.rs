//! Visits (走访): one by one. Lists are in [`list`], counts in [`figure`], what anybody may know in
//! [`public`].

pub mod beside;
pub mod cap;
pub mod figure;
pub mod list;
pub mod public;
pub mod waiting;

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::list::{List, Page};
use crate::person::read_day;
use crate::row::{wide_row, written};
use crate::writer::Write;
use jiff::Timestamp;
use qz_domain::id::{ActId, DrawId, FindingId, PersonId, UnitId, VisitId};
use qz_domain::spelled::Spelled;
use qz_domain::visit::{
    Manner, Outcome, Position, ReplyPlan, Stage, TeamMember, Visit, VisitNumber,
};

wide_row! {
    /// A visit as it comes.
    VisitRow {
        id: i64,
        year: i64,
        serial: i64,
        organ: i64,
        unit: i64,
        manner: String,
        planned_from: String,
        planned_until: String,
        purpose: String,
        draw: Option<i64>,
        stage: String,
        visited_at: Option<i64>,
        observed: String,
        outcome: Option<String>,
        told: String,
        version: i64,
        filed_at: Option<i64>,
    }
}

/// What the visited unit said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// Who said it for the unit; `None` when it stands on the paper sheet only.
    pub person: Option<PersonId>,
    /// Whether it agrees; `None` when the sheet does not say.
    pub position: Option<Position>,
    /// Its words.
    pub body: String,
    /// How it means to put right what was seen, where it says so.
    pub plan: Option<ReplyPlan>,
    /// When.
    pub replied_at: Timestamp,
}

/// One field that a correction changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CorrectedField {
    /// The version the correction made.
    pub version: i64,
    /// The field.
    pub field: String,
    /// What it was.
    pub was: String,
    /// What it became.
    pub became: String,
    /// Why.
    pub reason: String,
    /// The act whose record it corrects.
    pub corrects: ActId,
}

macro_rules! own_columns {
    () => {
        "id, year, serial, organ, unit, manner, planned_from, planned_until, purpose
                  , draw, stage, visited_at, observed, outcome, told, version, filed_at"
    };
}

macro_rules! select {
    ($rest:literal) => {
        concat!("select ", own_columns!(), " from visit ", $rest)
    };
}

/// A visit by its number in the store.
pub async fn find(conn: &mut Conn, id: VisitId) -> Result<Option<Visit>, StoreError> {
    const SQL: &str = select!("where id = $1");
    let row: Option<VisitRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    with_team(conn, row).await
}

/// The visits with these numbers in the store, with their teams, in two statements.
pub async fn many(conn: &mut Conn, ids: &[VisitId]) -> Result<Vec<Visit>, StoreError> {
    let mut list = List::new(own_columns!(), "visit");
    list.of_any("id = $?", ids.iter().map(|id| id.0));
    let rows: Vec<VisitRow> = list.rows(conn, "id", Page::all()).await?;
    let mut list = List::new("visit, person, signed_at", "visit_inspector");
    list.of_any("visit = $?", ids.iter().map(|id| id.0));
    let members: Vec<(i64, i64, Option<i64>)> =
        list.rows(conn, "visit, place", Page::all()).await?;
    let of = |row: VisitRow| {
        let own = members.iter().filter(|member| member.0 == row.id);
        let team = own.map(|(visit, person, at)| member(*visit, (*person, *at)));
        let team = team.collect::<Result<_, _>>()?;
        read_visit(row, team)
    };
    rows.into_iter().map(of).collect()
}

/// A visit by the number on its paper twin.
pub async fn find_by_number(
    conn: &mut Conn,
    number: VisitNumber,
) -> Result<Option<Visit>, StoreError> {
    const SQL: &str = select!("where year = $1 and serial = $2");
    let (year, serial) = (i64::from(number.year()), number.serial());
    let row: Option<VisitRow> = on_either!(
        conn,
        c => sqlx::query_as(SQL).bind(year).bind(serial).fetch_optional(c).await
    )?;
    with_team(conn, row).await
}

async fn with_team(conn: &mut Conn, row: Option<VisitRow>) -> Result<Option<Visit>, StoreError> {
    let Some(row) = row else { return Ok(None) };
    let team = team(conn, VisitId(row.id)).await?;
    read_visit(row, team).map(Some)
}

/// The highest serial of a year, 0 when there is none.
pub async fn last_serial(conn: &mut Conn, year: i16) -> Result<i64, StoreError> {
    const SQL: &str = "select coalesce(max(serial), 0) from visit where year = $1";
    let year = i64::from(year);
    let (serial,): (i64,) =
        on_either!(conn, c => sqlx::query_as(SQL).bind(year).fetch_one(c).await)?;
    Ok(serial)
}

/// The team in order.
pub async fn team(conn: &mut Conn, id: VisitId) -> Result<Vec<TeamMember>, StoreError> {
    const SQL: &str = "
        select person, signed_at from visit_inspector where visit = $1 order by place";
    let rows: Vec<(i64, Option<i64>)> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_all(c).await)?;
    rows.into_iter().map(|row| member(id.0, row)).collect()
}

/// A member of the team of visit `id`.
fn member(id: i64, (person, signed_at): (i64, Option<i64>)) -> Result<TeamMember, StoreError> {
    let signed_at = signed_at.map(|at| read_instant(at, "visit_inspector", id));
    Ok(TeamMember { person: PersonId(person), signed_at: signed_at.transpose()? })
}

/// The unit's reply.
pub async fn reply(conn: &mut Conn, id: VisitId) -> Result<Option<Reply>, StoreError> {
    const SQL: &str = "
        select person, position, body, replied_at, plan, plan_by from visit_reply where visit = $1";
    type Row = (Option<i64>, Option<String>, String, i64, String, Option<String>);
    let row: Option<Row> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    row.map(|(person, position, body, at, how, by)| {
        let corrupt = || StoreError::Corrupt { table: "visit_reply", id: id.0 };
        let position = position.map(|code| Position::from_code(&code).ok_or_else(corrupt));
        let replied_at = read_instant(at, "visit_reply", id.0)?;
        let (person, position) = (person.map(PersonId), position.transpose()?);
        let plan = by.map(|by| reply_plan(id, how, &by)).transpose()?;
        Ok(Reply { person, position, body, plan, replied_at })
    })
    .transpose()
}

fn reply_plan(id: VisitId, how: String, by: &str) -> Result<ReplyPlan, StoreError> {
    Ok(ReplyPlan { how, by: read_day(by, "visit_reply", id.0)? })
}

/// What a finding's unit said of putting it right in its reply to the visit that the finding comes from.
pub async fn plan_for_finding(
    conn: &mut Conn,
    finding: FindingId,
) -> Result<Option<ReplyPlan>, StoreError> {
    const SQL: &str = "
        select v.id, r.plan, r.plan_by
          from finding f
          join visit v on v.id = f.visit and v.unit = f.unit
          join visit_reply r on r.visit = v.id
         where f.id = $1 and r.plan_by is not null";
    let row: Option<(i64, String, String)> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(finding.0).fetch_optional(c).await)?;
    row.map(|(visit, how, by)| reply_plan(VisitId(visit), how, &by)).transpose()
}

/// Every field ever corrected, in order.
pub async fn corrections(conn: &mut Conn, id: VisitId) -> Result<Vec<CorrectedField>, StoreError> {
    const SQL: &str = "
        select version, field, was, became, reason, corrects
          from visit_correction
         where visit = $1
         order by version, field";
    type Row = (i64, String, String, String, String, i64);
    let rows: Vec<Row> = on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_all(c).await)?;
    let read = |(version, field, was, became, reason, corrects): Row| CorrectedField {
        version,
        field,
        was,
        became,
        reason,
        corrects: ActId(corrects),
    };
    Ok(rows.into_iter().map(read).collect())
}

written! {
    "visit":
    year, serial, organ, unit, manner, planned_from, planned_until, purpose, stage, visited_at,
    observed, outcome, told, version, filed_at, draw
}

/// Adds a visit with its team.
pub async fn insert(write: &mut Write, visit: &Visit) -> Result<(), StoreError> {
    write_row(write, visit, INSERT).await?;
    insert_team(write, visit).await
}

/// Writes every field of a visit but its team.
pub async fn update(write: &mut Write, visit: &Visit) -> Result<(), StoreError> {
    write_row(write, visit, UPDATE).await
}

/// Writes every field and the team anew.
pub async fn update_with_team(write: &mut Write, visit: &Visit) -> Result<(), StoreError> {
    const SQL: &str = "delete from visit_inspector where visit = $1";
    update(write, visit).await?;
    on_either!(
        write.reads(),
        c => sqlx::query(SQL).bind(visit.id.0).execute(c).await.map(drop)
    )?;
    insert_team(write, visit).await
}

async fn write_row(write: &mut Write, visit: &Visit, sql: &'static str) -> Result<(), StoreError> {
    let ms = |at: Option<Timestamp>| at.map(Timestamp::as_millisecond);
    on_either!(write.reads(), c => sqlx::query(sql)
        .bind(i64::from(visit.number.year()))
        .bind(visit.number.serial())
        .bind(visit.organ.0)
        .bind(visit.unit.0)
        .bind(visit.manner.code())
        .bind(visit.planned_from.to_string())
        .bind(visit.planned_until.to_string())
        .bind(&visit.purpose)
        .bind(visit.stage.code())
        .bind(ms(visit.visited_at))
        .bind(&visit.observed)
        .bind(visit.outcome.map(Spelled::code))
        .bind(&visit.told)
        .bind(visit.version)
        .bind(ms(visit.filed_at))
        .bind(visit.draw.map(|draw| draw.0))
        .bind(visit.id.0)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

async fn insert_team(write: &mut Write, visit: &Visit) -> Result<(), StoreError> {
    use crate::bulk::{Column, Target};
    const TEAM: Target = Target {
        table: "visit_inspector",
        columns: &["visit", "place", "person", "signed_at"],
        tail: "",
    };
    let places = (1..).take(visit.team.len()).collect();
    let signed = |member: &TeamMember| member.signed_at.map(Timestamp::as_millisecond);
    let columns = vec![
        Column::Int(vec![visit.id.0; visit.team.len()]),
        Column::Int(places),
        Column::Int(visit.team.iter().map(|member| member.person.0).collect()),
        Column::MaybeInt(visit.team.iter().map(signed).collect()),
    ];
    write.insert(TEAM, columns).await.map(drop)
}

/// Adds the unit's reply.
pub async fn insert_reply(write: &mut Write, id: VisitId, reply: &Reply) -> Result<(), StoreError> {
    const SQL: &str = "
        insert into visit_reply (visit, person, position, body, replied_at, plan, plan_by)
        values ($1, $2, $3, $4, $5, $6, $7)";
    let plan = reply.plan.as_ref();
    on_either!(write.reads(), c => sqlx::query(SQL)
        .bind(id.0)
        .bind(reply.person.map(|person| person.0))
        .bind(reply.position.map(Spelled::code))
        .bind(&reply.body)
        .bind(reply.replied_at.as_millisecond())
        .bind(plan.map_or("", |plan| plan.how.as_str()))
        .bind(plan.map(|plan| plan.by.to_string()))
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Adds the fields a correction changed.
pub async fn insert_corrections(
    write: &mut Write,
    id: VisitId,
    fields: &[CorrectedField],
) -> Result<(), StoreError> {
    use crate::bulk::{Column, Target};
    const CORRECTION: Target = Target {
        table: "visit_correction",
        columns: &["visit", "version", "field", "was", "became", "reason", "corrects"],
        tail: "",
    };
    let text = |pick: fn(&CorrectedField) -> &String| {
        Column::Text(fields.iter().map(|field| pick(field).clone()).collect())
    };
    let columns = vec![
        Column::Int(vec![id.0; fields.len()]),
        Column::Int(fields.iter().map(|field| field.version).collect()),
        text(|field| &field.field),
        text(|field| &field.was),
        text(|field| &field.became),
        text(|field| &field.reason),
        Column::Int(fields.iter().map(|field| field.corrects.0).collect()),
    ];
    write.insert(CORRECTION, columns).await.map(drop)
}

/// The last act done to a visit: what a correction points back to.
pub async fn last_act(write: &mut Write, id: VisitId) -> Result<Option<ActId>, StoreError> {
    const SQL: &str = "
        select max(id) from act where subject_kind = 'visit' and subject = $1";
    if let Some(act) = write.last_pending_on("visit", id.0) {
        return Ok(Some(act));
    }
    let (found,): (Option<i64>,) =
        on_either!(write.reads(), c => sqlx::query_as(SQL).bind(id.0).fetch_one(c).await)?;
    Ok(found.map(ActId))
}

pub(crate) fn read_instant(ms: i64, table: &'static str, id: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_millisecond(ms).map_err(|_| StoreError::Corrupt { table, id })
}

fn read_visit(row: VisitRow, team: Vec<TeamMember>) -> Result<Visit, StoreError> {
    let id = row.id;
    let corrupt = || StoreError::Corrupt { table: "visit", id };
    let instant = |at: Option<i64>| at.map(|at| read_instant(at, "visit", id)).transpose();
    let outcome = row.outcome.map(|code| Outcome::from_code(&code).ok_or_else(corrupt));
    Ok(Visit {
        id: VisitId(id),
        number: read_number(row.year, row.serial).ok_or_else(corrupt)?,
        organ: UnitId(row.organ),
        unit: UnitId(row.unit),
        manner: Manner::from_code(&row.manner).ok_or_else(corrupt)?,
        planned_from: read_day(&row.planned_from, "visit", id)?,
        planned_until: read_day(&row.planned_until, "visit", id)?,
        purpose: row.purpose,
        draw: row.draw.map(DrawId),
        stage: Stage::from_code(&row.stage).ok_or_else(corrupt)?,
        visited_at: instant(row.visited_at)?,
        observed: row.observed,
        outcome: outcome.transpose()?,
        told: row.told,
        version: row.version,
        filed_at: instant(row.filed_at)?,
        team,
    })
}

pub(crate) fn read_number(year: i64, serial: i64) -> Option<VisitNumber> {
    VisitNumber::new(i16::try_from(year).ok()?, serial)
}
