//! Who may do what: the table, and the check inside the transaction.

mod table;

pub use table::POWERS;

use crate::ActError;
use crate::actor::Actor;
use qz_domain::action::Action;
use qz_domain::id::AccountId;
use qz_domain::power::{Concern, Reach};
use qz_store::{Conn, Write};

/// The actor, if the account is active; its roles as they are now.
pub async fn actor(conn: &mut Conn, account: AccountId) -> Result<Option<Actor>, ActError> {
    let found = qz_store::actor::find(conn, account).await?;
    Ok(found.map(|(person, grants)| Actor { account, person, grants }))
}

/// The actor, if it may do `action` to what `concern` describes.
pub async fn require(
    write: &mut Write,
    account: AccountId,
    action: Action,
    concern: &Concern,
) -> Result<Actor, ActError> {
    match actor(write.reads(), account).await? {
        Some(actor) if may(&actor, action, concern) => Ok(actor),
        _ => Err(ActError::Forbidden(action)),
    }
}

/// Whether an actor may do `action` to what `concern` describes.
pub fn may(actor: &Actor, action: Action, concern: &Concern) -> bool {
    POWERS
        .iter()
        .filter(|power| power.action == action)
        .any(|power| actor.grants.iter().any(|grant| power.covers(grant, actor.person, concern)))
}

/// How far an actor's power for `action` reaches in any stage; `None` without any.
pub fn reach(actor: &Actor, action: Action) -> Option<Reach> {
    POWERS
        .iter()
        .filter(|power| power.action == action)
        .filter(|power| actor.grants.iter().any(|grant| grant.role == power.role))
        .map(|power| power.reach)
        .max()
}
