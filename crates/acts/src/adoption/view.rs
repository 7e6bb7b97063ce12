//! What a unit and the county's offices see of its schemes: drafts, versions, what is remarked on a text.

use super::load::{concern, load};
use crate::matter::view::{NamedHand, Sight, named, sights};
use crate::{ActError, Acts, power};
use qz_domain::action::Action;
use qz_domain::adoption::{Adoption, Step, TRANSITIONS};
use qz_domain::id::{AccountId, AdoptionId};
use qz_domain::power::Concern;
use qz_domain::procedure::Stepped;
use qz_domain::unit::Unit;
use qz_store::adoption::list::Seen;
use qz_store::{Subject, adoption, hand};

pub use qz_store::adoption::list::{AdoptionFilter, AdoptionLine, AdoptionSort};
pub use qz_store::ledger::ActEntry;
pub use qz_store::list::Page;

/// An adoption with everything that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdoptionView {
    /// The record.
    pub adoption: Adoption,
    /// The unit that runs it.
    pub unit: Unit,
    /// Every version of the scheme in this unit, itself too, in the order they were drafted.
    pub versions: Vec<Adoption>,
    /// Everybody who had a part in it.
    pub hands: Vec<NamedHand>,
    /// Every act on it, oldest first, with its place in the ledger.
    pub timeline: Vec<ActEntry>,
    /// The steps this viewer may take now.
    pub steps: Vec<Step>,
    /// Whether the viewer may draft a later version.
    pub may_draft: bool,
}

impl AdoptionView {
    /// The version that was in force before this one, where there was one.
    pub fn before(&self) -> Option<&Adoption> {
        let own = (self.adoption.since.unwrap_or(jiff::civil::Date::MAX), self.adoption.id);
        let earlier = self.versions.iter().filter(|one| one.id != self.adoption.id);
        earlier
            .filter(|one| one.since.is_some_and(|since| (since, one.id) < own))
            .max_by_key(|one| (one.since, one.id))
    }
}

impl Acts {
    /// An adoption as an account may see it. One it may not see does not exist for it.
    pub async fn adoption(
        &self,
        account: AccountId,
        id: AdoptionId,
    ) -> Result<AdoptionView, ActError> {
        let mut conn = self.reader().await?;
        let (adoption, unit) = load(&mut conn, id).await?;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        let concern = concern(&adoption, &unit);
        if !adoption.is_public() && !power::may(&actor, Action::AdoptionRead, &concern) {
            return Err(ActError::NotFound);
        }
        let rows = TRANSITIONS.iter().filter(|row| row.from == Some(adoption.stage));
        let can = |step: &Step| power::may(&actor, step.action(), &concern);
        let steps = rows.map(|row| row.step).filter(can).collect();
        let hands = hand::of_adoption(&mut conn, id).await?;
        let may_draft = power::may(&actor, Action::AdoptionDraft, &concern);
        Ok(AdoptionView {
            versions: adoption::versions(&mut conn, (unit.id, &adoption.code)).await?,
            hands: named(&mut conn, &hands).await?,
            timeline: qz_store::ledger::acts_of(&mut conn, id.object()).await?,
            adoption,
            unit,
            steps,
            may_draft,
        })
    }

    /// Whom an adoption concerns; `None` when there is none.
    pub async fn adoption_concern(&self, id: AdoptionId) -> Result<Option<Concern>, ActError> {
        match load(&mut self.reader().await?, id).await {
            Ok((adoption, unit)) => Ok(Some(concern(&adoption, &unit))),
            Err(ActError::NotFound) => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    /// The adoptions an account may see: what was ever in force, and the drafts it may read. One page, and how many there are
    /// in all.
    pub async fn adoptions(
        &self,
        account: AccountId,
        filter: &AdoptionFilter,
        (sort, page): (AdoptionSort, Page),
    ) -> Result<(Vec<AdoptionLine>, i64), ActError> {
        let mut conn = self.reader().await?;
        let actor = self.actor(&mut conn, account).await?;
        let actor = actor.ok_or(ActError::Forbidden(Action::AdoptionRead))?;
        let of = |sight| match sight {
            Sight::All => Some(Seen::All),
            Sight::Unit(unit) => Some(Seen::OfUnit(unit)),
            Sight::Own(_) => None,
        };
        let own = sights(&actor, Action::AdoptionRead).into_iter().filter_map(of);
        let seen: Vec<_> = own.chain([Seen::Public]).collect();
        Ok(adoption::list::page(&mut conn, (&seen, filter), sort, page).await?)
    }
}
