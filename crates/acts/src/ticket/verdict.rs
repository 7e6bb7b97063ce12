//! What whoever sent a ticket says of the answer (评价): solved, or not; the second opens it again, once.

use super::load::begin_by_code;
use super::{TicketChanged, keep, say};
use crate::ActError;
use crate::matter::law;
use qz_domain::field;
use qz_domain::id::TicketId;
use qz_domain::instant;
use qz_domain::refusal::Refusal;
use qz_domain::ticket::{BODY_MOST, Step, Ticket, Voice};
use qz_store::{Act, Write, ticket};

/// Says that a ticket is solved.
#[derive(Debug, Clone)]
pub struct SolveTicket {
    /// The ticket.
    pub ticket: TicketId,
    /// The hash of the code on its receipt.
    pub code: String,
}

impl Act for SolveTicket {
    type Receipt = TicketChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<TicketChanged, ActError> {
        let Self { ticket, code } = self;
        let (mut row, transition) = begin_by_code(write, (ticket, &code), Step::Solved).await?;
        close(write, &mut row).await?;
        keep(write, (row, transition), None).await
    }
}

/// Says that it is not, and why.
#[derive(Debug, Clone)]
pub struct UnsolvedTicket {
    /// The ticket.
    pub ticket: TicketId,
    /// The hash of the code on its receipt.
    pub code: String,
    /// What is still wrong.
    pub body: String,
}

impl Act for UnsolvedTicket {
    type Receipt = TicketChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<TicketChanged, ActError> {
        let Self { ticket, code, body } = self;
        let begun = begin_by_code(write, (ticket, &code), Step::NotSolved).await?;
        let (mut row, transition) = begun;
        let today = instant::day(write.now());
        row.must_reopen(today).map_err(Refusal::from)?;
        let body = field::text("told", &body, BODY_MOST)?;
        row.is_reopened = true;
        row.handler = None;
        row.accept_due = law::deadline(write, today, "correction_accept").await?;
        say(write, &row, (Voice::Citizen, body)).await?;
        keep(write, (row, transition), None).await
    }
}

/// Closes a ticket: says until when what was told, and how to reach whoever told it, are kept.
pub(super) async fn close(write: &mut Write, row: &mut Ticket) -> Result<(), ActError> {
    let today = instant::day(write.now());
    row.closed_on = Some(today);
    let kept = law::deadline(write, today, "ticket_kept").await?;
    row.erase_on = Some(kept.due.earliest());
    let reach = law::deadline(write, today, "ticket_contact").await?;
    Ok(ticket::keep_reach_until(write, row.id, reach.due.earliest()).await?)
}
