//! Loads a finding for a step: what it is, whom it concerns, whose hands it went through.

use crate::actor::Actor;
use crate::{ActError, power};
use qz_domain::finding::{Finding, Step, TRANSITIONS};
use qz_domain::id::{AccountId, FindingId};
use qz_domain::matter::Hand;
use qz_domain::power::Concern;
use qz_domain::procedure::Row;
use qz_domain::spelled::Spelled;
use qz_domain::unit::Unit;
use qz_store::{Conn, Write, hand};

/// A finding with its two units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Loaded {
    pub finding: Finding,
    pub organ: Unit,
    pub unit: Unit,
}

/// A finding that a step may begin on.
pub(super) struct Begun {
    pub actor: Actor,
    pub loaded: Loaded,
    pub transition: &'static Row<qz_domain::finding::Stage, Step>,
    pub hands: Vec<Hand>,
}

pub(crate) async fn load(conn: &mut Conn, id: FindingId) -> Result<Loaded, ActError> {
    let found = qz_store::finding::around::find(conn, id).await?;
    let (finding, organ, unit) = found.ok_or(ActError::NotFound)?;
    Ok(Loaded { finding, organ, unit })
}

/// Whom a finding concerns: those who had a part in it, and the organ that looks into it. The unit
/// it is about learns of it by its notice.
pub(crate) fn concern(loaded: &Loaded, hands: &[Hand]) -> Concern {
    let Loaded { finding, organ, .. } = loaded;
    let people = hands.iter().map(|hand| hand.person).collect();
    Concern { stage: finding.stage.code(), people, units: vec![(organ.id, organ.line)] }
}

/// Begins a step on a finding whose version `read` the actor has seen.
pub(super) async fn begin(
    write: &mut Write,
    account: AccountId,
    id: FindingId,
    (step, read): (Step, i64),
) -> Result<Begun, ActError> {
    let loaded = load(write.reads(), id).await?;
    let hands = hand::of_finding(write.reads(), id).await?;
    let concern = concern(&loaded, &hands);
    let (actor, transition) = power::begin(
        write,
        account,
        (TRANSITIONS, &concern),
        (loaded.finding.stage, step),
        (read, loaded.finding.version),
    )
    .await?;
    Ok(Begun { actor, loaded, transition, hands })
}
