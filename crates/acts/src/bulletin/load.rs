//! Loads a bulletin for a step.

use crate::actor::Actor;
use crate::{ActError, power};
use qz_domain::bulletin::{Bulletin, Stage, Step, TRANSITIONS};
use qz_domain::id::{AccountId, BulletinId};
use qz_domain::matter::Hand;
use qz_domain::power::Concern;
use qz_domain::procedure::Row;
use qz_domain::spelled::Spelled;
use qz_domain::unit::Unit;
use qz_store::{Conn, Write, hand, unit};

/// A bulletin that a step may begin on.
pub(super) struct Begun {
    pub actor: Actor,
    pub organ: Unit,
    pub bulletin: Bulletin,
    pub transition: &'static Row<Stage, Step>,
    pub hands: Vec<Hand>,
}

pub(crate) async fn load(conn: &mut Conn, id: BulletinId) -> Result<(Bulletin, Unit), ActError> {
    let bulletin = qz_store::bulletin::find(conn, id).await?.ok_or(ActError::NotFound)?;
    let organ = unit::find(conn, bulletin.organ).await?.ok_or(ActError::NotFound)?;
    Ok((bulletin, organ))
}

/// Whom a bulletin concerns before it is published: the organ that issues it.
pub(crate) fn concern(bulletin: &Bulletin, organ: &Unit) -> Concern {
    let units = vec![(organ.id, organ.line)];
    Concern { stage: bulletin.stage.code(), people: vec![], units }
}

/// Begins a step on a bulletin whose version `read` the actor has seen.
pub(super) async fn begin(
    write: &mut Write,
    account: AccountId,
    id: BulletinId,
    (step, read): (Step, i64),
) -> Result<Begun, ActError> {
    let (bulletin, organ) = load(write.reads(), id).await?;
    let hands = hand::of_bulletin(write.reads(), id).await?;
    let concern = concern(&bulletin, &organ);
    let (actor, transition) = power::begin(
        write,
        account,
        (TRANSITIONS, &concern),
        (bulletin.stage, step),
        (read, bulletin.version),
    )
    .await?;
    Ok(Begun { actor, organ, bulletin, transition, hands })
}
