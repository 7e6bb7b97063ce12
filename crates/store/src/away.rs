//! Absences (外出、请假): who is away from which day to which.

pub mod list;

use crate::bulk::{Column, Target};
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::person::read_day;
use crate::writer::Write;
use jiff::civil::Date;
use qz_domain::away::{Away, AwayKind};
use qz_domain::id::{AwayId, PersonId};
use qz_domain::spelled::Spelled;

type AwayRow = (i64, i64, String, String, Option<String>, String, String);

/// One absence.
pub async fn find(conn: &mut Conn, id: AwayId) -> Result<Option<Away>, StoreError> {
    const SQL: &str = "
        select id, person, since, until, back_on, kind, note from away where id = $1";
    let row: Option<AwayRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    row.map(read).transpose()
}

/// The absences of a person, latest first.
pub async fn of_person(conn: &mut Conn, person: PersonId) -> Result<Vec<Away>, StoreError> {
    const SQL: &str = "
        select id, person, since, until, back_on, kind, note
          from away
         where person = $1
         order by since desc, id desc";
    let rows: Vec<AwayRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(person.0).fetch_all(c).await)?;
    rows.into_iter().map(read).collect()
}

/// Adds an absence.
pub async fn insert(write: &mut Write, new: &Away) -> Result<(), StoreError> {
    const AWAY: Target = Target {
        table: "away",
        columns: &["id", "person", "since", "until", "back_on", "kind", "note"],
        tail: "",
    };
    let columns = vec![
        Column::Int(vec![new.id.0]),
        Column::Int(vec![new.person.0]),
        Column::Text(vec![new.since.to_string()]),
        Column::Text(vec![new.until.to_string()]),
        Column::MaybeText(vec![new.back_on.map(|day| day.to_string())]),
        Column::Text(vec![new.kind.code().to_owned()]),
        Column::Text(vec![new.note.clone()]),
    ];
    write.insert(AWAY, columns).await.map(drop)
}

/// Records the first day back of somebody who is back early.
pub async fn set_back(write: &mut Write, id: AwayId, back_on: Date) -> Result<(), StoreError> {
    const SQL: &str = "update away set back_on = $2 where id = $1";
    on_either!(write.reads(), c => sqlx::query(SQL)
        .bind(id.0)
        .bind(back_on.to_string())
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

fn read((id, person, since, until, back_on, kind, note): AwayRow) -> Result<Away, StoreError> {
    let day = |text: &str| read_day(text, "away", id);
    Ok(Away {
        id: AwayId(id),
        person: PersonId(person),
        since: day(&since)?,
        until: day(&until)?,
        back_on: back_on.as_deref().map(day).transpose()?,
        kind: AwayKind::from_code(&kind).ok_or(StoreError::Corrupt { table: "away", id })?,
        note,
    })
}
