//! Who may do what: the table, and the check inside the transaction.

mod table;

pub use table::POWERS;

use crate::ActError;
use crate::actor::Actor;
use qz_domain::action::Action;
use qz_domain::id::AccountId;
use qz_domain::power::{Concern, Reach};
use qz_domain::procedure::{self, Row, Stepped};
use qz_domain::spelled::Spelled;
use qz_store::{Conn, Write};

/// The actor, if the account is active; its roles as they are now.
pub async fn actor(conn: &mut Conn, account: AccountId) -> Result<Option<Actor>, ActError> {
    let found = qz_store::actor::find(conn, account).await?;
    Ok(found.map(|(person, grants)| Actor { account, person, grants }))
}

/// The actor, read outside a transaction: for pages.
pub async fn actor_of(acts: &crate::Acts, id: AccountId) -> Result<Option<Actor>, ActError> {
    actor(&mut acts.reader().await?, id).await
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

/// The row of a step that an actor may take from a stage.
///
/// # Errors
/// Without the power, forbidden; but whoever could take the step from another stage is told the
/// order instead, which says more than "not you".
pub(crate) fn lawful<S: Spelled, T: Stepped>(
    actor: &Actor,
    concern: &Concern,
    table: &'static [Row<S, T>],
    (from, step): (S, T),
) -> Result<&'static Row<S, T>, ActError> {
    let action = step.action();
    let may = may(actor, action, concern);
    let elsewhere = |stage: &S| {
        let concern = Concern { stage: stage.code(), ..concern.clone() };
        self::may(actor, action, &concern)
    };
    match procedure::find(table, Some(from), step) {
        Ok(row) if may => Ok(row),
        Err(refusal) if may || S::ALL.iter().any(elsewhere) => Err(refusal.into()),
        _ => Err(ActError::Forbidden(action)),
    }
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
