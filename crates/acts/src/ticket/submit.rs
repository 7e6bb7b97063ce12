//! Send a ticket (提交来件): by anybody. Nothing is asked of who they are; the ledger keeps that something
//! came, by nobody.

use super::deed;
use crate::ActError;
use crate::matter::law;
use crate::organisation::named_unit;
use crate::wrong::Wrong;
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::id::{TicketId, UnitId};
use qz_domain::instant;
use qz_domain::number::TicketNumber;
use qz_domain::refusal::Refusal;
use qz_domain::term::Deadline;
use qz_domain::ticket::{
    BODY_MOST, CONNECTION_MOST, CONTACT_MOST, DAILY_MOST, Kind, PASSAGE_MOST, SERVICE_MOST, Stage,
    Step, Ticket, TicketRefusal, page,
};
use qz_store::{Act, Write, ticket};
use serde::{Deserialize, Serialize};

/// What anybody writes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TicketForm {
    /// The page that is wrong, of a correction.
    pub page: String,
    /// The passage; may be empty.
    pub passage: String,
    /// Whether it shows what is private.
    pub is_private: bool,
    /// The unit, of a complaint.
    pub unit: String,
    /// The window or service; may be empty.
    pub service: String,
    /// What is wrong.
    pub body: String,
    /// How to reach whoever writes; may be empty, and is kept apart.
    pub contact: String,
}

/// Sends a ticket.
#[derive(Debug, Clone)]
pub struct SubmitTicket {
    /// What it is about.
    pub kind: Kind,
    /// What was written.
    pub form: TicketForm,
    /// The hash of the code on the receipt.
    pub code: String,
    /// The connection it came through, in a hash of the day; `None` when it came through none.
    pub connection: Option<String>,
}

/// The receipt's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TicketSubmitted {
    /// In the store.
    pub ticket: TicketId,
    /// The number.
    pub number: TicketNumber,
}

impl Act for SubmitTicket {
    type Receipt = TicketSubmitted;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<TicketSubmitted, ActError> {
        let Self { kind, form, code, connection } = self;
        let mut told = Told::read(write, kind, &form).await?;
        let today = instant::day(write.now());
        if let Some(connection) = connection {
            let seen = ticket::arrive(write, today, &connection).await?;
            let full = TicketRefusal::ConnectionFull { most: CONNECTION_MOST };
            full_after(seen > CONNECTION_MOST, full)?;
        }
        let (last, came) = ticket::intake(write.reads(), today.year(), today).await?;
        full_after(came >= DAILY_MOST, TicketRefusal::DayFull { most: DAILY_MOST })?;
        let number = TicketNumber::new(today.year(), last + 1).ok_or(ActError::NotFound)?;
        let accept_due = law::deadline(write, today, "correction_accept").await?;
        let id = TicketId(write.next_id());
        let contact = std::mem::take(&mut told.contact);
        let is_private = kind == Kind::Correction && form.is_private;
        let row = Ticket { code, is_private, ..fresh((id, number, kind), told, accept_due) };
        ticket::insert(write, &row).await?;
        if !contact.is_empty() {
            ticket::keep_reach(write, row.id, &contact).await?;
        }
        write.record(deed(Step::Submit, &row, None)).await?;
        Ok(TicketSubmitted { ticket: row.id, number })
    }
}

/// A ticket that just came.
fn fresh((id, number, kind): (TicketId, TicketNumber, Kind), told: Told, due: Deadline) -> Ticket {
    Ticket {
        id,
        number,
        kind,
        stage: Stage::Submitted,
        page: told.page,
        passage: told.passage,
        is_private: false,
        is_hidden: false,
        unit: told.unit,
        service: told.service,
        body: told.body,
        code: String::new(),
        submitted_on: due.from,
        accept_due: due,
        handler: None,
        accepted_on: None,
        answer_due: None,
        handed_on: None,
        outcome: None,
        was: String::new(),
        became: String::new(),
        answered_on: None,
        unsolved_due: None,
        is_reopened: false,
        closed_on: None,
        erase_on: None,
        is_erased: false,
        messages: vec![],
        version: 1,
    }
}

fn full_after(is_full: bool, refusal: TicketRefusal) -> Result<(), Refusal> {
    if is_full { Err(refusal.into()) } else { Ok(()) }
}

/// What was written, read.
struct Told {
    page: String,
    passage: String,
    unit: Option<UnitId>,
    service: String,
    body: String,
    contact: String,
}

impl Told {
    /// Reads a form, all faults at once. What belongs to the other kind is left out.
    async fn read(write: &mut Write, kind: Kind, form: &TicketForm) -> Result<Self, ActError> {
        let mut wrong = Wrong::default();
        let body = wrong.note(field::text("told", &form.body, BODY_MOST));
        let contact = wrong.note(field::optional_text("contact", &form.contact, CONTACT_MOST));
        let mut told = Self {
            page: String::new(),
            passage: String::new(),
            unit: None,
            service: String::new(),
            body: body.unwrap_or_default(),
            contact: contact.unwrap_or_default(),
        };
        match kind {
            Kind::Correction => {
                let passage = field::optional_text("passage", &form.passage, PASSAGE_MOST);
                told.page = wrong.note(page::read("page", &form.page)).unwrap_or_default();
                told.passage = wrong.note(passage).unwrap_or_default();
            }
            Kind::Complaint => {
                let service = field::optional_text("service", &form.service, SERVICE_MOST);
                let unit = wrong.look(named_unit(write.reads(), "of_unit", &form.unit).await)?;
                told.unit = unit.map(|unit| unit.id);
                told.service = wrong.note(service).unwrap_or_default();
            }
        }
        if told.contact.contains('\n') {
            wrong.note::<()>(Err(FieldError::new("contact", Fault::ControlCharacter)));
        }
        wrong.none()?;
        Ok(told)
    }
}
