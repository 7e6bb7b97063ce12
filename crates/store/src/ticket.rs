//! Tickets (来件): one by one. Lists are in [`list`], what is public of them in [`public`], what the
//! rules of the day do in [`rules`].

pub mod list;
pub mod public;
mod row;
pub mod rules;

use crate::bulk::{Column, Target};
use crate::conn::{Conn, on_either};
use crate::deadline;
use crate::error::StoreError;
use crate::row::written;
use crate::writer::Write;
use jiff::civil::Date;
use qz_domain::id::TicketId;
use qz_domain::number::TicketNumber;
use qz_domain::spelled::Spelled;
use qz_domain::ticket::{Ticket, TicketMessage};
pub use row::find;

const TABLE: &str = "ticket";

/// The ticket of a number and the hash of the code on its receipt.
pub async fn of_receipt(
    conn: &mut Conn,
    number: TicketNumber,
    code: &str,
) -> Result<Option<TicketId>, StoreError> {
    const SQL: &str = "
        select id from ticket where year = $1 and serial = $2 and code = $3 and erased = 0";
    let found: Option<(i64,)> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(i64::from(number.year()))
        .bind(number.serial())
        .bind(code)
        .fetch_optional(c)
        .await)?;
    Ok(found.map(|(id,)| TicketId(id)))
}

/// The latest ticket that told these very words.
pub async fn that_told(conn: &mut Conn, body: &str) -> Result<Option<TicketId>, StoreError> {
    const SQL: &str = "select max(id) from ticket where body = $1";
    let (id,): (Option<i64>,) =
        on_either!(conn, c => sqlx::query_as(SQL).bind(body).fetch_one(c).await)?;
    Ok(id.map(TicketId))
}

/// The highest serial of a year, 0 when there is none, and how many came on a day.
pub async fn intake(conn: &mut Conn, year: i16, day: Date) -> Result<(i64, i64), StoreError> {
    const SQL: &str = "
        select (select coalesce(max(serial), 0) from ticket where year = $1)
             , (select count(*) from ticket where submitted_on = $2)";
    Ok(on_either!(conn, c => sqlx::query_as(SQL)
        .bind(i64::from(year))
        .bind(day.to_string())
        .fetch_one(c)
        .await)?)
}

/// Counts what a connection sent on a day, this included; undone with the act that is refused.
pub async fn arrive(write: &mut Write, day: Date, connection: &str) -> Result<i64, StoreError> {
    const SQL: &str = "
        insert into ticket_arrival (day, connection, seen) values ($1, $2, 1)
            on conflict (day, connection) do update set seen = ticket_arrival.seen + 1
        returning seen";
    let (seen,): (i64,) = on_either!(write.reads(), c => sqlx::query_as(SQL)
        .bind(day.to_string())
        .bind(connection)
        .fetch_one(c)
        .await)?;
    Ok(seen)
}

/// How to reach whoever sent a ticket, while it is kept.
pub async fn reach(conn: &mut Conn, id: TicketId) -> Result<Option<String>, StoreError> {
    const SQL: &str = "select way from ticket_reach where ticket = $1";
    let found: Option<(String,)> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    Ok(found.map(|(way,)| way))
}

/// Keeps how to reach whoever sent a ticket.
pub async fn keep_reach(write: &mut Write, id: TicketId, way: &str) -> Result<(), StoreError> {
    const SQL: &str = "insert into ticket_reach (ticket, way, until) values ($1, $2, null)";
    on_either!(write.reads(), c => sqlx::query(SQL)
        .bind(id.0)
        .bind(way)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Says until which day it is kept.
pub async fn keep_reach_until(
    write: &mut Write,
    id: TicketId,
    day: Date,
) -> Result<(), StoreError> {
    const SQL: &str = "update ticket_reach set until = $1 where ticket = $2";
    on_either!(write.reads(), c => sqlx::query(SQL)
        .bind(day.to_string())
        .bind(id.0)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

written! {
    "ticket":
    year, serial, kind, stage, page, passage, private, hidden, unit, service, body, code,
    submitted_on, accept_from, accept_length, accept_due, accept_waits, handler, accepted_on,
    answer_length, answer_due, answer_waits, handed_on, outcome, was, became, answered_on,
    unsolved_length, unsolved_due, unsolved_waits, reopened, closed_on, erase_on, erased, version
}

/// Adds a ticket, of which nothing was said yet.
pub async fn insert(write: &mut Write, ticket: &Ticket) -> Result<(), StoreError> {
    write_row(write, ticket, INSERT).await
}

/// Writes every field of a ticket, but not what was said.
pub async fn update(write: &mut Write, ticket: &Ticket) -> Result<(), StoreError> {
    write_row(write, ticket, UPDATE).await
}

/// Adds what was said last, at its place.
pub async fn say(
    write: &mut Write,
    id: TicketId,
    (place, said): (usize, &TicketMessage),
) -> Result<(), StoreError> {
    const SAID: Target = Target {
        table: "ticket_message",
        columns: &["ticket", "place", "voice", "body", "said_at"],
        tail: "",
    };
    let columns = vec![
        Column::Int(vec![id.0]),
        Column::Int(vec![i64::try_from(place).unwrap_or(i64::MAX)]),
        Column::Text(vec![said.voice.code().to_owned()]),
        Column::Text(vec![said.body.clone()]),
        Column::Int(vec![said.said_at.as_millisecond()]),
    ];
    write.insert(SAID, columns).await.map(drop)
}

async fn write_row(write: &mut Write, t: &Ticket, sql: &'static str) -> Result<(), StoreError> {
    let accept = deadline::columns(&t.accept_due);
    let answer = deadline::maybe_columns(t.answer_due.as_ref());
    let unsolved = deadline::maybe_columns(t.unsolved_due.as_ref());
    let day = |day: Option<Date>| day.map(|day| day.to_string());
    on_either!(write.reads(), c => sqlx::query(sql)
        .bind(i64::from(t.number.year()))
        .bind(t.number.serial())
        .bind(t.kind.code())
        .bind(t.stage.code())
        .bind(&t.page)
        .bind(&t.passage)
        .bind(i64::from(t.is_private))
        .bind(i64::from(t.is_hidden))
        .bind(t.unit.map(|unit| unit.0))
        .bind(&t.service)
        .bind(&t.body)
        .bind(&t.code)
        .bind(t.submitted_on.to_string())
        .bind(t.accept_due.from.to_string())
        .bind(accept.length)
        .bind(accept.due)
        .bind(accept.waits)
        .bind(t.handler.map(|person| person.0))
        .bind(day(t.accepted_on))
        .bind(answer.0)
        .bind(answer.1)
        .bind(answer.2)
        .bind(day(t.handed_on))
        .bind(t.outcome.map(Spelled::code))
        .bind(&t.was)
        .bind(&t.became)
        .bind(day(t.answered_on))
        .bind(unsolved.0)
        .bind(unsolved.1)
        .bind(unsolved.2)
        .bind(i64::from(t.is_reopened))
        .bind(day(t.closed_on))
        .bind(day(t.erase_on))
        .bind(i64::from(t.is_erased))
        .bind(t.version)
        .bind(t.id.0)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}
