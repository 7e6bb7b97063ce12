//! Tickets (来件): sent by anybody without an account, handled by the office of the portal, answered by a
//! unit where it is complained of, and judged by whoever sent it.

mod accept;
mod answer;
mod hide;
mod limit;
mod load;
pub mod public;
mod rules;
mod submit;
mod talk;
mod unit;
mod verdict;
pub mod view;

pub use accept::AcceptTicket;
pub use answer::{AnswerTicket, TicketAnswerForm};
pub use hide::HidePage;
pub(crate) use limit::Connections;
pub use limit::TicketError;
pub use submit::{SubmitTicket, TicketForm, TicketSubmitted};
pub use talk::{AskCitizen, CitizenReply};
pub use unit::{HandOverTicket, ReportTicket};
pub use verdict::{SolveTicket, UnsolvedTicket};

use crate::ActError;
use crate::actor::Actor;
use qz_domain::procedure::{Row, Stepped};
use qz_domain::spelled::Spelled;
use qz_domain::ticket::{Stage, Step, Ticket, TicketMessage, Voice};
use qz_store::{Deed, Subject, Write, ticket};
use serde::{Deserialize, Serialize};

/// What every step on an existing ticket gives back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TicketChanged {
    /// The version it made.
    pub version: i64,
    /// Where the ticket stands now.
    pub stage: Stage,
}

/// Writes a ticket as it stands after a step; by nobody when whoever sent it did it, or a rule.
async fn keep(
    write: &mut Write,
    (mut row, transition): (Ticket, &'static Row<Stage, Step>),
    actor: Option<&Actor>,
) -> Result<TicketChanged, ActError> {
    row.stage = transition.to;
    row.version += 1;
    ticket::update(write, &row).await?;
    write.record(deed(transition.step, &row, actor)).await?;
    Ok(TicketChanged { version: row.version, stage: row.stage })
}

/// Adds what somebody says.
async fn say(
    write: &mut Write,
    row: &Ticket,
    (voice, body): (Voice, String),
) -> Result<(), ActError> {
    let said = TicketMessage { voice, body, said_at: write.now() };
    Ok(ticket::say(write, row.id, (row.messages.len(), &said)).await?)
}

fn deed(step: Step, row: &Ticket, actor: Option<&Actor>) -> Deed {
    Deed {
        kind: step.action().code(),
        object: row.id.object(),
        by: actor.and_then(|actor| actor.person),
        recorded_by: actor.map(|actor| actor.account),
        paper: None,
        remark: String::new(),
    }
}
