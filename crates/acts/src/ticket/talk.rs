//! Talk about a ticket (询问、补充): the handler asks, whoever sent it answers; neither knows the other's
//! name.

use super::load::{begin, begin_by_code, must_handle};
use super::{TicketChanged, keep, say};
use crate::{ActError, message};
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::id::{AccountId, TicketId};
use qz_domain::ticket::{BODY_MOST, Step, Voice};
use qz_store::{Act, Write};

/// The most times that whoever sent a ticket may add to it.
const REPLIES_MOST: usize = 10;

/// Asks something of whoever sent a ticket.
#[derive(Debug, Clone)]
pub struct AskCitizen {
    /// Who asks.
    pub actor: AccountId,
    /// The ticket.
    pub ticket: TicketId,
    /// The version they read.
    pub version: i64,
    /// What they ask.
    pub body: String,
}

impl Act for AskCitizen {
    type Receipt = TicketChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<TicketChanged, ActError> {
        let Self { actor, ticket, version, body } = self;
        let begun = begin(write, (actor, ticket), (Step::Ask, version)).await?;
        must_handle(write, &begun).await?;
        let body = field::text("told", &body, BODY_MOST)?;
        say(write, &begun.row, (Voice::Office, body)).await?;
        keep(write, (begun.row, begun.transition), Some(&begun.actor)).await
    }
}

/// Adds something to one's own ticket.
#[derive(Debug, Clone)]
pub struct CitizenReply {
    /// The ticket.
    pub ticket: TicketId,
    /// The hash of the code on its receipt.
    pub code: String,
    /// What is added.
    pub body: String,
}

impl Act for CitizenReply {
    type Receipt = TicketChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<TicketChanged, ActError> {
        let Self { ticket, code, body } = self;
        let (row, transition) = begin_by_code(write, (ticket, &code), Step::Reply).await?;
        let body = field::text("told", &body, BODY_MOST)?;
        let found = row.messages.iter().filter(|said| said.voice == Voice::Citizen).count();
        if found >= REPLIES_MOST {
            let fault = Fault::TooMany { most: REPLIES_MOST, found: found + 1 };
            return Err(FieldError::new("told", fault).into());
        }
        say(write, &row, (Voice::Citizen, body)).await?;
        message::ticket_replied(write, &row).await?;
        keep(write, (row, transition), None).await
    }
}
