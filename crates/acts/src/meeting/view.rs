//! What a person may see of meetings: one with its agenda and ballots, lists, and the matters that are ready for one.

use super::bar::{barred, is_kept_from};
use super::load;
use crate::actor::Actor;
use crate::matter::law;
use crate::matter::view::{Sight, sights};
use crate::{ActError, Acts, power};
use jiff::civil::Date;
use qz_domain::action::Action;
use qz_domain::id::{AccountId, AccountabilityId, MeetingId, PersonId, UnitId};
use qz_domain::instant;
use qz_domain::meeting::{Item, Meeting, Step, TRANSITIONS};
use qz_domain::power::Concern;
use qz_domain::procedure::Stepped;
use qz_domain::refusal::Refusal;
use qz_domain::term::Deadline;
use qz_domain::unit::Unit;
pub use qz_store::ledger::ActEntry;
pub use qz_store::list::Page;
pub use qz_store::meeting::DecidedAt;
pub use qz_store::meeting::list::{MeetingFilter, MeetingLine, MeetingSort};
pub use qz_store::meeting::matter::Matter;
use qz_store::meeting::{bar, list, matter};
use qz_store::{Conn, Subject, meeting, person};

/// The term within which a matter is decided once its finding is upheld.
pub const DECIDE_TERM: &str = "upheld_decide";

/// A meeting with everything that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingView {
    /// The record. What of a matter is kept from this viewer is not in it.
    pub row: Meeting,
    /// The organ.
    pub organ: Unit,
    /// Who takes part, by name, in the order in which they sit.
    pub people: Vec<NamedAttendee>,
    /// The agenda, in order.
    pub items: Vec<ItemView>,
    /// Every act on it, oldest first, with its place in the ledger.
    pub timeline: Vec<ActEntry>,
    /// The steps this viewer may take now.
    pub steps: Vec<Step>,
    /// Whether this viewer may carry out what was voted.
    pub may_carry: bool,
}

/// Somebody who takes part, as pages show them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedAttendee {
    /// Who.
    pub person: PersonId,
    /// The work number.
    pub number: String,
    /// The name.
    pub name: String,
    /// Whether they came.
    pub is_present: bool,
}

/// A matter of the agenda, as pages show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemView {
    /// Its place, from 1.
    pub place: usize,
    /// What was voted; nothing where it is kept from this viewer.
    pub item: Item,
    /// What it is about; `None` where it is kept from this viewer.
    pub matter: Option<Matter>,
    /// Until when it is to be decided.
    pub due: Option<Deadline>,
    /// Who of those that take part may not vote on it, and what bars them.
    pub barred: Vec<(PersonId, Refusal)>,
}

/// A matter that may be put on an agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadyMatter {
    /// What it is about.
    pub matter: Matter,
    /// Whether its subject answered, waived it, or let the window pass.
    pub is_heard: bool,
    /// Until when it is to be decided.
    pub due: Option<Deadline>,
}

impl Acts {
    /// A meeting as an account may see it. One it may not see does not exist for it.
    pub async fn meeting(
        &self,
        account: AccountId,
        id: MeetingId,
    ) -> Result<MeetingView, ActError> {
        let mut conn = self.reader().await?;
        let (mut row, organ) = load::load(&mut conn, id).await?;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        let matters = matter::of_meeting(&mut conn, id).await?;
        if !load::may_read(&actor, (&row, &organ), &matters) {
            return Err(ActError::NotFound);
        }
        let steps = steps_of(&actor, (&row, &organ));
        let concern = load::concern(&row, &organ);
        let may_carry = power::may(&actor, Action::MeetingCarry, &concern);
        let items = agenda(&mut conn, (&mut row, matters), actor.person).await?;
        Ok(MeetingView {
            people: people(&mut conn, &row).await?,
            timeline: qz_store::ledger::acts_of(&mut conn, id.object()).await?,
            row,
            organ,
            items,
            steps,
            may_carry,
        })
    }

    /// Whom a meeting concerns, for a step or for reading; `None` when there is none.
    pub async fn meeting_concern(&self, id: MeetingId) -> Result<Option<Concern>, ActError> {
        let found = meeting::find(&mut self.reader().await?, id).await?;
        Ok(found.map(|(row, organ)| load::concern(&row, &organ)))
    }

    /// The meetings an account may see: one page, and how many there are in all.
    pub async fn meetings(
        &self,
        account: AccountId,
        filter: &MeetingFilter,
        sort: MeetingSort,
        page: Page,
    ) -> Result<(Vec<MeetingLine>, i64), ActError> {
        let mut conn = self.reader().await?;
        let actor = self.actor(&mut conn, account).await?;
        let actor = actor.ok_or(ActError::Forbidden(Action::MeetingRead))?;
        let seen = sights(&actor, Action::MeetingRead).into_iter().map(|sight| match sight {
            Sight::All => list::Seen::All,
            Sight::Unit(unit) => list::Seen::OfOrgan(unit),
            Sight::Own(person) => list::Seen::Attending(person),
        });
        let seen: Vec<_> = seen.collect();
        Ok(list::page(&mut conn, (&seen, actor.person), filter, sort, page).await?)
    }

