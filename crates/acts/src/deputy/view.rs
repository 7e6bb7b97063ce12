//! What pages show of deputies before one is named or ended.

use super::concern_of;
use crate::{ActError, Acts, power};
use qz_domain::action::Action;
use qz_domain::id::{AccountId, DeputyId};
use qz_domain::post::Post;
use qz_domain::unit::Unit;
pub use qz_store::deputy::DeputyLine;
use qz_store::{Conn, deputy, unit};

impl Acts {
    /// A post with its unit, for whoever may name its deputy.
    pub async fn post_for_deputy(
        &self,
        account: AccountId,
        code: &str,
    ) -> Result<(Post, Unit), ActError> {
        let mut conn = self.reader().await?;
        let post = unit::find_post(&mut conn, code).await?.ok_or(ActError::NotFound)?;
        let unit = self.unit_of(&mut conn, account, (Action::DeputySet, &post)).await?;
        Ok((post, unit))
    }

    /// A row with its unit's code, for whoever may end it.
    pub async fn deputy_to_end(
        &self,
        account: AccountId,
        id: DeputyId,
    ) -> Result<(DeputyLine, String), ActError> {
        let mut conn = self.reader().await?;
        let row = deputy::find(&mut conn, id).await?.ok_or(ActError::NotFound)?;
        let post = unit::post(&mut conn, row.post).await?.ok_or(ActError::NotFound)?;
        let unit = self.unit_of(&mut conn, account, (Action::DeputyEnd, &post)).await?;
        let lines = deputy::of_person(&mut conn, row.person).await?;
        let line = lines.into_iter().find(|line| line.deputy.id == id);
        Ok((line.ok_or(ActError::NotFound)?, unit.code))
    }

    /// The unit of a post, for whoever may do something about its deputy.
    async fn unit_of(
        &self,
        conn: &mut Conn,
        account: AccountId,
        (action, post): (Action, &Post),
    ) -> Result<Unit, ActError> {
        let concern = concern_of(conn, post).await?;
        let actor = self.actor(conn, account).await?.ok_or(ActError::NotFound)?;
        if !power::may(&actor, action, &concern) {
            return Err(ActError::NotFound);
        }
        unit::find(conn, post.unit).await?.ok_or(ActError::NotFound)
    }
}
