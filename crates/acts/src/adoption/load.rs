//! Loads an adoption for a step.

use crate::actor::Actor;
use crate::{ActError, power};
use qz_domain::adoption::{Adoption, Stage, Step, TRANSITIONS};
use qz_domain::id::{AccountId, AdoptionId};
use qz_domain::matter::Hand;
use qz_domain::power::Concern;
use qz_domain::procedure::Row;
use qz_domain::spelled::Spelled;
use qz_domain::unit::Unit;
use qz_store::{Conn, Write, adoption, hand, unit};

/// An adoption that a step may begin on.
pub(super) struct Begun {
    pub actor: Actor,
    pub unit: Unit,
    pub adoption: Adoption,
    pub transition: &'static Row<Stage, Step>,
    pub hands: Vec<Hand>,
}

/// An adoption, and the unit that runs it.
pub(crate) async fn load(conn: &mut Conn, id: AdoptionId) -> Result<(Adoption, Unit), ActError> {
    let adoption = adoption::find(conn, id).await?.ok_or(ActError::NotFound)?;
    let unit = unit::find(conn, adoption.unit).await?.ok_or(ActError::NotFound)?;
    Ok((adoption, unit))
}

/// Whom an adoption concerns: the unit that runs it.
pub(crate) fn concern(adoption: &Adoption, unit: &Unit) -> Concern {
    let units = vec![(unit.id, unit.line)];
    Concern { stage: adoption.stage.code(), people: vec![], units }
}

/// Begins a step on an adoption whose version `read` the actor has seen.
pub(super) async fn begin(
    write: &mut Write,
    (account, id): (AccountId, AdoptionId),
    (step, read): (Step, i64),
) -> Result<Begun, ActError> {
    let (adoption, unit) = load(write.reads(), id).await?;
    let hands = hand::of_adoption(write.reads(), id).await?;
    let concern = concern(&adoption, &unit);
    let (actor, transition) = power::begin(
        write,
        account,
        (TRANSITIONS, &concern),
        (adoption.stage, step),
        (read, adoption.version),
    )
    .await?;
    Ok(Begun { actor, unit, adoption, transition, hands })
}
