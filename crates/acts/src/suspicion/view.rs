//! What a person may see of suspicions. The earlier finding shows none of them, nor does the clearing.

use super::load::{self, Loaded};
use crate::matter::view::{Sight, sights};
use crate::{ActError, Acts, power};
use qz_domain::action::Action;
use qz_domain::id::{AccountId, FindingId, SuspicionId};
use qz_domain::number::FindingNumber;
use qz_domain::person::Person;
use qz_domain::power::Concern;
use qz_domain::procedure::Stepped;
use qz_domain::suspicion::{Stage, Step, Suspicion, TRANSITIONS};
use qz_domain::unit::Unit;
pub use qz_store::ledger::ActEntry;
pub use qz_store::list::Page;
pub use qz_store::suspicion::list::{SuspicionLine, SuspicionSort};
use qz_store::{Subject, person, suspicion};

/// A suspicion with everything that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuspicionView {
    /// The record.
    pub row: Suspicion,
    /// The number of the finding that was unfounded.
    pub number: FindingNumber,
    /// The organ.
    pub organ: Unit,
    /// Who noted it.
    pub noted_by: Option<Person>,
    /// Every act on it, oldest first.
    pub timeline: Vec<ActEntry>,
    /// The steps this viewer may take now.
    pub steps: Vec<Step>,
}

impl Acts {
    /// A suspicion as an account may see it. One it may not see does not exist for it.
    pub async fn suspicion(
        &self,
        account: AccountId,
        id: SuspicionId,
    ) -> Result<SuspicionView, ActError> {
        let mut conn = self.reader().await?;
        let loaded = load::load(&mut conn, id).await?;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        let concern = load::concern(&loaded);
        if !power::may(&actor, Action::SuspicionRead, &concern) {
            return Err(ActError::NotFound);
        }
        let Loaded { row, around, .. } = loaded;
        let noted_by = match row.noted_by {
            Some(id) => person::find(&mut conn, id).await?,
            None => None,
        };
        let is_own = row.noted_by.is_some() && row.noted_by == actor.person;
        let can = |step: &Step| !is_own && power::may(&actor, step.action(), &concern);
        let rows = TRANSITIONS.iter().filter(|one| one.from == Some(row.stage));
        Ok(SuspicionView {
            steps: rows.map(|one| one.step).filter(can).collect(),
            timeline: qz_store::ledger::acts_of(&mut conn, id.object()).await?,
            number: around.finding.number,
            organ: around.organ,
            row,
            noted_by,
        })
    }

    /// Whom a suspicion concerns; `None` when there is none.
    pub async fn suspicion_concern(&self, id: SuspicionId) -> Result<Option<Concern>, ActError> {
        match load::load(&mut self.reader().await?, id).await {
            Ok(loaded) => Ok(Some(load::concern(&loaded))),
            Err(ActError::NotFound) => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    /// The unfounded finding that a finding goes back to, and its number.
    pub async fn finding_root(
        &self,
        id: FindingId,
    ) -> Result<Option<(FindingId, FindingNumber)>, ActError> {
        Ok(suspicion::root(&mut self.reader().await?, id).await?)
    }

    /// The suspicions an account may see: one page, and how many there are in all.
    pub async fn suspicions(
        &self,
        account: AccountId,
        stage: Option<Stage>,
        sort: SuspicionSort,
        page: Page,
    ) -> Result<(Vec<SuspicionLine>, i64), ActError> {
        use suspicion::list::Seen;
        let mut conn = self.reader().await?;
        let actor = self.actor(&mut conn, account).await?;
        let actor = actor.ok_or(ActError::Forbidden(Action::SuspicionRead))?;
        let mut seen = vec![];
        for sight in sights(&actor, Action::SuspicionRead) {
            match sight {
                // Nobody reads those of every organ.
                Sight::All => {}
                Sight::Unit(unit) => seen.push(Seen::OfOrgan(unit)),
                Sight::Own(person) => seen.push(Seen::OfPerson(person)),
            }
        }
        Ok(suspicion::list::page(&mut conn, (&seen, stage), sort, page).await?)
    }
}