    /// The matters that an account may put on an agenda: those whose subject was heard first, then the one that is to be
    /// decided soonest.
    pub async fn ready_for_meeting(
        &self,
        account: AccountId,
    ) -> Result<Vec<ReadyMatter>, ActError> {
        let mut conn = self.reader().await?;
        let actor = self.actor(&mut conn, account).await?;
        let actor = actor.ok_or(ActError::Forbidden(Action::MeetingCall))?;
        let organs = organs(&actor);
        let found = matter::ready(&mut conn, &organs).await?;
        let today = instant::day(self.now());
        let due = dues(&mut conn, &found).await?;
        let ready = found.into_iter().zip(due).map(|(matter, due)| ReadyMatter {
            is_heard: matter.around.row.is_heard(today),
            matter,
            due,
        });
        let mut ready: Vec<_> = ready.collect();
        ready.sort_by_key(|one| {
            (!one.is_heard, one.due.map(|due| due.due.earliest()), one.matter.around.row.id)
        });
        Ok(ready)
    }

    /// From which meeting a decision was carried out, and whether an account may read that meeting.
    pub async fn decided_at(
        &self,
        account: AccountId,
        id: AccountabilityId,
    ) -> Result<Option<(DecidedAt, bool)>, ActError> {
        let mut conn = self.reader().await?;
        let Some(found) = meeting::decided_at(&mut conn, id).await? else { return Ok(None) };
        let (row, organ) = load::load(&mut conn, found.meeting).await?;
        let matters = matter::of_meeting(&mut conn, found.meeting).await?;
        let actor = self.actor(&mut conn, account).await?;
        let reads = actor.is_some_and(|one| load::may_read(&one, (&row, &organ), &matters));
        Ok(Some((found, reads)))
    }
}

/// The organs for which an actor calls meetings.
fn organs(actor: &Actor) -> Vec<UnitId> {
    let calls = sights(actor, Action::MeetingCall).into_iter().filter_map(|sight| match sight {
        Sight::Unit(unit) => Some(unit),
        Sight::All | Sight::Own(_) => None,
    });
    calls.collect()
}

/// The agenda, with what bars whom. What is kept from the viewer is taken out of the meeting itself.
async fn agenda(
    conn: &mut Conn,
    (row, matters): (&mut Meeting, Vec<Matter>),
    viewer: Option<PersonId>,
) -> Result<Vec<ItemView>, ActError> {
    let bars = bar::of(conn, (row.id, None), (viewer, row.held_on)).await?;
    let due = dues(conn, &matters).await?;
    let called: Vec<_> = row.attendees.iter().map(|one| one.person).collect();
    let mut items = vec![];
    for (place, item) in (1..).zip(&mut row.items) {
        let at = matters.iter().position(|one| one.around.row.id == item.accountability);
        let is_kept =
            |at: &usize| viewer.is_some_and(|own| is_kept_from(&bars, own, &matters[*at].around));
        let Some(at) = at.filter(|at| !is_kept(at)) else {
            *item = Item::new(item.accountability);
            let barred = vec![];
            items.push(ItemView { place, item: item.clone(), matter: None, due: None, barred });
            continue;
        };
        let found = &matters[at];
        let bar = |person: &PersonId| Some((*person, barred(&bars, *person, &found.around)?));
        items.push(ItemView {
            place,
            item: item.clone(),
            matter: Some(found.clone()),
            due: due[at],
            barred: called.iter().filter_map(bar).collect(),
        });
    }
    Ok(items)
}

/// Until when each matter is to be decided.
async fn dues(conn: &mut Conn, matters: &[Matter]) -> Result<Vec<Option<Deadline>>, ActError> {
    let days: Vec<Date> = matters.iter().filter_map(|one| one.around.borne_out_on).collect();
    let mut terms = law::known_deadlines(conn, &days, DECIDE_TERM).await?.into_iter();
    let due = |one: &Matter| one.around.borne_out_on.and_then(|_| terms.next());
    Ok(matters.iter().map(due).collect())
}

async fn people(conn: &mut Conn, row: &Meeting) -> Result<Vec<NamedAttendee>, ActError> {
    let mut named = vec![];
    for one in &row.attendees {
        let found = person::find(conn, one.person).await?.ok_or(ActError::NotFound)?;
        let (person, is_present) = (one.person, one.is_present);
        named.push(NamedAttendee { person, number: found.number, name: found.name, is_present });
    }
    Ok(named)
}

/// The steps that are rows of the table from here and that the actor has the power for.
fn steps_of(actor: &Actor, (row, organ): (&Meeting, &Unit)) -> Vec<Step> {
    let concern = load::concern(row, organ);
    let rows = TRANSITIONS.iter().filter(|one| one.from == Some(row.stage));
    rows.map(|one| one.step).filter(|step| power::may(actor, step.action(), &concern)).collect()
}
