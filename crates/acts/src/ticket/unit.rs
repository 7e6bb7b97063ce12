//! Give a complaint to the unit (交办) and take its answer (承办回复). The unit is told what is complained
//! of, never by whom: 信访工作条例 30.

use super::load::{begin, must_handle};
use super::{TicketChanged, keep, say};
use crate::{ActError, message};
use qz_domain::field;
use qz_domain::id::{AccountId, TicketId};
use qz_domain::instant;
use qz_domain::refusal::Refusal;
use qz_domain::ticket::{BODY_MOST, Kind, Step, Voice};
use qz_store::{Act, Write};

/// Gives a complaint to the unit complained of.
#[derive(Debug, Clone)]
pub struct HandOverTicket {
    /// Who gives it.
    pub actor: AccountId,
    /// The ticket.
    pub ticket: TicketId,
    /// The version they read.
    pub version: i64,
}

impl Act for HandOverTicket {
    type Receipt = TicketChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<TicketChanged, ActError> {
        let Self { actor, ticket, version } = self;
        let mut begun = begin(write, (actor, ticket), (Step::HandOver, version)).await?;
        begun.row.must_be(Kind::Complaint).map_err(Refusal::from)?;
        must_handle(write, &begun).await?;
        begun.row.handed_on = Some(instant::day(write.now()));
        message::ticket_handed_over(write, &begun.row).await?;
        keep(write, (begun.row, begun.transition), Some(&begun.actor)).await
    }
}

/// Answers a complaint for the unit, to the office.
#[derive(Debug, Clone)]
pub struct ReportTicket {
    /// Who answers.
    pub actor: AccountId,
    /// The ticket.
    pub ticket: TicketId,
    /// The version they read.
    pub version: i64,
    /// What the unit found and did.
    pub body: String,
}

impl Act for ReportTicket {
    type Receipt = TicketChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<TicketChanged, ActError> {
        let Self { actor, ticket, version, body } = self;
        let begun = begin(write, (actor, ticket), (Step::Report, version)).await?;
        let body = field::text("told", &body, BODY_MOST)?;
        say(write, &begun.row, (Voice::Unit, body)).await?;
        message::ticket_reported(write, &begun.row).await?;
        keep(write, (begun.row, begun.transition), Some(&begun.actor)).await
    }
}
