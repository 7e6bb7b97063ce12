//! Loads a visit for a step: what it is, whom it concerns, whether it is still what was read.

use crate::actor::Actor;
use crate::{ActError, power};
use qz_domain::id::{AccountId, UnitId, VisitId};
use qz_domain::power::Concern;
use qz_domain::procedure::Stepped;
use qz_domain::spelled::Spelled;
use qz_domain::unit::Unit;
use qz_domain::visit::{self, Step, Transition, Visit};
use qz_store::{Conn, Deed, Subject, Write};

/// A visit with its two units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Loaded {
    pub visit: Visit,
    pub organ: Unit,
    pub unit: Unit,
}

/// A visit that a step may begin on: the actor has the power, the order and the version are right.
pub(crate) struct Begun {
    pub actor: Actor,
    pub loaded: Loaded,
    pub transition: &'static Transition,
}

pub(crate) async fn load(conn: &mut Conn, id: VisitId) -> Result<Loaded, ActError> {
    let Some(visit) = qz_store::visit::find(conn, id).await? else {
        return Err(ActError::NotFound);
    };
    let (organ, unit) = units(conn, (visit.organ, visit.unit)).await?;
    Ok(Loaded { visit, organ, unit })
}

async fn units(conn: &mut Conn, ids: (UnitId, UnitId)) -> Result<(Unit, Unit), ActError> {
    match qz_store::unit::find_two(conn, ids).await? {
        (Some(organ), Some(unit)) => Ok((organ, unit)),
        _ => Err(ActError::NotFound),
    }
}

/// Whom a visit concerns. Only the visited unit may reply; reading concerns both.
pub(crate) fn concern(loaded: &Loaded, step: Option<Step>) -> Concern {
    let Loaded { visit, organ, unit } = loaded;
    let mut units = vec![(unit.id, unit.line)];
    if step != Some(Step::Reply) {
        units.push((organ.id, organ.line));
    }
    let people = visit.team.iter().map(|member| member.person).collect();
    Concern { stage: visit.stage.code(), people, units }
}

/// Begins a step on a visit whose version `read` the actor has seen.
pub(crate) async fn begin(
    write: &mut Write,
    account: AccountId,
    id: VisitId,
    step: Step,
    read: i64,
) -> Result<Begun, ActError> {
    let loaded = load(write.reads(), id).await?;
    let concern = concern(&loaded, Some(step));
    let (actor, transition) = power::begin(
        write,
        account,
        (visit::TRANSITIONS, &concern),
        (loaded.visit.stage, step),
        (read, loaded.visit.version),
    )
    .await?;
    Ok(Begun { actor, loaded, transition })
}

/// The record of a step.
pub(crate) fn deed(step: Step, visit: VisitId, actor: &Actor, remark: String) -> Deed {
    Deed {
        kind: step.action().code(),
        object: visit.object(),
        by: actor.person,
        recorded_by: Some(actor.account),
        paper: None,
        remark,
    }
}
