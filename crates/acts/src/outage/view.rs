//! What somebody may see of outages: those of their unit, or of the county.

use crate::matter::view::{Sight, sights};
use crate::{ActError, Acts};
use qz_domain::action::Action;
use qz_domain::id::AccountId;
pub use qz_store::list::Page;
pub use qz_store::outage::list::OutageLine;
use qz_store::outage::list::Seen;

impl Acts {
    /// The outages an account may see, with words in the unit or the reason: one page, and how many there are in all.
    pub async fn outages(
        &self,
        account: AccountId,
        words: Option<String>,
        page: Page,
    ) -> Result<(Vec<OutageLine>, i64), ActError> {
        let mut conn = self.reader().await?;
        let actor = self.actor(&mut conn, account).await?;
        let actor = actor.ok_or(ActError::Forbidden(Action::OutageRead))?;
        let of = |sight| match sight {
            Sight::All => Some(Seen::All),
            Sight::Unit(unit) => Some(Seen::OfUnit(unit)),
            Sight::Own(_) => None,
        };
        let seen: Vec<_> = sights(&actor, Action::OutageRead).into_iter().filter_map(of).collect();
        Ok(qz_store::outage::list::page(&mut conn, (&seen, words), page).await?)
    }
}
