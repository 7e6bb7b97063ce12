//! The team: read from what a person wrote, and passed through the guards.

use super::load::Loaded;
use crate::ActError;
use crate::person::named_people;
use jiff::civil::Date;
use qz_domain::id::PersonId;
use qz_domain::refusal::Refusal;
use qz_domain::visit::{self, Transition};
use qz_store::Write;
use qz_store::person;

/// The people somebody named as a team, in order.
pub(crate) async fn named(write: &mut Write, given: &[String]) -> Result<Vec<PersonId>, ActError> {
    let people = named_people(write, "team", given).await?;
    for (at, one) in people.iter().enumerate() {
        if people[..at].iter().any(|other| other.id == one.id) {
            return Err(Refusal::SameInspectorTwice { person: one.name.clone() }.into());
        }
    }
    Ok(people.into_iter().map(|person| person.id).collect())
}

/// Passes a team through the guards of a transition. Whoever keys it without being on the team
/// (`recorder`) must be free of ties to the unit too.
pub(crate) async fn screen(
    write: &mut Write,
    transition: &Transition,
    loaded: &Loaded,
    (recorder, day): (Option<PersonId>, Date),
) -> Result<(), ActError> {
    let Loaded { visit, organ, unit } = loaded;
    let mut people: Vec<_> = visit.team.iter().map(|member| member.person).collect();
    people.extend(recorder.filter(|recorder| !visit.has_on_team(*recorder)));
    let people = person::inspectors_on(write.reads(), &people, day).await?;
    let (team, recorder): (Vec<_>, Vec<_>) =
        people.into_iter().partition(|one| visit.has_on_team(one.person));
    let below = qz_store::unit::with_those_below(write.reads(), unit.id).await?;
    let visited = (unit.id, unit.name.as_str());
    let people = (team.as_slice(), recorder.first());
    Ok(visit::screen(transition.guards, people, organ.id, visited, &below, day)?)
}
