//! File for an item that something opened (答复): an entry of a register, by somebody else where it is a task; what was asked
//! about a prompt, by whoever it asks.

use super::load::{filled, recorded};
use super::{Filed, FilingForm, Reader, form};
use crate::actor::Actor;
use crate::run::{Opening, Scheme, openings, standing};
use crate::{ActError, calendar, matter, power};
use qz_domain::action::Action;
use qz_domain::field::{Fault, FieldError};
use qz_domain::filing::{Filing, FilingRefusal};
use qz_domain::id::{AccountId, AdoptionId, FilingId, PersonId};
use qz_domain::power::Concern;
use qz_domain::refusal::Refusal;
use qz_mechanism::event::is_for_another;
use qz_store::{Subject, Write, filing, person, prompt, unit};

/// Files in answer to what a form names.
pub(super) async fn answer(
    write: &mut Write,
    account: AccountId,
    (adoption, form): (AdoptionId, &FilingForm),
) -> Result<Filed, ActError> {
    let scheme = Scheme::load(write.reads(), adoption).await?;
    let id = number_of(&form.answers)?.ok_or(ActError::NotFound)?;
    let opener = filing::find(write.reads(), id).await?;
    let opener = opener.filter(|one| one.adoption == adoption).ok_or(ActError::NotFound)?;
    let cycle = (opener.cycle, opener.cycle);
    let dealt = prompt::of_adoption(write.reads(), adoption, cycle).await?;
    let opener = standing(vec![opener], &dealt).pop().ok_or(ActError::NotFound)?;
    let calendar = calendar::known(write.reads()).await?;
    let all = openings(&scheme, std::slice::from_ref(&opener), &calendar);
    let mut all = all.into_iter();
    let opening = all.find(|one| one.turn.element.title() == form.element);
    let opening = opening.ok_or(ActError::NotFound)?;
    let of = unit::find(write.reads(), opener.unit).await?.ok_or(ActError::NotFound)?;
    let own = Concern::of_unit(of.id, of.line);
    let action = if opener.asked.is_some() { Action::EntryMake } else { Action::FilingMake };
    let actor = power::require(write, account, action, &own).await?;
    let reader = Reader::of(write.reads(), &actor).await?;
    if !opening.is_seen(&reader, &scheme, &own) {
        return Err(ActError::NotFound);
    }
    let doing = matter::alone(write, &actor, &form.paper, Some(opener.filed_on)).await?;
    let by = doing.by.first().copied().ok_or(ActError::NotFound)?;
    must_be_theirs(write, &opening, (by, &actor)).await?;
    let element = opening.turn.element;
    let before = filing::answers(write.reads(), id).await?;
    if let Some(one) = before.iter().find(|one| one.element == element.title()) {
        return Err(Refusal::from(FilingRefusal::FiledBefore { day: one.filed_on }).into());
    }
    let fields = form::read(write.reads(), element, &form.fields).await?;
    let made = Filing {
        id: FilingId(write.next_id()),
        fields,
        answers: Some(id),
        asked: opener.asked,
        ..filled((&scheme, element), (of.id, opener.cycle), (by, doing.day))
    };
    filing::insert(write, &made).await?;
    let deed = doing.act(action, made.id.object(), &actor);
    write.record(recorded(&scheme, element, deed)).await?;
    Ok(Filed { filing: made.id })
}

/// What is answered, by its number in the store; none where nothing is given.
pub(super) fn number_of(given: &str) -> Result<Option<FilingId>, FieldError> {
    let text = given.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let unknown = || FieldError::new("answers", Fault::Unknown(text.to_owned()));
    text.parse().map(|id| Some(FilingId(id))).map_err(|_| unknown())
}

/// Whoever wrote an entry does not do the task it opens, nor keys it; what one person is asked that person answers.
async fn must_be_theirs(
    write: &mut Write,
    opening: &Opening<'_>,
    (by, actor): (PersonId, &Actor),
) -> Result<(), ActError> {
    let has_part = |person: PersonId| by == person || actor.person == Some(person);
    if let Some(asked) = opening.opener.asked.filter(|asked| *asked != by) {
        let person = name(write, asked).await?;
        return Err(Refusal::from(FilingRefusal::AsksAnother { person }).into());
    }
    if is_for_another(opening.turn.element) && has_part(opening.opener.by) {
        let person = name(write, opening.opener.by).await?;
        return Err(Refusal::from(FilingRefusal::OwnEntry { person }).into());
    }
    Ok(())
}

async fn name(write: &mut Write, id: PersonId) -> Result<String, ActError> {
    Ok(person::find(write.reads(), id).await?.map(|found| found.name).unwrap_or_default())
}
