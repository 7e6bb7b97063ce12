//! Whose a number of a numbering is (编号对照), from day to day.

use crate::bulk::{Column, Target};
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::list::Page;
use crate::person::read_day;
use crate::writer::Write;
use jiff::civil::Date;
use qz_domain::id::{PersonId, PinId};
use qz_domain::terminal::{Pin, PinOf};
use std::collections::HashSet;

type PinRow = (i64, String, String, i64, String, Option<String>);

/// One by its number in the store.
pub async fn find(conn: &mut Conn, id: PinId) -> Result<Option<PinOf>, StoreError> {
    const SQL: &str = "
        select id, numbering, pin, person, since, until from terminal_pin where id = $1";
    let row: Option<PinRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    row.map(read).transpose()
}

/// Whose one number was and is.
pub async fn of_pin(conn: &mut Conn, numbering: &str, pin: &Pin) -> Result<Vec<PinOf>, StoreError> {
    const SQL: &str = "
        select id, numbering, pin, person, since, until
          from terminal_pin
         where numbering = $1 and pin = $2
         order by since, id";
    let rows: Vec<PinRow> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(numbering)
        .bind(pin.as_str())
        .fetch_all(c)
        .await)?;
    rows.into_iter().map(read).collect()
}

/// Every number of a numbering that was ever said to be somebody's.
pub async fn known(conn: &mut Conn, numbering: &str) -> Result<HashSet<String>, StoreError> {
    const SQL: &str = "select distinct pin from terminal_pin where numbering = $1";
    let rows: Vec<(String,)> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(numbering).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|(pin,)| pin).collect())
}

/// A row of a numbering's list, with the person's number and name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PinLine {
    /// The row.
    pub row: PinOf,
    /// The person's number and name.
    pub person: (String, String),
}

type LineRow = (i64, String, String, i64, String, Option<String>, String, String);

fn line(row: LineRow) -> Result<PinLine, StoreError> {
    let (id, numbering, pin, person, since, until, number, name) = row;
    let row = read((id, numbering, pin, person, since, until))?;
    Ok(PinLine { row, person: (number, name) })
}

/// One row of such a list.
pub async fn find_line(conn: &mut Conn, id: PinId) -> Result<Option<PinLine>, StoreError> {
    const SQL: &str = "
        select t.id, t.numbering, t.pin, t.person, t.since, t.until, p.number, p.name
          from terminal_pin t
          join person p on p.id = t.person
         where t.id = $1";
    let row: Option<LineRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    row.map(line).transpose()
}

/// Everybody of a numbering, by number and day.
pub async fn of_numbering(
    conn: &mut Conn,
    numbering: &str,
    page: Page,
) -> Result<Vec<PinLine>, StoreError> {
    const SQL: &str = "
        select t.id, t.numbering, t.pin, t.person, t.since, t.until, p.number, p.name
          from terminal_pin t
          join person p on p.id = t.person
         where t.numbering = $1
         order by t.pin, t.since, t.id
         limit $2 offset $3";
    let rows: Vec<LineRow> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(numbering)
        .bind(page.size)
        .bind(page.skip)
        .fetch_all(c)
        .await)?;
    rows.into_iter().map(line).collect()
}

/// Adds a row.
pub async fn insert(write: &mut Write, new: &PinOf) -> Result<(), StoreError> {
    const PIN: Target = Target {
        table: "terminal_pin",
        columns: &["id", "numbering", "pin", "person", "since", "until"],
        tail: "",
    };
    let columns = vec![
        Column::Int(vec![new.id.0]),
        Column::Text(vec![new.numbering.clone()]),
        Column::Text(vec![new.pin.as_str().to_owned()]),
        Column::Int(vec![new.person.0]),
        Column::Text(vec![new.since.to_string()]),
        Column::MaybeText(vec![new.until.map(|day| day.to_string())]),
    ];
    write.insert(PIN, columns).await.map(drop)
}

/// Says the last day of a row.
pub async fn set_until(write: &mut Write, id: PinId, until: Date) -> Result<(), StoreError> {
    const SQL: &str = "update terminal_pin set until = $2 where id = $1";
    on_either!(write.reads(), c => sqlx::query(SQL)
        .bind(id.0)
        .bind(until.to_string())
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

fn read((id, numbering, pin, person, since, until): PinRow) -> Result<PinOf, StoreError> {
    let day = |text: &str| read_day(text, "terminal_pin", id);
    Ok(PinOf {
        id: PinId(id),
        numbering,
        pin: pin.parse().map_err(|()| StoreError::Corrupt { table: "terminal_pin", id })?,
        person: PersonId(person),
        since: day(&since)?,
        until: until.as_deref().map(day).transpose()?,
    })
}
