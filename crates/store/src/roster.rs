//! Duty rosters (值班表): a unit's month as it was drawn up and last changed. The posts are in [`post`], turns that were
//! handed over in [`swap`], what binds of all of it in [`standing`].

pub mod post;
pub mod standing;
pub mod swap;
mod text;

use crate::bulk::{Column, Target};
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::person::read_day;
use crate::row::written;
use crate::writer::Write;
use qz_domain::id::{DutyPostId, PersonId, RosterId, UnitId};
use qz_domain::month::Month;
use qz_domain::roster::{Roster, RosterChange, Stage};
use qz_domain::spelled::Spelled;

type Row = (i64, i64, String, String, Option<String>, i64, i64, Option<i64>, Option<String>);

/// A roster by its number in the store.
pub async fn find(conn: &mut Conn, id: RosterId) -> Result<Option<Roster>, StoreError> {
    const SQL: &str = "
        select r.id, r.unit, r.month, r.stage, r.published_on, r.changes, r.version, l.post, l.turns
          from roster r
          left join roster_line l on l.roster = r.id
         where r.id = $1
         order by l.post";
    let rows: Vec<Row> = on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_all(c).await)?;
    read(&rows)
}

/// The roster of a unit's month, where one was drawn up.
pub async fn of_month(
    conn: &mut Conn,
    unit: UnitId,
    month: Month,
) -> Result<Option<Roster>, StoreError> {
    const SQL: &str = "
        select r.id, r.unit, r.month, r.stage, r.published_on, r.changes, r.version, l.post, l.turns
          from roster r
          left join roster_line l on l.roster = r.id
         where r.unit = $1 and r.month = $2
         order by l.post";
    let rows: Vec<Row> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(unit.0)
        .bind(month.to_string())
        .fetch_all(c)
        .await)?;
    read(&rows)
}

fn read(rows: &[Row]) -> Result<Option<Roster>, StoreError> {
    let Some((id, unit, month, stage, published_on, changes, version, ..)) = rows.first().cloned()
    else {
        return Ok(None);
    };
    let corrupt = || StoreError::Corrupt { table: "roster", id };
    let month: Month = month.parse().map_err(|_| corrupt())?;
    let mut turns = vec![];
    for (.., post, line) in rows {
        let Some((post, line)) = post.zip(line.as_deref()) else { continue };
        turns.extend(text::turns(month, DutyPostId(post), line).ok_or_else(corrupt)?);
    }
    let published_on = published_on.as_deref();
    Ok(Some(Roster {
        id: RosterId(id),
        unit: UnitId(unit),
        month,
        stage: Stage::from_code(&stage).ok_or_else(corrupt)?,
        published_on: published_on.map(|day| read_day(day, "roster", id)).transpose()?,
        turns,
        changes,
        version,
    }))
}

/// The changes of a roster, the latest first.
pub async fn changes(conn: &mut Conn, id: RosterId) -> Result<Vec<RosterChange>, StoreError> {
    const SQL: &str = "
        select number, changed_on, reason, turns
          from roster_change
         where roster = $1
         order by number desc";
    let rows: Vec<(i64, String, String, String)> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_all(c).await)?;
    let read = |(number, on, reason, turns): (i64, String, String, String)| {
        let corrupt = StoreError::Corrupt { table: "roster_change", id: id.0 };
        let on = read_day(&on, "roster_change", id.0)?;
        Ok(RosterChange { number, on, reason, turns: text::changes(&turns).ok_or(corrupt)? })
    };
    rows.into_iter().map(read).collect()
}

written! { "roster": unit, month, stage, published_on, changes, version }

/// Adds a roster with its turns.
pub async fn insert(write: &mut Write, row: &Roster) -> Result<(), StoreError> {
    write_row(write, row, INSERT).await?;
    write_turns(write, row).await
}

/// Writes a roster anew with its turns. A post without any keeps an empty line.
pub async fn update(write: &mut Write, row: &Roster) -> Result<(), StoreError> {
    write_row(write, row, UPDATE).await?;
    write_turns(write, row).await
}

/// Writes a roster anew, whose turns stay as they are.
pub async fn update_alone(write: &mut Write, row: &Roster) -> Result<(), StoreError> {
    write_row(write, row, UPDATE).await
}

async fn write_row(write: &mut Write, row: &Roster, sql: &'static str) -> Result<(), StoreError> {
    on_either!(write.reads(), c => sqlx::query(sql)
        .bind(row.unit.0)
        .bind(row.month.to_string())
        .bind(row.stage.code())
        .bind(row.published_on.map(|day| day.to_string()))
        .bind(row.changes)
        .bind(row.version)
        .bind(row.id.0)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

async fn write_turns(write: &mut Write, row: &Roster) -> Result<(), StoreError> {
    const SQL_EMPTY: &str = "update roster_line set turns = '' where roster = $1";
    const LINE: Target = Target {
        table: "roster_line",
        columns: &["roster", "post", "turns"],
        tail: "on conflict (roster, post) do update set turns = excluded.turns",
    };
    on_either!(write.reads(), c => sqlx::query(SQL_EMPTY)
        .bind(row.id.0)
        .execute(c)
        .await
        .map(drop))?;
    let mut turns = row.turns.clone();
    turns.sort_unstable();
    let lines: Vec<_> = turns.chunk_by(|one, next| one.post == next.post).collect();
    let posts = lines.iter().filter_map(|line| line.first()).map(|turn| turn.post.0).collect();
    let columns = vec![
        Column::Int(vec![row.id.0; lines.len()]),
        Column::Int(posts),
        Column::Text(lines.iter().map(|line| text::of_turns(line)).collect()),
    ];
    write.insert(LINE, columns).await.map(drop)
}

/// Keeps a change.
pub async fn insert_change(
    write: &mut Write,
    roster: RosterId,
    new: &RosterChange,
) -> Result<(), StoreError> {
    const CHANGE: Target = Target {
        table: "roster_change",
        columns: &["roster", "number", "changed_on", "reason", "turns"],
        tail: "",
    };
    let columns = vec![
        Column::Int(vec![roster.0]),
        Column::Int(vec![new.number]),
        Column::Text(vec![new.on.to_string()]),
        Column::Text(vec![new.reason.clone()]),
        Column::Text(vec![text::of_changes(&new.turns)]),
    ];
    write.insert(CHANGE, columns).await.map(drop)
}

/// The first month of a published roster of any unit in which somebody ever held a post.
pub async fn first_month(conn: &mut Conn, person: PersonId) -> Result<Option<Month>, StoreError> {
    const SQL: &str = "
        select min(month)
          from roster
         where stage = 'published'
           and unit in (select unit from appointment where person = $1)";
    let (month,): (Option<String>,) =
        on_either!(conn, c => sqlx::query_as(SQL).bind(person.0).fetch_one(c).await)?;
    let corrupt = |_| StoreError::Corrupt { table: "roster", id: 0 };
    month.map(|month| month.parse().map_err(corrupt)).transpose()
}
