//! Whom a day of attendance concerns: the person, and the units that answer for the day.

use crate::actor::Actor;
use crate::{ActError, power};
use qz_domain::action::Action;
use qz_domain::id::{PersonId, UnitId};
use qz_domain::power::Concern;
use qz_domain::unit::{Line, Unit};
use qz_store::unit::answering;
use qz_store::{Conn, unit};
use std::collections::{BTreeMap, BTreeSet};

/// Of a person whose day a unit answers for.
pub(super) async fn of_person(
    conn: &mut Conn,
    (person, unit): (PersonId, UnitId),
) -> Result<Concern, ActError> {
    let people = vec![person];
    Ok(Concern { stage: "", people, units: answering::of(conn, unit).await? })
}

/// Of a unit as a whole.
pub(super) async fn of_unit(conn: &mut Conn, unit: UnitId) -> Result<Concern, ActError> {
    Ok(Concern { stage: "", people: vec![], units: answering::of(conn, unit).await? })
}

/// Every unit with those that answer for it: for lists.
pub(super) struct Answering {
    units: BTreeMap<UnitId, (Line, Option<UnitId>)>,
    headed: BTreeSet<UnitId>,
}

impl Answering {
    pub async fn load(conn: &mut Conn, units: &[Unit]) -> Result<Self, ActError> {
        let units = units.iter().map(|unit| (unit.id, (unit.line, unit.parent))).collect();
        Ok(Self { units, headed: answering::headed(conn).await?.into_iter().collect() })
    }

    /// What concerns a unit and, where it is somebody's, that person.
    pub fn of(&self, people: Vec<PersonId>, unit: UnitId) -> Concern {
        let mut units = vec![];
        let mut next = Some(unit);
        while let Some(id) = next {
            let Some((line, parent)) = self.units.get(&id) else { break };
            units.push((id, *line));
            next = parent.filter(|_| !self.headed.contains(&id));
        }
        Concern { stage: "", people, units }
    }
}

/// The unit, where the actor may do that to it, and what it is to them.
pub(super) async fn must_reach(
    conn: &mut Conn,
    (actor, action): (&Actor, Action),
    id: UnitId,
) -> Result<(Unit, Concern), ActError> {
    let unit = unit::find(conn, id).await?.ok_or(ActError::NotFound)?;
    let concern = of_unit(conn, id).await?;
    if power::may(actor, action, &concern) {
        return Ok((unit, concern));
    }
    Err(ActError::Forbidden(action))
}
