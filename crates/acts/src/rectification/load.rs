//! Loads a rectification for a step, and says whom it concerns.

use crate::actor::Actor;
use crate::{ActError, power};
use qz_domain::id::{AccountId, RectificationId};
use qz_domain::matter::Hand;
use qz_domain::power::Concern;
use qz_domain::procedure::Row;
use qz_domain::rectification::{Rectification, Stage, Step, TRANSITIONS};
use qz_domain::spelled::Spelled;
use qz_domain::unit::Unit;
use qz_store::{Conn, Write, hand};

/// Whom a rectification concerns: for the unit's steps the unit alone, for the others the organ alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The unit that puts it right.
    Unit,
    /// The organ that ordered it.
    Organ,
    /// Both, to read it.
    Both,
}

impl Side {
    /// Whose a step is.
    pub fn of(step: Step) -> Self {
        if step.is_units() { Self::Unit } else { Self::Organ }
    }
}

/// A rectification with its two units.
pub(super) struct Loaded {
    pub rectification: Rectification,
    pub organ: Unit,
    pub unit: Unit,
}

/// A rectification on which a step may begin.
pub(super) struct Begun {
    pub actor: Actor,
    pub loaded: Loaded,
    pub transition: &'static Row<Stage, Step>,
    pub hands: Vec<Hand>,
}

pub(super) async fn load(conn: &mut Conn, id: RectificationId) -> Result<Loaded, ActError> {
    let found = qz_store::rectification::find(conn, id).await?;
    let (rectification, organ, unit) = found.ok_or(ActError::NotFound)?;
    Ok(Loaded { rectification, organ, unit })
}

/// Whom a rectification concerns.
pub(super) fn concern(stage: Stage, (organ, unit): (&Unit, &Unit), side: Side) -> Concern {
    let units = match side {
        Side::Unit => vec![unit],
        Side::Organ => vec![organ],
        Side::Both => vec![organ, unit],
    };
    let units = units.into_iter().map(|unit| (unit.id, unit.line)).collect();
    Concern { stage: stage.code(), people: vec![], units }
}

impl Loaded {
    pub fn concern(&self, side: Side) -> Concern {
        concern(self.rectification.stage, (&self.organ, &self.unit), side)
    }
}

/// Begins a step on a rectification whose version `read` the actor has seen.
pub(super) async fn begin(
    write: &mut Write,
    account: AccountId,
    id: RectificationId,
    (step, read): (Step, i64),
) -> Result<Begun, ActError> {
    let loaded = load(write.reads(), id).await?;
    let hands = hand::of_rectification(write.reads(), id).await?;
    let concern = loaded.concern(Side::of(step));
    let (actor, transition) = power::begin(
        write,
        account,
        (TRANSITIONS, &concern),
        (loaded.rectification.stage, step),
        (read, loaded.rectification.version),
    )
    .await?;
    Ok(Begun { actor, loaded, transition, hands })
}
