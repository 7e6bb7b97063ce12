//! Who may hold a key (回避): nobody with a tie to the unit the finding is about or to one of its subjects.

use crate::ActError;
use crate::actor::Actor;
use crate::finding;
use crate::matter::Doing;
use qz_domain::id::UnitId;
use qz_domain::matter::{Concerned, recuse};
use qz_domain::refusal::Refusal;
use qz_domain::role::Role;
use qz_domain::visit::Inspector;
use qz_store::{Write, accountability, person, unit};

/// No organ is excepted: whoever belongs to the unit holds no second key, even where it is the organ itself.
pub(super) const NO_ORGAN: UnitId = UnitId(0);

/// Those who do it, key it or are acted for, once none of them has a tie. To belong to `organ` is none.
pub(crate) async fn must_have_no_tie(
    write: &mut Write,
    around: &finding::Loaded,
    (actor, doing, organ): (&Actor, &Doing, UnitId),
) -> Result<Vec<Inspector>, ActError> {
    let (about, name) = (around.unit.id, around.unit.name.as_str());
    let people: Vec<_> =
        doing.by.iter().chain(&doing.keyed_by).chain(&doing.on_behalf_of).copied().collect();
    let people = person::inspectors_on(write.reads(), &people, doing.day).await?;
    let below = unit::with_those_below(write.reads(), about).await?;
    for one in &people {
        recuse(one, Concerned { organ, unit: (about, name), below: &below, subject: None })?;
    }
    must_not_speak_for(actor, (&below, organ), (&people, name))?;
    for held in accountability::of_finding(write.reads(), around.finding.id).await? {
        let below = [held.unit];
        let of = |name| Concerned {
            organ,
            unit: (held.unit, name),
            below: &below,
            subject: held.person(),
        };
        if let Some(one) = people.iter().find(|one| recuse(one, of("")).is_err()) {
            let found = unit::find(write.reads(), held.unit).await?.ok_or(ActError::NotFound)?;
            recuse(one, of(&found.name))?;
        }
    }
    Ok(people)
}

/// Refuses an account that speaks for the unit, wherever its owner is posted.
fn must_not_speak_for(
    actor: &Actor,
    (below, organ): (&[UnitId], UnitId),
    (people, unit): (&[Inspector], &str),
) -> Result<(), Refusal> {
    let speaks = actor.grants.iter().any(|grant| {
        Role::SPEAKERS.contains(&grant.role) && grant.unit != organ && below.contains(&grant.unit)
    });
    match people.first().filter(|_| speaks) {
        Some(one) => {
            Err(Refusal::BelongsToUnit { person: one.name.clone(), unit: unit.to_owned() })
        }
        None => Ok(()),
    }
}
