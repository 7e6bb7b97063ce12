//! Visits that wait for an account: to be done, to be written up, to be signed.

use super::view::seen_by;
use crate::{ActError, Acts};
use qz_domain::action::Action;
use qz_domain::id::AccountId;
use qz_domain::visit::Stage;
pub use qz_store::visit::list::{NamedUnit, Seen};
pub use qz_store::visit::waiting::WaitingVisit;

/// Whose visits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Every one the account may see.
    All,
    /// Those with its person on the team.
    Mine,
}

impl Acts {
    /// The visits of a stage, the most pressing first: at most `most`, and how many there are.
    pub async fn waiting_visits(
        &self,
        account: AccountId,
        whose: Whose,
        stage: Stage,
        most: i64,
    ) -> Result<(Vec<WaitingVisit>, i64), ActError> {
        let mut conn = self.reader().await?;
        let actor = self.actor(&mut conn, account).await?;
        let actor = actor.ok_or(ActError::Forbidden(Action::VisitList))?;
        let mut seen = seen_by(&actor);
        if whose == Whose::Mine {
            let may_see_own =
                |person: &_| seen.contains(&Seen::OnTeam(*person)) || seen.contains(&Seen::All);
            seen = actor.person.filter(may_see_own).map(Seen::OnTeam).into_iter().collect();
        }
        Ok(qz_store::visit::waiting::page(&mut conn, &seen, stage, most).await?)
    }
}
