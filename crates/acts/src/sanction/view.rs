//! What a person may see of the records of sanctions: the two offices all of them, everybody else their own.

use super::load::{self, Loaded};
use crate::matter::view::{Sight, sights};
use crate::{ActError, Acts, power};
use qz_domain::action::Action;
use qz_domain::id::{AccountId, SanctionId};
use qz_domain::law::Law;
use qz_domain::person::Person;
use qz_domain::power::Concern;
use qz_domain::procedure::Stepped;
use qz_domain::sanction::{Combined, Sanction, Step, TRANSITIONS, combined};
use qz_domain::unit::Unit;
pub use qz_store::ledger::ActEntry;
pub use qz_store::list::Page;
pub use qz_store::sanction::list::{SanctionFilter, SanctionLine, SanctionSort};
use qz_store::{Subject, person, sanction};

/// The record of a sanction with everything that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SanctionView {
    /// The record.
    pub row: Sanction,
    /// On whom.
    pub subject: Person,
    /// Their unit on the day of the decision.
    pub unit: Unit,
    /// What they are under by all their sanctions together, and how that was worked out.
    pub combined: Option<Combined>,
    /// Every act on it, oldest first.
    pub timeline: Vec<ActEntry>,
    /// The steps this viewer may take now.
    pub steps: Vec<Step>,
}

impl Acts {
    /// The record of a sanction as an account may see it. One it may not see does not exist for it.
    pub async fn sanction(
        &self,
        account: AccountId,
        id: SanctionId,
    ) -> Result<SanctionView, ActError> {
        let mut conn = self.reader().await?;
        let Loaded { row, unit } = load::load(&mut conn, id).await?;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        let concern = load::concern(row.stage, row.subject, &unit);
        if !power::may(&actor, Action::SanctionRead, &concern) {
            return Err(ActError::NotFound);
        }
        let subject = person::find(&mut conn, row.subject).await?.ok_or(ActError::NotFound)?;
        let all = sanction::of_person(&mut conn, row.subject).await?;
        let is_own = actor.person == Some(row.subject);
        let can = |step: &Step| !is_own && power::may(&actor, step.action(), &concern);
        let rows = TRANSITIONS.iter().filter(|one| one.from == Some(row.stage));
        Ok(SanctionView {
            steps: rows.map(|one| one.step).filter(can).collect(),
            timeline: qz_store::ledger::acts_of(&mut conn, id.object()).await?,
            combined: combined(Law::shipped(), &all),
            row,
            subject,
            unit,
        })
    }

    /// Whom the record of a sanction concerns; `None` when there is none.
    pub async fn sanction_concern(&self, id: SanctionId) -> Result<Option<Concern>, ActError> {
        match load::load(&mut self.reader().await?, id).await {
            Ok(Loaded { row, unit }) => Ok(Some(load::concern(row.stage, row.subject, &unit))),
            Err(ActError::NotFound) => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    /// The records an account may see: one page, and how many there are in all.
    pub async fn sanctions(
        &self,
        account: AccountId,
        filter: &SanctionFilter,
        sort: SanctionSort,
        page: Page,
    ) -> Result<(Vec<SanctionLine>, i64), ActError> {
        use sanction::list::Seen;
        let mut conn = self.reader().await?;
        let actor = self.actor(&mut conn, account).await?;
        let actor = actor.ok_or(ActError::Forbidden(Action::SanctionRead))?;
        let mut seen = vec![];
        for sight in sights(&actor, Action::SanctionRead) {
            match sight {
                Sight::All => seen.push(Seen::All),
                // A unit reads none of its people's.
                Sight::Unit(_) => {}
                Sight::Own(person) => seen.push(Seen::OfPerson(person)),
            }
        }
        Ok(sanction::list::page(&mut conn, (&seen, filter), sort, page).await?)
    }

    /// Every sanction on the account's own person, and what they amount to.
    pub async fn own_sanctions(
        &self,
        account: AccountId,
    ) -> Result<(Vec<Sanction>, Option<Combined>), ActError> {
        let mut conn = self.reader().await?;
        let actor = power::actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        let Some(person) = actor.person else { return Ok((vec![], None)) };
        let all = sanction::of_person(&mut conn, person).await?;
        let found = combined(Law::shipped(), &all);
        Ok((all, found))
    }
}
