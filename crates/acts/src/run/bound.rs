//! Which units a scheme binds.

use super::Scheme;
use crate::ActError;
use qz_domain::adoption::Covers;
use qz_domain::id::UnitId;
use qz_domain::unit::Unit;
use qz_store::{Conn, unit};

/// The units that a scheme binds, by code: its own, and those below it where it covers them.
pub(crate) async fn bound(conn: &mut Conn, scheme: &Scheme) -> Result<Vec<Unit>, ActError> {
    let numbers: Vec<UnitId> = match scheme.adoption.covers {
        Covers::Alone => return Ok(vec![scheme.unit.clone()]),
        Covers::Below => unit::with_those_below(conn, scheme.unit.id).await?,
    };
    let all = unit::all(conn).await?.into_iter();
    Ok(all.filter(|unit| numbers.contains(&unit.id)).collect())
}
