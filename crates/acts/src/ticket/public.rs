//! What anybody may know of tickets: their own, by its receipt; what a page says of itself; the figures.

use super::load::load;
use super::{CitizenReply, SolveTicket, TicketError, UnsolvedTicket};
use crate::identity::{Secret, hash_of_typed_code};
use crate::{ActError, Acts};
use qz_domain::id::TicketId;
use qz_domain::law::CountyLaw;
use qz_domain::ticket::{Kind, Stage, Ticket, Voice};
use qz_domain::unit::Unit;
use qz_store::law_change;
use qz_store::ticket as store;
use std::net::IpAddr;

pub use qz_store::list::Page;
pub use qz_store::ticket::public::{CountedFilter, CountedTicket, Figure, PageNote, PageState};

/// A ticket as whoever sent it sees it: without what the unit told the office, and without who handles it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnTicket {
    /// The record.
    pub ticket: Ticket,
    /// The unit complained of.
    pub unit: Option<Unit>,
    /// What the county set of its own, to say where a term stands.
    pub county: CountyLaw,
}

/// What whoever sent a ticket does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CitizenStep {
    /// Adds something.
    Reply(String),
    /// Says that it is solved.
    Solved,
    /// Says that it is not.
    NotSolved(String),
}

impl OwnTicket {
    /// Whether something may be added.
    pub fn may_reply(&self) -> bool {
        !matches!(self.ticket.stage, Stage::Answered | Stage::Closed)
    }

    /// Whether it may be said that it is solved, or not.
    pub fn may_judge(&self) -> bool {
        self.ticket.stage == Stage::Answered
    }
}

impl Acts {
    /// A code for a receipt.
    pub fn new_ticket_code(&self) -> Secret {
        Secret::code(self.chance())
    }

    /// What the store keeps of a code, whole as it was shown; `None` for a text that is none.
    pub fn ticket_code_hash(&self, code: &str) -> Option<String> {
        Secret::is_code(code).then(|| hash_of_typed_code(code))
    }

    /// The ticket of a receipt.
    ///
    /// # Errors
    /// The same for a number that there is not as for a wrong code; after some tries, a wait.
    pub async fn own_ticket(
        &self,
        receipt: (&str, &str),
        from: IpAddr,
    ) -> Result<OwnTicket, TicketError> {
        let (id, _) = self.knock(receipt, from).await?;
        self.seen_by_sender(id).await.map_err(TicketError::from)
    }

    /// Does something about the ticket of a receipt, and shows it as it then stands.
    ///
    /// # Errors
    /// As [`Acts::own_ticket`]; and what the act refuses.
    pub async fn step_of_sender(
        &self,
        (receipt, request): ((&str, &str), String),
        step: CitizenStep,
        from: IpAddr,
    ) -> Result<OwnTicket, TicketError> {
        let (ticket, code) = self.knock(receipt, from).await?;
        match step {
            CitizenStep::Reply(body) => {
                self.perform(request, CitizenReply { ticket, code, body }).await?;
            }
            CitizenStep::Solved => {
                self.perform(request, SolveTicket { ticket, code }).await?;
            }
            CitizenStep::NotSolved(body) => {
                self.perform(request, UnsolvedTicket { ticket, code, body }).await?;
            }
        }
        self.seen_by_sender(ticket).await.map_err(TicketError::from)
    }

    async fn seen_by_sender(&self, id: TicketId) -> Result<OwnTicket, ActError> {
        let mut conn = self.reader().await?;
        let (mut ticket, unit) = load(&mut conn, id).await?;
        ticket.messages.retain(|said| said.voice != Voice::Unit);
        ticket.handler = None;
        let county = law_change::county_law(&mut conn).await?;
        Ok(OwnTicket { ticket, unit, county })
    }

    /// What a public page says of itself: that it is hidden, what was corrected.
    pub async fn page_state(&self, path: &str) -> Result<PageState, ActError> {
        Ok(store::public::page_state(&mut self.reader().await?, path).await?)
    }

    /// The figures of a kind of tickets in a year, in the order of [`Figure::ALL`].
    pub async fn ticket_figures(
        &self,
        kind: Kind,
        year: Option<i16>,
    ) -> Result<Vec<(Figure, i64)>, ActError> {
        let mut conn = self.reader().await?;
        let mut figures = vec![];
        for figure in Figure::ALL {
            let filter = CountedFilter { figure, kind: Some(kind), year };
            figures.push((figure, store::public::count(&mut conn, filter).await?));
        }
        Ok(figures)
    }

    /// The rows of a figure: one page, and how many there are in all.
    pub async fn counted_tickets(
        &self,
        filter: CountedFilter,
        page: Page,
    ) -> Result<(Vec<CountedTicket>, i64), ActError> {
        let mut conn = self.reader().await?;
        let total = store::public::count(&mut conn, filter).await?;
        Ok((store::public::rows(&mut conn, filter, page).await?, total))
    }

    /// The first and the last year in which a ticket came.
    pub async fn ticket_years(&self) -> Result<Option<(i64, i64)>, ActError> {
        Ok(store::public::years(&mut self.reader().await?).await?)
    }
}
