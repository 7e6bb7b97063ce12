//! What a person may see of visits: one with its history, and lists.

use super::load::{self, Loaded};
use crate::actor::Actor;
use crate::{ActError, Acts, power};
use jiff::Timestamp;
use qz_domain::action::Action;
use qz_domain::evidence::Evidence;
use qz_domain::id::{AccountId, PersonId, VisitId};
use qz_domain::power::{Concern, Reach};
use qz_domain::procedure::Stepped;
use qz_domain::unit::Unit;
use qz_domain::visit::{OverCap, Step, TRANSITIONS, Visit};
pub use qz_store::ledger::ActEntry;
pub use qz_store::list::Page;
pub use qz_store::visit::figure::Span;
pub use qz_store::visit::list::{NamedUnit, Seen, VisitFilter, VisitLine, VisitSort};
pub use qz_store::visit::{CorrectedField, Reply};
use qz_store::{Conn, Subject};

/// One member of a team, as pages show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub person: PersonId,
    /// The work number.
    pub number: String,
    /// The name.
    pub name: String,
    /// When they signed.
    pub signed_at: Option<Timestamp>,
}

/// A visit with everything that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitView {
    /// The record.
    pub visit: Visit,
    /// The inspecting organ.
    pub organ: Unit,
    /// The visited unit.
    pub unit: Unit,
    /// The team in order.
    pub team: Vec<Member>,
    /// What allowed it beyond the cap, with the approver's name.
    pub over_cap: Option<(OverCap, String)>,
    /// The unit's reply.
    pub reply: Option<Reply>,
    /// Every field ever corrected.
    pub corrections: Vec<CorrectedField>,
    /// The files.
    pub evidence: Vec<Evidence>,
    /// Every act on it, oldest first, with its place in the ledger.
    pub timeline: Vec<ActEntry>,
    /// The steps this viewer may take now.
    pub steps: Vec<Step>,
}

impl Acts {
    /// A visit as an account may see it. One it may not see does not exist for it.
    pub async fn visit(&self, account: AccountId, id: VisitId) -> Result<VisitView, ActError> {
        let mut conn = self.reader().await?;
        let loaded = load::load(&mut conn, id).await?;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        let concern = load::concern(&loaded, None);
        if !power::may(&actor, Action::VisitRead, &concern) {
            return Err(ActError::NotFound);
        }
        let steps = steps_of(&actor, &loaded);
        view(&mut conn, loaded, steps).await
    }

    /// The number in the store of the visit with a number on paper, if the account may see it.
    pub async fn visit_numbered(
        &self,
        account: AccountId,
        number: qz_domain::visit::VisitNumber,
    ) -> Result<VisitId, ActError> {
        let mut conn = self.reader().await?;
        let found = qz_store::visit::find_by_number(&mut conn, number).await?;
        let id = found.ok_or(ActError::NotFound)?.id;
        drop(conn);
        self.visit(account, id).await.map(|view| view.visit.id)
    }

    /// Whom a visit concerns, for a step or for reading; `None` when there is none.
    pub async fn visit_concern(
        &self,
        id: VisitId,
        step: Option<Step>,
    ) -> Result<Option<Concern>, ActError> {
        match load::load(&mut self.reader().await?, id).await {
            Ok(loaded) => Ok(Some(load::concern(&loaded, step))),
            Err(ActError::NotFound) => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    /// The visits an account may see: one page, and how many there are in all.
    pub async fn visits(
        &self,
        account: AccountId,
        filter: &VisitFilter,
        sort: VisitSort,
        page: Page,
    ) -> Result<(Vec<VisitLine>, i64), ActError> {
        let mut conn = self.reader().await?;
        let actor = self.actor(&mut conn, account).await?;
        let actor = actor.ok_or(ActError::Forbidden(Action::VisitList))?;
        let seen = seen_by(&actor);
        Ok(qz_store::visit::list::page(&mut conn, &seen, filter, sort, page).await?)
    }

    /// The bytes of a visit's evidence, if the account may see the visit.
    pub async fn evidence(
        &self,
        account: AccountId,
        visit: VisitId,
        evidence: qz_domain::id::EvidenceId,
    ) -> Result<(Evidence, Vec<u8>), ActError> {
        let view = self.visit(account, visit).await?;
        let found = view.evidence.into_iter().find(|file| file.id == evidence);
        let found = found.ok_or(ActError::NotFound)?;
        let mut conn = self.reader().await?;
        let body = qz_store::evidence::body(&mut conn, &found.hash).await?;
        Ok((found, body.ok_or(ActError::NotFound)?))
    }
}

async fn view(conn: &mut Conn, loaded: Loaded, steps: Vec<Step>) -> Result<VisitView, ActError> {
    let Loaded { visit, organ, unit } = loaded;
    let mut team = Vec::with_capacity(visit.team.len());
    for member in &visit.team {
        let person = qz_store::person::find(conn, member.person).await?;
        let person = person.ok_or(ActError::NotFound)?;
        let (number, name) = (person.number, person.name);
        team.push(Member { person: person.id, number, name, signed_at: member.signed_at });
    }
    Ok(VisitView {
        over_cap: qz_store::visit::cap::over_cap(conn, visit.id).await?,
        reply: qz_store::visit::reply(conn, visit.id).await?,
        corrections: qz_store::visit::corrections(conn, visit.id).await?,
        evidence: qz_store::evidence::of_visit(conn, visit.id).await?,
        timeline: qz_store::ledger::acts_of(conn, visit.id.object()).await?,
        visit,
        organ,
        unit,
        team,
        steps,
    })
}

/// The steps that are rows of the table from here and that the actor has the power for.
fn steps_of(actor: &Actor, loaded: &Loaded) -> Vec<Step> {
    let from = Some(loaded.visit.stage);
    let signed = actor.person.is_some_and(|person| loaded.visit.is_signed_by(person));
    let rows = TRANSITIONS.iter().filter(|row| row.from == from);
    rows.map(|row| row.step)
        .filter(|step| *step != Step::Sign || !signed)
        .filter(|step| power::may(actor, step.action(), &load::concern(loaded, Some(*step))))
        .collect()
}

/// What an actor's powers let it see in lists: the same rows that let it read one.
pub(super) fn seen_by(actor: &Actor) -> Vec<Seen> {
    let mut seen = vec![];
    for power in power::POWERS.iter().filter(|power| power.action == Action::VisitList) {
        for grant in actor.grants.iter().filter(|grant| grant.role == power.role) {
            let filed_only = power.stages == ["filed"];
            seen.extend(match (power.reach, filed_only) {
                (Reach::County, false) => Some(Seen::All),
                (Reach::County, true) => Some(Seen::AllFiled),
                (Reach::Own, _) => actor.person.map(Seen::OnTeam),
                (Reach::Unit, false) => Some(Seen::OfUnit(grant.unit)),
                (Reach::Unit, true) => Some(Seen::FiledOfUnit(grant.unit)),
                (Reach::System, false) => Some(Seen::OfLine(grant.line)),
                (Reach::System, true) => Some(Seen::FiledOfLine(grant.line)),
            });
        }
    }
    seen
}

/// Whether the account has any power at all over visits of the whole county, for menus.
pub fn plans_visits(actor: &Actor) -> bool {
    let concern = Concern { stage: "", people: vec![], units: vec![] };
    power::may(actor, Action::VisitPlan, &concern)
}
