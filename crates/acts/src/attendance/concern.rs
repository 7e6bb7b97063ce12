//! Whom a day of attendance concerns: the person, and the unit that answers for the day.

use crate::{ActError, power};
use qz_domain::action::Action;
use qz_domain::id::{AccountId, PersonId, UnitId};
use qz_domain::power::Concern;
use qz_domain::unit::Unit;
use qz_store::{Conn, unit};

/// Of a person in a unit.
pub(super) fn of_person(person: PersonId, unit: &Unit) -> Concern {
    Concern { stage: "", people: vec![person], units: vec![(unit.id, unit.line)] }
}

/// Of a unit as a whole.
pub(super) fn of_unit(unit: &Unit) -> Concern {
    Concern { stage: "", people: vec![], units: vec![(unit.id, unit.line)] }
}

/// The unit, where the account may do that to it.
pub(super) async fn must_reach(
    conn: &mut Conn,
    (account, action): (AccountId, Action),
    id: UnitId,
) -> Result<Unit, ActError> {
    let unit = unit::find(conn, id).await?.ok_or(ActError::NotFound)?;
    let actor = power::actor(conn, account).await?.ok_or(ActError::Forbidden(action))?;
    if power::may(&actor, action, &of_unit(&unit)) {
        return Ok(unit);
    }
    Err(ActError::Forbidden(action))
}
