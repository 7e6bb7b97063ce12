//! Loads a change of the county's law for a step.

use crate::actor::Actor;
use crate::{ActError, power};
use qz_domain::id::{AccountId, LawChangeId};
use qz_domain::law::change::{LawChange, Stage, Step, TRANSITIONS};
use qz_domain::matter::Hand;
use qz_domain::power::Concern;
use qz_domain::procedure::Row;
use qz_domain::spelled::Spelled;
use qz_store::{Conn, Write, hand, law_change};

/// A change that a step may begin on.
pub(super) struct Begun {
    pub actor: Actor,
    pub change: LawChange,
    pub transition: &'static Row<Stage, Step>,
    pub hands: Vec<Hand>,
}

pub(super) async fn load(conn: &mut Conn, id: LawChangeId) -> Result<LawChange, ActError> {
    law_change::find(conn, id).await?.ok_or(ActError::NotFound)
}

/// Whom a change concerns: the whole county.
pub(super) fn concern(stage: &'static str) -> Concern {
    Concern { stage, people: vec![], units: vec![] }
}

/// Begins a step on a change whose version `read` the actor has seen.
pub(super) async fn begin(
    write: &mut Write,
    account: AccountId,
    id: LawChangeId,
    (step, read): (Step, i64),
) -> Result<Begun, ActError> {
    let change = load(write.reads(), id).await?;
    let hands = hand::of_law_change(write.reads(), id).await?;
    let concern = concern(change.stage.code());
    let (actor, transition) = power::begin(
        write,
        account,
        (TRANSITIONS, &concern),
        (change.stage, step),
        (read, change.version),
    )
    .await?;
    Ok(Begun { actor, change, transition, hands })
}
