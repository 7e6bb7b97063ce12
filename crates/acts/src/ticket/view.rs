//! What the desk sees of tickets: the office all of them, a unit those it was given. How to reach whoever
//! sent one is shown to whoever has it in hand alone, who is not of the unit complained of.

use super::load::{concern, load};
use crate::matter::view::{Sight, sights};
use crate::{ActError, Acts, power};
use qz_domain::action::Action;
use qz_domain::id::{AccountId, TicketId};
use qz_domain::law::CountyLaw;
use qz_domain::person::Person;
use qz_domain::power::Concern;
use qz_domain::procedure::Stepped;
use qz_domain::ticket::{Kind, Outcome, Step, TRANSITIONS, Ticket};
use qz_domain::unit::Unit;
pub use qz_store::ledger::ActEntry;
pub use qz_store::list::Page;
use qz_store::ticket as store;
use qz_store::ticket::list::Seen;
pub use qz_store::ticket::list::{TicketFilter, TicketLine, TicketSort};
use qz_store::{Subject, law_change, person};

/// A ticket with what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TicketView {
    /// The record.
    pub ticket: Ticket,
    /// The unit complained of.
    pub unit: Option<Unit>,
    /// Who has it in hand.
    pub handler: Option<Person>,
    /// How to reach whoever sent it: for whoever has it in hand alone, while it is kept.
    pub contact: Option<String>,
    /// Every act on it, oldest first, with its place in the ledger.
    pub timeline: Vec<ActEntry>,
    /// The steps this viewer may take now, each action once.
    pub steps: Vec<Step>,
    /// What the county set of its own, to say where the term stands.
    pub county: CountyLaw,
}

impl Acts {
    /// A ticket as an account may see it. One it may not see does not exist for it.
    pub async fn ticket(&self, account: AccountId, id: TicketId) -> Result<TicketView, ActError> {
        let mut conn = self.reader().await?;
        let (ticket, unit) = load(&mut conn, id).await?;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        let concern = concern(&ticket, unit.as_ref());
        if !power::may(&actor, Action::TicketRead, &concern) {
            return Err(ActError::NotFound);
        }
        let mine = ticket.handler.is_some() && ticket.handler == actor.person;
        let contact = if mine { store::reach(&mut conn, id).await? } else { None };
        let may = |step: &Step| power::may(&actor, step.action(), &concern);
        let mut steps = steps(&ticket);
        steps.retain(may);
        let handler = match ticket.handler {
            Some(handler) => person::find(&mut conn, handler).await?,
            None => None,
        };
        steps.retain(|step| match step {
            Step::Accept => !mine,
            Step::Ask | Step::HandOver | Step::Answer(_) => mine,
            _ => true,
        });
        Ok(TicketView {
            handler,
            contact,
            timeline: qz_store::ledger::acts_of(&mut conn, id.object()).await?,
            steps,
            county: law_change::county_law(&mut conn).await?,
            unit,
            ticket,
        })
    }

    /// Whom a ticket concerns; `None` when there is none.
    pub async fn ticket_concern(&self, id: TicketId) -> Result<Option<Concern>, ActError> {
        match load(&mut self.reader().await?, id).await {
            Ok((ticket, unit)) => Ok(Some(concern(&ticket, unit.as_ref()))),
            Err(ActError::NotFound) => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    /// The tickets an account may see: one page, and how many there are in all.
    pub async fn tickets(
        &self,
        account: AccountId,
        filter: &TicketFilter,
        sort: TicketSort,
        page: Page,
    ) -> Result<(Vec<TicketLine>, i64), ActError> {
        let mut conn = self.reader().await?;
        let actor = self.actor(&mut conn, account).await?;
        let actor = actor.ok_or(ActError::Forbidden(Action::TicketRead))?;
        let sights = sights(&actor, Action::TicketRead).into_iter();
        let seen = sights.filter_map(|sight| match sight {
            Sight::All => Some(Seen::All),
            Sight::Unit(unit) => Some(Seen::GivenTo(unit)),
            Sight::Own(_) => None,
        });
        let seen: Vec<_> = seen.collect();
        Ok(store::list::page(&mut conn, &seen, filter, sort, page).await?)
    }
}

/// The steps that may follow, of the ticket's kind; to decline, which always may be the answer, stands for
/// all outcomes.
fn steps(ticket: &Ticket) -> Vec<Step> {
    let fits = |step: &Step| match step {
        Step::Hide => ticket.kind == Kind::Correction && !ticket.is_hidden,
        Step::HandOver => ticket.kind == Kind::Complaint,
        Step::Answer(outcome) => *outcome == Outcome::Declined,
        _ => true,
    };
    let rows = TRANSITIONS.iter().filter(|row| row.from == Some(ticket.stage));
    rows.map(|row| row.step).filter(fits).collect()
}
