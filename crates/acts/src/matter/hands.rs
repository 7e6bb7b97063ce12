//! Passes those who do a step through the guards of its row: separation and recusal, for who acts,
//! for who keys it and for whom it is done alike.

use super::Doing;
use crate::ActError;
use jiff::civil::Date;
use qz_domain::id::{PersonId, UnitId};
use qz_domain::matter::{self, Concerned, Hand, Part};
use qz_domain::refusal::{Guard, Refusal};
use qz_domain::unit::Unit;
use qz_domain::visit::Inspector;
use qz_store::{Write, person, unit};

/// The matter in which somebody takes a part.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Setting<'a> {
    /// The part.
    pub part: Part,
    /// The guards of the step.
    pub guards: &'static [Guard],
    /// Everybody who had a part before.
    pub hands: &'a [Hand],
    /// The organ whose matter it is.
    pub organ: UnitId,
    /// The unit concerned.
    pub unit: &'a Unit,
    /// The person concerned, when it is one.
    pub subject: Option<PersonId>,
}

/// The hands that a step adds, once its guards are passed.
pub(crate) async fn screen(
    write: &mut Write,
    setting: Setting<'_>,
    doing: &Doing,
) -> Result<Vec<Hand>, ActError> {
    let people = inspectors(write, doing, doing.day).await?;
    let below = if setting.guards.contains(&Guard::Recusal) {
        unit::with_those_below(write.reads(), setting.unit.id).await?
    } else {
        vec![]
    };
    let acting: Vec<_> =
        people.iter().filter(|one| doing.by.contains(&one.person)).cloned().collect();
    for guard in setting.guards {
        match guard {
            Guard::TwoVerifiers => matter::must_be_two(&acting)?,
            Guard::Panel => matter::must_be_a_panel(&acting, setting.part)?,
            Guard::Separation => separated(&people, setting)?,
            Guard::Recusal => recused(&people, setting, &below)?,
            _ => {}
        }
    }
    Ok(doing.hands(setting.part))
}

/// As [`screen`], without the parts that somebody took before: none is noted twice.
pub(crate) async fn new_hands(
    write: &mut Write,
    setting: Setting<'_>,
    doing: &Doing,
) -> Result<Vec<Hand>, ActError> {
    Ok(unknown(screen(write, setting, doing).await?, setting.hands))
}

/// Those of the new hands that are not known yet.
pub(crate) fn unknown(mut new: Vec<Hand>, hands: &[Hand]) -> Vec<Hand> {
    let known =
        |new: &Hand| hands.iter().any(|had| (had.person, had.part) == (new.person, new.part));
    new.retain(|hand| !known(hand));
    new
}

/// Those who act, in order and as often as they are named, then who keys it, then for whom.
async fn inspectors(
    write: &mut Write,
    doing: &Doing,
    day: Date,
) -> Result<Vec<Inspector>, ActError> {
    let people: Vec<_> =
        doing.by.iter().chain(&doing.keyed_by).chain(&doing.on_behalf_of).copied().collect();
    Ok(person::inspectors_on(write.reads(), &people, day).await?)
}

fn separated(people: &[Inspector], setting: Setting<'_>) -> Result<(), ActError> {
    for one in people {
        matter::separate((one.person, &one.name), setting.part, setting.hands)?;
    }
    Ok(())
}

fn recused(people: &[Inspector], setting: Setting<'_>, below: &[UnitId]) -> Result<(), ActError> {
    let unit = (setting.unit.id, setting.unit.name.as_str());
    let concerned = Concerned { organ: setting.organ, unit, below, subject: setting.subject };
    for one in people {
        matter::recuse(one, concerned)?;
    }
    Ok(())
}

/// Refuses everybody of a unit and of those below it, whether they do it, key it or are acted for.
pub(crate) async fn must_be_outside(
    write: &mut Write,
    unit: &Unit,
    doing: &Doing,
) -> Result<(), ActError> {
    let below = unit::with_those_below(write.reads(), unit.id).await?;
    let people = inspectors(write, doing, doing.day).await?;
    match people.iter().find(|one| one.units.iter().any(|own| below.contains(own))) {
        Some(one) => {
            let (person, unit) = (one.name.clone(), unit.name.clone());
            Err(Refusal::BelongsToUnit { person, unit }.into())
        }
        None => Ok(()),
    }
}
