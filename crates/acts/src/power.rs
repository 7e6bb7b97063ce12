//! Who may do what: the table, and the check inside the transaction.

mod attendance;
mod request;
mod roster;
mod scheme;
mod table;

use crate::actor::{Actor, StandsFor};
use crate::{ActError, stand_in};
use jiff::civil::Date;
use qz_domain::action::Action;
use qz_domain::id::{AccountId, UnitId};
use qz_domain::instant;
use qz_domain::power::{Concern, Power, Reach};
use qz_domain::procedure::{self, Row, Stepped};
use qz_domain::refusal::Refusal;
use qz_domain::spelled::Spelled;
use qz_store::actor::Acting;
use qz_store::{Conn, Write};
use std::sync::LazyLock;

/// Every power.
pub static POWERS: LazyLock<Vec<Power>> = LazyLock::new(|| {
    [table::RECORDS, attendance::ATTENDANCE, request::REQUESTS, roster::ROSTERS, scheme::SCHEMES]
        .concat()
});

/// The actor, if the account is active; its roles as they are now.
pub async fn actor(conn: &mut Conn, account: AccountId) -> Result<Option<Actor>, ActError> {
    Ok(found(conn, account).await?.map(|(actor, _)| actor))
}

/// The actor with its own roles, and whether it says that it acts for a leader.
async fn found(conn: &mut Conn, account: AccountId) -> Result<Option<(Actor, bool)>, ActError> {
    let found = qz_store::actor::find(conn, account).await?;
    Ok(found.map(|Acting { person, grants, stands_in }| {
        (Actor { account, person, grants, stands_for: None }, stands_in)
    }))
}

/// The actor, read outside a transaction: for pages.
pub async fn actor_of(acts: &crate::Acts, id: AccountId) -> Result<Option<Actor>, ActError> {
    actor(&mut acts.reader().await?, id).await
}

/// The actor on a day, with the roles lent by the leader it acts for: for what pages read.
pub(crate) async fn actor_on(
    conn: &mut Conn,
    account: AccountId,
    day: Date,
) -> Result<Option<Actor>, ActError> {
    let Some((mut actor, stands_in)) = found(conn, account).await? else { return Ok(None) };
    if stands_in {
        // Without the loan there is nothing more to see; why it fell away is said where one acts.
        let _ = stand_in::lend(conn, &mut actor, day).await?;
    }
    Ok(Some(actor))
}

/// The actor inside an act: with the roles lent by the leader it acts for, where the action is a
/// leader's. What those cover is done for the leader, and the act says so.
pub(crate) async fn acting(
    write: &mut Write,
    account: AccountId,
    (action, concern): (Action, &Concern),
) -> Result<Option<Actor>, ActError> {
    let Some((mut actor, stands_in)) = found(write.reads(), account).await? else {
        return Ok(None);
    };
    if !stands_in || !is_leaders(action) {
        return Ok(Some(actor));
    }
    let day = instant::day(write.now());
    match stand_in::lend(write.reads(), &mut actor, day).await? {
        Err(refusal) if !may(&actor, action, concern) => return Err(refusal.into()),
        _ => actor.stands_for.take_if(|one| !lends(one, action, concern)),
    };
    write.stand_in_for(actor.stands_for.as_ref().map(|one| one.leader));
    Ok(Some(actor))
}

/// Whether a leader does it as leader: only then may it be done for them.
pub fn is_leaders(action: Action) -> bool {
    let is_it = |power: &&Power| power.action == action && power.reach > Reach::Own;
    POWERS.iter().filter(is_it).any(|power| power.role.is_leaders())
}

/// Whether the lent roles cover it: by their unit, and not because it is somebody's own.
fn lends(from: &StandsFor, action: Action, concern: &Concern) -> bool {
    let mut powers = POWERS.iter().filter(|power| power.action == action);
    powers.any(|power| from.grants.iter().any(|grant| power.covers(grant, None, concern)))
}

/// The actor, if it may do `action` to what `concern` describes.
pub async fn require(
    write: &mut Write,
    account: AccountId,
    action: Action,
    concern: &Concern,
) -> Result<Actor, ActError> {
    match acting(write, account, (action, concern)).await? {
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

/// What every step on a record begins with: who may take it, from the stage the record is in, on the version
/// that was `read`. A leader's step may be taken for a leader who is away.
///
/// # Errors
/// Forbidden, out of order, or the record changed since.
pub(crate) async fn begin<S: Spelled, T: Stepped>(
    write: &mut Write,
    account: AccountId,
    (table, concern): (&'static [Row<S, T>], &Concern),
    (from, step): (S, T),
    (read, now): (i64, i64),
) -> Result<(Actor, &'static Row<S, T>), ActError> {
    let action = step.action();
    let actor = acting(write, account, (action, concern)).await?;
    let actor = actor.ok_or(ActError::Forbidden(action))?;
    let row = lawful(&actor, concern, table, (from, step))?;
    must_be_latest(read, now)?;
    Ok((actor, row))
}

/// Refuses a step on a version that is not the latest.
pub(crate) fn must_be_latest(read: i64, now: i64) -> Result<(), Refusal> {
    if read == now { Ok(()) } else { Err(Refusal::StaleVersion { read, now }) }
}

/// The unit for which an actor holds the power for `action`: the one that does it.
///
/// # Errors
/// The actor holds no such power.
pub(crate) fn seat(actor: &Actor, action: Action) -> Result<UnitId, ActError> {
    let holds = |role| POWERS.iter().any(|row| row.role == role && row.action == action);
    let grant = actor.grants.iter().find(|grant| holds(grant.role));
    Ok(grant.ok_or(ActError::Forbidden(action))?.unit)
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
