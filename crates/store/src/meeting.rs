//! Meetings (会议): one by one, each with who takes part, its agenda and its ballots. Lists are in [`list`], the
//! matters of an agenda in [`matter`], what bars whom from them in [`bar`].

pub mod bar;
pub mod list;
pub mod matter;
mod rows;

use crate::accountability::read_document_number;
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::person::read_day;
use crate::row::{wide_row, written};
use crate::unit::read_unit;
use crate::writer::Write;
use jiff::civil::Date;
use qz_domain::id::{AccountabilityId, MeetingId, PersonId, UnitId};
use qz_domain::meeting::{Meeting, Stage};
use qz_domain::number::DocumentNumber;
use qz_domain::role::Role;
use qz_domain::spelled::Spelled;
use qz_domain::unit::Unit;

pub use rows::{replace_attendees, replace_items, write_ballots};

const TABLE: &str = "meeting";

wide_row! {
    /// A meeting with its organ, as it comes.
    MeetingRow {
        id: i64,
        stage: String,
        held_on: String,
        called_on: String,
        minutes: String,
        signed_on: Option<String>,
        year: Option<i64>,
        serial: Option<i64>,
        reason: String,
        version: i64,
        o_id: i64,
        o_code: String,
        o_name: String,
        o_name_en: String,
        o_kind: String,
        o_parent: Option<i64>,
        o_line: String,
        o_since: String,
    }
}

/// A meeting by its number in the store, and its organ.
pub async fn find(conn: &mut Conn, id: MeetingId) -> Result<Option<(Meeting, Unit)>, StoreError> {
    const SQL: &str = "
        select m.id, m.stage, m.held_on, m.called_on, m.minutes, m.signed_on, m.year, m.serial
             , m.reason, m.version, o.id as o_id, o.code as o_code, o.name as o_name
             , o.name_en as o_name_en, o.kind as o_kind, o.parent as o_parent, o.line as o_line
             , o.since as o_since
          from meeting m
          join unit o on o.id = m.organ
         where m.id = $1";
    let row: Option<MeetingRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    let Some(row) = row else { return Ok(None) };
    let (mut meeting, organ) = read(row)?;
    rows::read_into(conn, &mut meeting).await?;
    Ok(Some((meeting, organ)))
}

/// The highest serial of an organ's minutes in a year, 0 when there is none.
pub async fn last_serial(conn: &mut Conn, organ: UnitId, year: i16) -> Result<i64, StoreError> {
    const SQL: &str = "select coalesce(max(serial), 0) from meeting where organ = $1 and year = $2";
    let year = i64::from(year);
    let (serial,): (i64,) =
        on_either!(conn, c => sqlx::query_as(SQL).bind(organ.0).bind(year).fetch_one(c).await)?;
    Ok(serial)
}

/// How many meetings were held from a day to a day, both included, whose minutes are signed.
pub async fn held(conn: &mut Conn, (from, to): (Date, Date)) -> Result<i64, StoreError> {
    const SQL: &str =
        "select count(*) from meeting where stage = 'held' and held_on between $1 and $2";
    let (from, to) = (from.to_string(), to.to_string());
    let (count,): (i64,) =
        on_either!(conn, c => sqlx::query_as(SQL).bind(from).bind(to).fetch_one(c).await)?;
    Ok(count)
}

/// Who may be called to a meeting of an organ on a day: whoever holds a post in it or in a unit below it, and the
/// roles that others hold for it now.
pub async fn may_be_called(
    conn: &mut Conn,
    organ: UnitId,
    day: Date,
) -> Result<Vec<(PersonId, Option<Role>)>, StoreError> {
    const SQL: &str = "
        with recursive below (id) as (
            select cast($1 as bigint)
            union
            select u.id from unit u join below b on u.parent = b.id
        )
        select a.person, '' as role
          from appointment a
         where a.unit in (select id from below)
           and a.since <= $2 and coalesce(a.until, $2) >= $2
         union
        select c.person, g.role
          from role_grant g join account c on c.id = g.account
         where g.unit = $1 and g.stage = 'active' and c.status <> 'suspended'
           and c.person is not null
         order by 1, 2";
    let rows: Vec<(i64, String)> = on_either!(
        conn,
        c => sqlx::query_as(SQL).bind(organ.0).bind(day.to_string()).fetch_all(c).await
    )?;
    Ok(rows.into_iter().map(|(id, role)| (PersonId(id), Role::from_code(&role))).collect())
}

