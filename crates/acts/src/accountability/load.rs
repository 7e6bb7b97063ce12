//! Loads an accountability for a step: what it is, whom it concerns, whose hands it went through.

use crate::actor::Actor;
use crate::{ActError, power};
use qz_domain::accountability::{Answerable, Stage, Step, TRANSITIONS};
use qz_domain::id::{AccountId, AccountabilityId};
use qz_domain::matter::Hand;
use qz_domain::power::Concern;
use qz_domain::procedure::{Row, Stepped};
use qz_domain::refusal::Refusal;
use qz_domain::spelled::Spelled;
pub(crate) use qz_store::accountability::Around as Loaded;
use qz_store::{Conn, Write, hand};

/// An accountability that a step may begin on.
pub(super) struct Begun {
    pub actor: Actor,
    pub loaded: Loaded,
    pub transition: &'static Row<Stage, Step>,
    /// Of the whole finding, the other subjects included.
    pub hands: Vec<Hand>,
}

pub(crate) async fn load(conn: &mut Conn, id: AccountabilityId) -> Result<Loaded, ActError> {
    qz_store::accountability::find_around(conn, id).await?.ok_or(ActError::NotFound)
}

/// Whom it concerns: the subject and the organ that decides. A person's own unit learns of a
/// decision when it is served, not before.
pub(crate) fn concern(loaded: &Loaded) -> Concern {
    let Loaded { row, organ, unit, .. } = loaded;
    let mut units = vec![(organ.id, organ.line)];
    let mut people = vec![];
    match row.subject {
        Answerable::Unit => units.push((unit.id, unit.line)),
        Answerable::Person { person, .. } => people.push(person),
    }
    Concern { stage: row.stage.code(), people, units }
}

/// Whom a step concerns: only the subject makes a statement, only the organ does the rest.
pub(crate) fn concern_of_step(loaded: &Loaded, step: Step) -> Concern {
    let Loaded { row, organ, unit, .. } = loaded;
    let stage = row.stage.code();
    match (step, row.subject) {
        (Step::Answer, Answerable::Unit) => {
            Concern { stage, people: vec![], units: vec![(unit.id, unit.line)] }
        }
        (Step::Answer, Answerable::Person { person, .. }) => {
            Concern { stage, people: vec![person], units: vec![] }
        }
        _ => Concern { stage, people: vec![], units: vec![(organ.id, organ.line)] },
    }
}

/// Begins a step on an accountability whose version `read` the actor has seen.
pub(super) async fn begin(
    write: &mut Write,
    account: AccountId,
    id: AccountabilityId,
    (step, read): (Step, i64),
) -> Result<Begun, ActError> {
    let loaded = load(write.reads(), id).await?;
    let hands = hand::of_finding(write.reads(), loaded.row.finding).await?;
    let forbidden = ActError::Forbidden(step.action());
    let concern = concern_of_step(&loaded, step);
    let asked = (step.action(), &concern);
    let actor = power::acting(write, account, asked).await?.ok_or(forbidden)?;
    let transition = power::lawful(&actor, &concern, TRANSITIONS, (loaded.row.stage, step))?;
    let now = loaded.row.version;
    if now != read {
        return Err(Refusal::StaleVersion { read, now }.into());
    }
    Ok(Begun { actor, loaded, transition, hands })
}
