//! The steps of tickets in a script: a ticket is named by what it tells.

use super::unknown;
use crate::ActError;
use crate::identity::hash_of_typed_code;
use crate::ticket::{
    AcceptTicket, AnswerTicket, AskCitizen, CitizenReply, HandOverTicket, HidePage, ReportTicket,
    SolveTicket, SubmitTicket, TicketAnswerForm, TicketForm, UnsolvedTicket,
};
use qz_domain::id::AccountId;
use qz_domain::ticket::{Kind, Ticket};
use qz_store::{Act, Write, article, ticket};

/// What somebody did about a ticket.
#[derive(Debug, Clone)]
pub enum ScriptedTicket {
    /// Sent one.
    Send(Box<Sent>),
    /// Took in hand the one that told this.
    Accept(String),
    /// Hid its page.
    Hide(String),
    /// Asked something of whoever sent it.
    Ask(String, String),
    /// Whoever sent it added something.
    Reply(String, String),
    /// Gave it to the unit.
    HandOver(String),
    /// Answered it for the unit.
    Report(String, String),
    /// Answered it.
    Answer(String, TicketAnswerForm),
    /// Whoever sent it said that it is solved.
    Solved(String),
    /// Whoever sent it said that it is not, and why.
    NotSolved(String, String),
}

/// A ticket as it was sent.
#[derive(Debug, Clone)]
pub struct Sent {
    /// What it is about.
    pub kind: Kind,
    /// What was written.
    pub form: TicketForm,
    /// The title of the article whose page is wrong; empty where the form names the page.
    pub article: String,
    /// The code of its receipt.
    pub code: String,
}

impl ScriptedTicket {
    /// Whether whoever sent it does it: an act of nobody's account.
    pub(super) fn is_senders(&self) -> bool {
        matches!(self, Self::Send(_) | Self::Reply(..) | Self::Solved(_) | Self::NotSolved(..))
    }
}

/// Does it.
pub(super) async fn play(
    write: &mut Write,
    actor: AccountId,
    step: ScriptedTicket,
) -> Result<(), ActError> {
    match step {
        ScriptedTicket::Send(sent) => send(write, *sent).await,
        ScriptedTicket::Accept(told) => {
            let Ticket { id: ticket, version, .. } = found(write, &told).await?;
            AcceptTicket { actor, ticket, version }.perform(write).await.map(drop)
        }
        ScriptedTicket::Hide(told) => {
            let Ticket { id: ticket, version, .. } = found(write, &told).await?;
            HidePage { actor, ticket, version }.perform(write).await.map(drop)
        }
        ScriptedTicket::Ask(told, body) => {
            let Ticket { id: ticket, version, .. } = found(write, &told).await?;
            AskCitizen { actor, ticket, version, body }.perform(write).await.map(drop)
        }
        ScriptedTicket::Reply(told, body) => {
            let Ticket { id: ticket, code, .. } = found(write, &told).await?;
            CitizenReply { ticket, code, body }.perform(write).await.map(drop)
        }
        ScriptedTicket::HandOver(told) => {
            let Ticket { id: ticket, version, .. } = found(write, &told).await?;
            HandOverTicket { actor, ticket, version }.perform(write).await.map(drop)
        }
        ScriptedTicket::Report(told, body) => {
            let Ticket { id: ticket, version, .. } = found(write, &told).await?;
            ReportTicket { actor, ticket, version, body }.perform(write).await.map(drop)
        }
        ScriptedTicket::Answer(told, form) => {
            let Ticket { id: ticket, version, .. } = found(write, &told).await?;
            AnswerTicket { actor, ticket, version, form }.perform(write).await.map(drop)
        }
        ScriptedTicket::Solved(told) => {
            let Ticket { id: ticket, code, .. } = found(write, &told).await?;
            SolveTicket { ticket, code }.perform(write).await.map(drop)
        }
        ScriptedTicket::NotSolved(told, body) => {
            let Ticket { id: ticket, code, .. } = found(write, &told).await?;
            UnsolvedTicket { ticket, code, body }.perform(write).await.map(drop)
        }
    }
}

async fn send(write: &mut Write, sent: Sent) -> Result<(), ActError> {
    let Sent { kind, mut form, article, code } = sent;
    if !article.is_empty() {
        let id = article::titled(write.reads(), &article).await?;
        form.page = format!("/articles/{}", id.ok_or_else(|| unknown(&article))?);
    }
    let code = hash_of_typed_code(&code);
    SubmitTicket { kind, form, code, connection: None }.perform(write).await.map(drop)
}

async fn found(write: &mut Write, told: &str) -> Result<Ticket, ActError> {
    let id = ticket::that_told(write.reads(), told).await?.ok_or_else(|| unknown(told))?;
    ticket::find(write.reads(), id).await?.ok_or(ActError::NotFound)
}
