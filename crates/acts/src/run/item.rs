//! The item that a unit owes for an element in a cycle.

use super::{Scheme, bound};
use crate::{ActError, calendar};
use jiff::civil::Date;
use qz_domain::id::UnitId;
use qz_engine::run::{Owed, Turn, turns};
use qz_store::Conn;

/// The turn of an element whose cycle begins on a day, where the unit owes something for it.
///
/// # Errors
/// Not found where nothing is owed.
pub(crate) async fn owed_item<'a>(
    conn: &mut Conn,
    scheme: &'a Scheme,
    (element, first, unit): (&str, Date, UnitId),
) -> Result<Turn<'a>, ActError> {
    let calendar = calendar::known(conn).await?;
    let all = turns(&scheme.mechanism, &scheme.reign, (first, first), &calendar);
    let is_it = |turn: &Turn<'_>| turn.element.title() == element && turn.cycle.0 == first;
    let turn = all.into_iter().find(is_it).ok_or(ActError::NotFound)?;
    let owes = match turn.owed {
        Owed::ByEach => bound(conn, scheme).await?.iter().any(|one| one.id == unit),
        Owed::ByRunner => scheme.unit.id == unit,
        Owed::ByNobody => false,
    };
    if owes { Ok(turn) } else { Err(ActError::NotFound) }
}
