//! Turns that one hands to another (换班).

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::person::read_day;
use crate::row::{wide_row, written};
use crate::visit::list::NamedUnit;
use crate::writer::Write;
use qz_domain::id::{DutyPostId, PersonId, RosterId, SwapId, UnitId};
use qz_domain::roster::{DutySwap, DutyTurn, SwapStage};
use qz_domain::spelled::Spelled;
use qz_domain::unit::Line;

wide_row! {
    /// A swap with the names of whom and what it concerns, as it comes.
    SwapRow {
        id: i64,
        roster: i64,
        post: i64,
        day: String,
        giver: i64,
        taker: i64,
        reason: String,
        stage: String,
        asked_on: String,
        decided_by: Option<i64>,
        decided_on: Option<String>,
        answer: String,
        is_late: i64,
        version: i64,
        post_name: String,
        giver_name: String,
        taker_name: String,
        unit: i64,
        unit_code: String,
        unit_name: String,
        unit_name_en: String,
        unit_line: String,
    }
}

/// A swap with the names of whom and what it concerns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SwapLine {
    /// The swap.
    pub row: DutySwap,
    /// The name of the post.
    pub post: String,
    /// Whoever hands the turn over.
    pub giver: String,
    /// Whoever takes it.
    pub taker: String,
    /// The unit of the roster, its name and its line.
    pub unit: (UnitId, NamedUnit, Line),
}

/// Which swaps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// The one of that number.
    One(SwapId),
    /// Those of a roster.
    Roster(RosterId),
    /// Those in which somebody hands over or takes.
    Person(PersonId),
    /// Those that wait for an answer.
    Pending,
}

/// The swaps asked for, the latest day first.
pub async fn lines(conn: &mut Conn, of: Of) -> Result<Vec<SwapLine>, StoreError> {
    const SQL: &str = "
        select s.id, s.roster, s.post, s.day, s.giver, s.taker, s.reason, s.stage, s.asked_on
             , s.decided_by, s.decided_on, s.answer, s.is_late, s.version, d.name as post_name
             , g.name as giver_name, t.name as taker_name, u.id as unit, u.code as unit_code
             , u.name as unit_name, u.name_en as unit_name_en, u.line as unit_line
          from duty_swap s
          join roster r on r.id = s.roster
          join duty_post d on d.id = s.post
          join person g on g.id = s.giver
          join person t on t.id = s.taker
          join unit u on u.id = r.unit
         where (cast($1 as bigint) = 0 or s.id = $1)
           and (cast($2 as bigint) = 0 or s.roster = $2)
           and (cast($3 as bigint) = 0 or s.giver = $3 or s.taker = $3)
           and (cast($4 as text) = '' or s.stage = $4)
         order by s.day desc, s.id desc
         limit 200";
    let (one, roster, person, stage) = match of {
        Of::One(id) => (id.0, 0, 0, ""),
        Of::Roster(id) => (0, id.0, 0, ""),
        Of::Person(id) => (0, 0, id.0, ""),
        Of::Pending => (0, 0, 0, SwapStage::Pending.code()),
    };
    let rows: Vec<SwapRow> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(one)
        .bind(roster)
        .bind(person)
        .bind(stage)
        .fetch_all(c)
        .await)?;
    rows.into_iter().map(read).collect()
}

fn read(row: SwapRow) -> Result<SwapLine, StoreError> {
    let id = row.id;
    let corrupt = || StoreError::Corrupt { table: "duty_swap", id };
    let day = |text: &str| read_day(text, "duty_swap", id);
    let turn =
        DutyTurn { post: DutyPostId(row.post), day: day(&row.day)?, person: PersonId(row.giver) };
    let swap = DutySwap {
        id: SwapId(id),
        roster: RosterId(row.roster),
        turn,
        taker: PersonId(row.taker),
        reason: row.reason,
        stage: SwapStage::from_code(&row.stage).ok_or_else(corrupt)?,
        asked_on: day(&row.asked_on)?,
        decided_by: row.decided_by.map(PersonId),
        decided_on: row.decided_on.as_deref().map(day).transpose()?,
        answer: row.answer,
        is_late: row.is_late == 1,
        version: row.version,
    };
    let unit = NamedUnit { code: row.unit_code, name: row.unit_name, name_en: row.unit_name_en };
    let line = Line::from_code(&row.unit_line).ok_or_else(corrupt)?;
    let (giver, taker) = (row.giver_name, row.taker_name);
    let unit = (UnitId(row.unit), unit, line);
    Ok(SwapLine { row: swap, post: row.post_name, giver, taker, unit })
}

written! {
    "duty_swap":
    roster, post, day, giver, taker, reason, stage, asked_on, decided_by, decided_on, answer,
    is_late, version
}

/// Adds a swap.
pub async fn insert(write: &mut Write, row: &DutySwap) -> Result<(), StoreError> {
    write_row(write, row, INSERT).await
}

/// Writes every field of a swap.
pub async fn update(write: &mut Write, row: &DutySwap) -> Result<(), StoreError> {
    write_row(write, row, UPDATE).await
}

async fn write_row(write: &mut Write, row: &DutySwap, sql: &'static str) -> Result<(), StoreError> {
    on_either!(write.reads(), c => sqlx::query(sql)
        .bind(row.roster.0)
        .bind(row.turn.post.0)
        .bind(row.turn.day.to_string())
        .bind(row.turn.person.0)
        .bind(row.taker.0)
        .bind(&row.reason)
        .bind(row.stage.code())
        .bind(row.asked_on.to_string())
        .bind(row.decided_by.map(|person| person.0))
        .bind(row.decided_on.map(|day| day.to_string()))
        .bind(&row.answer)
        .bind(i64::from(row.is_late))
        .bind(row.version)
        .bind(row.id.0)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}
