//! Who may not vote on which matter (回避), by the very guards of a panel and in their words.

use crate::accountability::{Loaded, deciding};
use qz_domain::id::{PersonId, UnitId};
use qz_domain::matter::{self, Concerned, Hand};
use qz_domain::refusal::Refusal;
use qz_domain::visit::Inspector;
use qz_store::meeting::bar::Bars;

/// What keeps somebody from a matter; `None` for whoever is free.
pub(super) fn barred(bars: &Bars, person: PersonId, about: &Loaded) -> Option<Refusal> {
    let one = bars.people.iter().find(|one| one.person == person)?;
    let of_matter = bars.hands.iter().filter(|(id, _)| *id == about.row.id);
    let hands: Vec<Hand> = of_matter.map(|(_, hand)| *hand).collect();
    let apart = matter::separate((person, &one.name), deciding(about), &hands);
    apart.and_then(|()| tied(bars, one, about)).err()
}

/// Whether somebody is the subject, or of the unit concerned: they learn what was decided when it is served, and never
/// who voted how.
pub(super) fn is_kept_from(bars: &Bars, person: PersonId, about: &Loaded) -> bool {
    let Some(one) = bars.people.iter().find(|one| one.person == person) else { return false };
    let alone = Inspector { kin: vec![], ..one.clone() };
    tied(bars, &alone, about).is_err()
}

fn tied(bars: &Bars, one: &Inspector, about: &Loaded) -> Result<(), Refusal> {
    let unit = (about.unit.id, about.unit.name.as_str());
    let under = bars.below.iter().filter(|(root, _)| *root == about.unit.id);
    let below: Vec<UnitId> = under.map(|(_, unit)| *unit).collect();
    let (organ, subject) = (about.organ.id, about.row.person());
    matter::recuse(one, Concerned { organ, unit, below: &below, subject })
}

/// Those who might be called besides: of the organ, not there, and free.
pub(super) fn others<'a>(
    bars: &'a Bars,
    there: &'a [PersonId],
    about: &'a Loaded,
) -> impl Iterator<Item = &'a Inspector> {
    let of_organ = |one: &&Inspector| one.units.contains(&about.organ.id);
    let is_free = |one: &&Inspector| barred(bars, one.person, about).is_none();
    let elsewhere = bars.people.iter().filter(|one| !there.contains(&one.person));
    elsewhere.filter(of_organ).filter(is_free)
}