/// From which meeting a decision was carried out (议定会议).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecidedAt {
    /// Which meeting.
    pub meeting: MeetingId,
    /// The place of the matter on its agenda, from 1.
    pub item: i64,
    /// The day of the meeting.
    pub held_on: Date,
    /// The number of its minutes.
    pub number: Option<DocumentNumber>,
    /// Whether somebody was against it.
    pub has_dissent: bool,
}

/// The meeting that a decision was carried out from, when it was one.
pub async fn decided_at(
    conn: &mut Conn,
    id: AccountabilityId,
) -> Result<Option<DecidedAt>, StoreError> {
    const SQL: &str = "
        select d.meeting, d.item, m.held_on, m.year, m.serial
             , (select count(*)
                  from meeting_ballot b
                 where b.meeting = d.meeting and b.accountability = d.accountability
                   and b.vote = 'against') as against
          from accountability_meeting d
          join meeting m on m.id = d.meeting
         where d.accountability = $1";
    type Row = (i64, i64, String, Option<i64>, Option<i64>, i64);
    let row: Option<Row> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    let Some((meeting, item, held_on, year, serial, against)) = row else { return Ok(None) };
    let corrupt = |()| StoreError::Corrupt { table: TABLE, id: meeting };
    Ok(Some(DecidedAt {
        meeting: MeetingId(meeting),
        item,
        held_on: read_day(&held_on, TABLE, meeting)?,
        number: read_document_number(year, serial).map_err(corrupt)?,
        has_dissent: against > 0,
    }))
}

/// Notes from which meeting, and which place on its agenda, a decision is carried out.
pub async fn insert_decided_at(
    write: &mut Write,
    id: AccountabilityId,
    (meeting, item): (MeetingId, i64),
) -> Result<(), StoreError> {
    const SQL: &str = "
        insert into accountability_meeting ( accountability, meeting, item )
        values ( $1, $2, $3 )";
    on_either!(write.reads(), c => sqlx::query(SQL)
        .bind(id.0)
        .bind(meeting.0)
        .bind(item)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

written! {
    "meeting":
    organ, stage, held_on, called_on, minutes, signed_on, year, serial, reason, version
}

/// Adds a meeting with who takes part and its agenda.
pub async fn insert(write: &mut Write, meeting: &Meeting) -> Result<(), StoreError> {
    write_row(write, meeting, INSERT).await?;
    rows::insert_attendees(write, meeting).await?;
    rows::insert_items(write, meeting).await
}

/// Writes every field of a meeting; who takes part, agenda and ballots stay.
pub async fn update(write: &mut Write, meeting: &Meeting) -> Result<(), StoreError> {
    write_row(write, meeting, UPDATE).await
}

async fn write_row(
    write: &mut Write,
    meeting: &Meeting,
    sql: &'static str,
) -> Result<(), StoreError> {
    on_either!(write.reads(), c => sqlx::query(sql)
        .bind(meeting.organ.0)
        .bind(meeting.stage.code())
        .bind(meeting.held_on.to_string())
        .bind(meeting.called_on.to_string())
        .bind(&meeting.minutes)
        .bind(meeting.signed_on.map(|day| day.to_string()))
        .bind(meeting.number.map(|number| i64::from(number.year)))
        .bind(meeting.number.map(|number| number.serial))
        .bind(&meeting.reason)
        .bind(meeting.version)
        .bind(meeting.id.0)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

fn read(row: MeetingRow) -> Result<(Meeting, Unit), StoreError> {
    let id = row.id;
    let corrupt = || StoreError::Corrupt { table: TABLE, id };
    let day = |text: &str| read_day(text, TABLE, id);
    let meeting = Meeting {
        id: MeetingId(id),
        organ: UnitId(row.o_id),
        stage: Stage::from_code(&row.stage).ok_or_else(corrupt)?,
        held_on: day(&row.held_on)?,
        called_on: day(&row.called_on)?,
        minutes: row.minutes,
        signed_on: row.signed_on.as_deref().map(day).transpose()?,
        number: read_document_number(row.year, row.serial).map_err(|()| corrupt())?,
        reason: row.reason,
        attendees: vec![],
        items: vec![],
        version: row.version,
    };
    let organ = (
        row.o_id,
        row.o_code,
        row.o_name,
        row.o_name_en,
        row.o_kind,
        row.o_parent,
        row.o_line,
        row.o_since,
    );
    Ok((meeting, read_unit(organ)?))
}
