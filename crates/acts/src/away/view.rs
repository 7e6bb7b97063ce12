//! Who is away, as an account may see it: oneself, one's unit, the county.

use crate::person::concern_of;
use crate::{ActError, Acts, power};
use qz_domain::action::Action;
use qz_domain::away::Away;
use qz_domain::id::{AccountId, AwayId};
use qz_domain::person::Person;
use qz_domain::power::Reach;
pub use qz_store::away::list::{AwayFilter, AwayLine, AwaySeen, AwaySort};
pub use qz_store::list::Page;
use qz_store::{away, person};

impl Acts {
    /// The absences an account may see: one page, and how many there are in all.
    pub async fn absences(
        &self,
        account: AccountId,
        filter: &AwayFilter,
        (sort, page): (AwaySort, Page),
    ) -> Result<(Vec<AwayLine>, i64), ActError> {
        let mut conn = self.reader().await?;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        let mut seen: Vec<_> = actor.person.map(AwaySeen::One).into_iter().collect();
        for power in power::POWERS.iter().filter(|power| power.action == Action::AwayRead) {
            for grant in actor.grants.iter().filter(|grant| grant.role == power.role) {
                seen.extend(match power.reach {
                    Reach::County => Some(AwaySeen::All),
                    Reach::Unit | Reach::System => Some(AwaySeen::OfUnit(grant.unit)),
                    Reach::Own => None,
                });
            }
        }
        seen.dedup();
        Ok(away::list::page(&mut conn, &seen, filter, sort, page).await?)
    }

    /// An absence and whose it is, for whoever may end it.
    pub async fn absence_to_end(
        &self,
        account: AccountId,
        id: AwayId,
    ) -> Result<(Away, Person), ActError> {
        let mut conn = self.reader().await?;
        let row = away::find(&mut conn, id).await?.ok_or(ActError::NotFound)?;
        let concern = concern_of(&mut conn, row.person).await?;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        if !power::may(&actor, Action::AwayEnd, &concern) {
            return Err(ActError::NotFound);
        }
        let found = person::find(&mut conn, row.person).await?.ok_or(ActError::NotFound)?;
        Ok((row, found))
    }
}
