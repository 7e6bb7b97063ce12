//! What the steps of a roster begin with: the unit, the posts, its people.

use super::hours;
use crate::ActError;
use jiff::civil::{Date, DateTime};
use qz_domain::id::{DutyPostId, PersonId, RosterId, UnitId};
use qz_domain::power::Concern;
use qz_domain::refusal::Refusal;
use qz_domain::roster::{DutyPost, Roster, RosterRefusal};
use qz_domain::unit::Unit;
use qz_mechanism::attendance::RuleBook;
use qz_store::attendance::Who;
use qz_store::attendance::post::{Holder, holders};
use qz_store::{Conn, roster, unit};

pub(super) fn refused(refusal: RosterRefusal) -> ActError {
    Refusal::from(refusal).into()
}

/// Whom the roster of a unit concerns.
pub(super) fn concern(unit: &Unit) -> Concern {
    Concern { stage: "", people: vec![], units: vec![(unit.id, unit.line)] }
}

/// A roster with its unit.
pub(super) async fn load(conn: &mut Conn, id: RosterId) -> Result<(Roster, Unit), ActError> {
    let roster = roster::find(conn, id).await?.ok_or(ActError::NotFound)?;
    let unit = unit::find(conn, roster.unit).await?.ok_or(ActError::NotFound)?;
    Ok((roster, unit))
}

/// When a turn begins.
pub(super) fn begins(
    (posts, book): (&[DutyPost], &RuleBook),
    (post, day): (DutyPostId, Date),
) -> DateTime {
    let rule = posts.iter().find(|one| one.id == post).map_or("", |one| one.rule.as_str());
    hours::span(book, rule, day).0
}

/// The people of a unit in a stretch.
pub(super) async fn people(
    conn: &mut Conn,
    unit: UnitId,
    stretch: (Date, Date),
) -> Result<Vec<Holder>, ActError> {
    Ok(holders(conn, Who::Unit(unit), stretch).await?)
}

/// Whether somebody has a post in a unit on a day.
pub(super) fn is_of(one: &Holder, unit: UnitId, day: Date) -> bool {
    one.held.iter().any(|post| post.unit == unit && post.holds_on(day))
}

/// The name of somebody among the people of a unit; a dash for whoever is none of them any more.
pub(super) fn name_of(people: &[Holder], person: PersonId) -> String {
    let found = people.iter().find(|one| one.person == person);
    found.map_or_else(|| "—".to_owned(), |one| one.name.clone())
}
