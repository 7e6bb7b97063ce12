//! Whether somebody answers by the chain: before a notice, and before a decision.

use crate::ActError;
use jiff::civil::Date;
use qz_domain::accountability::{Accountability, Stage};
use qz_domain::id::PersonId;
use qz_domain::law::Law;
use qz_domain::liability::Place;
use qz_domain::refusal::Refusal;
use qz_store::liability::{Held, beside};
use qz_store::{Conn, Write, person};

/// Whether the law of a day asks for a chain before a second person answers for one finding.
fn is_asked_for(day: Date) -> bool {
    Law::shipped().on(day).requirement("chain").is_some()
}

/// Refuses a notice to somebody whom the chain takes out; and, since the law asks for one, to a second person
/// who is no link at fault. `others` rest on the same finding.
pub(crate) async fn must_answer(
    write: &mut Write,
    row: &Accountability,
    (others, place): (&[Held], Place),
) -> Result<(), ActError> {
    let Some(person) = row.person() else { return Ok(()) };
    let is_other = |other: &Held| {
        let is_someone = other.person.is_some_and(|other| other != person);
        is_someone && !matches!(other.stage, Stage::Dropped | Stage::Cleared)
    };
    let is_second = place.version > 0 || others.iter().any(is_other);
    let is_asked_for = is_second && is_asked_for(row.noticed_on);
    held(write.reads(), (place, person), is_asked_for).await
}

/// Refuses a decision on somebody whom a chain took out after they were given notice: nothing is left to decide but
/// that nothing follows.
pub(crate) async fn must_not_be_exculpated(
    write: &mut Write,
    row: &Accountability,
) -> Result<(), ActError> {
    let Some(person) = row.person() else { return Ok(()) };
    let (_, place) = beside(write.reads(), (row.finding, Some(person))).await?;
    held(write.reads(), (place, person), false).await
}

async fn held(
    conn: &mut Conn,
    (place, person): (Place, PersonId),
    is_asked_for: bool,
) -> Result<(), ActError> {
    let Err(refusal) = place.must_answer("", is_asked_for) else { return Ok(()) };
    // The name is read only where it is said.
    let name = person::find(conn, person).await?.map(|found| found.name).unwrap_or_default();
    place.must_answer(&name, is_asked_for).map_err(|_| ActError::Refused(Refusal::from(refusal)))
}
