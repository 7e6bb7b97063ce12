//! Loads an accountability for a step: what it is, whom it concerns, whose hands it went through.

use crate::actor::Actor;
use crate::{ActError, power};
use qz_domain::accountability::{Answerable, Stage, Step, TRANSITIONS};
use qz_domain::action::Action;
use qz_domain::id::{AccountId, AccountabilityId};
use qz_domain::matter::{Hand, MatterRefusal};
use qz_domain::power::Concern;
use qz_domain::procedure::Row;
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
    let found = qz_store::accountability::find_around(conn, id).await?;
    found.filter(|around| !around.row.is_erased()).ok_or(ActError::NotFound)
}

/// Whom it concerns: the subject, the organ that decides, and the one that its review was handed over to. A
/// person's own unit learns of a decision when it is served, not before; what they were cleared of is theirs alone.
pub(crate) fn concern(loaded: &Loaded) -> Concern {
    let mut concern = concern_of_subject(loaded);
    if loaded.row.stage != Stage::Cleared {
        concern.units.push((loaded.organ.id, loaded.organ.line));
        concern.units.extend(loaded.reviewer);
    }
    concern
}

fn concern_of_subject(loaded: &Loaded) -> Concern {
    let Loaded { row, unit, .. } = loaded;
    let (people, units) = match row.subject {
        Answerable::Unit => (vec![], vec![(unit.id, unit.line)]),
        Answerable::Person { person, .. } => (vec![person], vec![]),
    };
    Concern { stage: row.stage.code(), people, units }
}

/// Whether an actor may read one. What came to nothing is its subject's alone, and until they are
/// cleared of it also that of whoever may do that.
pub(super) fn may_read(actor: &Actor, loaded: &Loaded) -> bool {
    let read = Action::AccountabilityRead;
    if loaded.unfounded_on.is_none() {
        return power::may(actor, read, &concern(loaded));
    }
    let clearing = concern_of_step(loaded, Step::Clear);
    power::may(actor, read, &concern_of_subject(loaded))
        || power::may(actor, Action::NameClear, &clearing)
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

/// Of what is unfounded the subject is cleared, and nothing else is done; of what is not, nobody is
/// cleared.
fn must_fit_the_finding(loaded: &Loaded, step: Step) -> Result<(), ActError> {
    let refusal = match (loaded.unfounded_on, step) {
        (None, Step::Clear) => MatterRefusal::NotUnfounded,
        (None, _) | (Some(_), Step::Clear) => return Ok(()),
        (Some(_), _) => MatterRefusal::CameToNothing,
    };
    Err(Refusal::from(refusal).into())
}

/// Whether a step fits what became of the finding.
pub(super) fn fits_the_finding(loaded: &Loaded, step: Step) -> bool {
    must_fit_the_finding(loaded, step).is_ok()
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
    let concern = concern_of_step(&loaded, step);
    let (actor, transition) = power::begin(
        write,
        account,
        (TRANSITIONS, &concern),
        (loaded.row.stage, step),
        (read, loaded.row.version),
    )
    .await?;
    must_fit_the_finding(&loaded, step)?;
    Ok(Begun { actor, loaded, transition, hands })
}
