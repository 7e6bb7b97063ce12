//! A ticket as its rows hold it.

use super::TABLE;
use crate::conn::{Conn, on_either};
use crate::deadline;
use crate::error::StoreError;
use crate::person::read_day;
use crate::row::wide_row;
use jiff::civil::Date;
use qz_domain::id::{PersonId, TicketId, UnitId};
use qz_domain::number::TicketNumber;
use qz_domain::spelled::Spelled;
use qz_domain::term::Deadline;
use qz_domain::ticket::{Kind, Outcome, Stage, Ticket, TicketMessage, Voice};

wide_row! {
    /// A ticket as it comes.
    TicketRow {
        id: i64,
        year: i64,
        serial: i64,
        kind: String,
        stage: String,
        page: String,
        passage: String,
        private: i64,
        hidden: i64,
        unit: Option<i64>,
        service: String,
        body: String,
        code: String,
        submitted_on: String,
        accept_from: String,
        accept_length: String,
        accept_due: String,
        accept_waits: Option<i64>,
        handler: Option<i64>,
        accepted_on: Option<String>,
        answer_length: Option<String>,
        answer_due: Option<String>,
        answer_waits: Option<i64>,
        handed_on: Option<String>,
        outcome: Option<String>,
        was: String,
        became: String,
        answered_on: Option<String>,
        unsolved_length: Option<String>,
        unsolved_due: Option<String>,
        unsolved_waits: Option<i64>,
        reopened: i64,
        closed_on: Option<String>,
        erase_on: Option<String>,
        erased: i64,
        version: i64,
    }
}

/// What was said: by whom, what, when.
type MessageRow = (String, String, i64);

/// A ticket by its number in the store, with what was said.
pub async fn find(conn: &mut Conn, id: TicketId) -> Result<Option<Ticket>, StoreError> {
    const SQL: &str = "
        select id, year, serial, kind, stage, page, passage, private, hidden, unit, service
             , body, code, submitted_on, accept_from, accept_length, accept_due, accept_waits
             , handler, accepted_on, answer_length, answer_due, answer_waits, handed_on, outcome
             , was, became, answered_on, unsolved_length, unsolved_due, unsolved_waits, reopened
             , closed_on, erase_on, erased, version
          from ticket
         where id = $1";
    const SQL_SAID: &str = "
        select voice, body, said_at from ticket_message where ticket = $1 order by place";
    let row: Option<TicketRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    let Some(row) = row else { return Ok(None) };
    let said: Vec<MessageRow> =
        on_either!(conn, c => sqlx::query_as(SQL_SAID).bind(id.0).fetch_all(c).await)?;
    row.read(said).map(Some)
}

/// A term that may not run yet: length, last day, year it waits for.
type Term<'a> = (&'a Option<String>, &'a Option<String>, Option<i64>);

impl TicketRow {
    /// The ticket, with what was said.
    fn read(self, said: Vec<MessageRow>) -> Result<Ticket, StoreError> {
        let (id, corrupt) = (self.id, || StoreError::Corrupt { table: TABLE, id: self.id });
        let accepted_on = maybe_day(self.accepted_on.as_ref(), id)?;
        let answered_on = maybe_day(self.answered_on.as_ref(), id)?;
        let accept = (&*self.accept_length, &*self.accept_due, self.accept_waits);
        let accept_from = read_day(&self.accept_from, TABLE, id)?;
        let answer = (&self.answer_length, &self.answer_due, self.answer_waits);
        let unsolved = (&self.unsolved_length, &self.unsolved_due, self.unsolved_waits);
        let outcome =
            self.outcome.as_deref().map(|code| Outcome::from_code(code).ok_or_else(corrupt));
        Ok(Ticket {
            id: TicketId(id),
            number: number(self.year, self.serial, id)?,
            kind: Kind::from_code(&self.kind).ok_or_else(corrupt)?,
            stage: Stage::from_code(&self.stage).ok_or_else(corrupt)?,
            is_private: self.private == 1,
            is_hidden: self.hidden == 1,
            unit: self.unit.map(UnitId),
            submitted_on: read_day(&self.submitted_on, TABLE, id)?,
            accept_due: deadline::read(accept_from, accept, (TABLE, id))?,
            handler: self.handler.map(PersonId),
            answer_due: term(accepted_on, answer, id)?,
            accepted_on,
            handed_on: maybe_day(self.handed_on.as_ref(), id)?,
            outcome: outcome.transpose()?,
            unsolved_due: term(answered_on, unsolved, id)?,
            answered_on,
            is_reopened: self.reopened == 1,
            closed_on: maybe_day(self.closed_on.as_ref(), id)?,
            erase_on: maybe_day(self.erase_on.as_ref(), id)?,
            is_erased: self.erased == 1,
            messages: said.into_iter().map(|said| message(said, id)).collect::<Result<_, _>>()?,
            page: self.page,
            passage: self.passage,
            service: self.service,
            body: self.body,
            code: self.code,
            was: self.was,
            became: self.became,
            version: self.version,
        })
    }
}

/// A receipt's number.
pub(super) fn number(year: i64, serial: i64, id: i64) -> Result<TicketNumber, StoreError> {
    let number = i16::try_from(year).ok().and_then(|year| TicketNumber::new(year, serial));
    number.ok_or(StoreError::Corrupt { table: TABLE, id })
}

fn maybe_day(text: Option<&String>, id: i64) -> Result<Option<Date>, StoreError> {
    text.map(|day| read_day(day, TABLE, id)).transpose()
}

fn term(
    from: Option<Date>,
    (length, due, waits): Term<'_>,
    id: i64,
) -> Result<Option<Deadline>, StoreError> {
    deadline::maybe_read(from, (length.as_deref(), due.as_deref(), waits), (TABLE, id))
}

fn message((voice, body, at): MessageRow, id: i64) -> Result<TicketMessage, StoreError> {
    let corrupt = || StoreError::Corrupt { table: "ticket_message", id };
    let voice = Voice::from_code(&voice).ok_or_else(corrupt)?;
    let said_at = jiff::Timestamp::from_millisecond(at).map_err(|_| corrupt())?;
    Ok(TicketMessage { voice, body, said_at })
}
