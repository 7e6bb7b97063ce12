//! What the desk sees of changes of the county's own law.

use super::load::{concern, load};
use crate::matter::view::{NamedHand, named};
use crate::{ActError, Acts, power};
use qz_domain::action::Action;
use qz_domain::id::{AccountId, LawChangeId};
use qz_domain::law::change::{LawChange, Step, TRANSITIONS};
use qz_domain::power::Concern;
use qz_domain::procedure::Stepped;
use qz_domain::spelled::Spelled;
pub use qz_store::law_change::list::{LawChangeFilter, LawChangeSort};
pub use qz_store::ledger::ActEntry;
pub use qz_store::list::Page;
use qz_store::{Subject, hand, law_change};

/// A change with everything that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LawChangeView {
    /// The record.
    pub change: LawChange,
    /// Everybody who had a part in it.
    pub hands: Vec<NamedHand>,
    /// Every act on it, oldest first, with its place in the ledger.
    pub timeline: Vec<ActEntry>,
    /// The steps this viewer may take now.
    pub steps: Vec<Step>,
}

impl Acts {
    /// A change as an account may see it. One it may not see does not exist for it.
    pub async fn law_change(
        &self,
        account: AccountId,
        id: LawChangeId,
    ) -> Result<LawChangeView, ActError> {
        let mut conn = self.reader().await?;
        let change = load(&mut conn, id).await?;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        let concern = concern(change.stage.code());
        if !power::may(&actor, Action::LawRead, &concern) {
            return Err(ActError::NotFound);
        }
        let rows = TRANSITIONS.iter().filter(|row| row.from == Some(change.stage));
        let can = |step: &Step| power::may(&actor, step.action(), &concern);
        let steps = rows.map(|row| row.step).filter(can).collect();
        let hands = hand::of_law_change(&mut conn, id).await?;
        Ok(LawChangeView {
            hands: named(&mut conn, &hands).await?,
            timeline: qz_store::ledger::acts_of(&mut conn, id.object()).await?,
            change,
            steps,
        })
    }

    /// Whom a change concerns; `None` when there is none.
    pub async fn law_change_concern(&self, id: LawChangeId) -> Result<Option<Concern>, ActError> {
        match load(&mut self.reader().await?, id).await {
            Ok(change) => Ok(Some(concern(change.stage.code()))),
            Err(ActError::NotFound) => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    /// The county's changes of its own law: one page, and how many there are in all.
    pub async fn law_changes(
        &self,
        filter: &LawChangeFilter,
        sort: LawChangeSort,
        page: Page,
    ) -> Result<(Vec<LawChange>, i64), ActError> {
        Ok(law_change::list::page(&mut self.reader().await?, filter, sort, page).await?)
    }
}
