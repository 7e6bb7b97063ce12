//! Whose words a statement on paper is (谁在陈述): a person's own, or those of a representative; a unit's
//! through one of its people, its head or its liaison. Nobody who handles the matter speaks for its
//! subject. Ground: 政务处分法 43 (G3).

use super::doing::{Doing, PaperForm, read};
use crate::ActError;
use crate::actor::Actor;
use crate::person::named_person;
use crate::stand_in;
use jiff::civil::Date;
use qz_domain::field::{Fault, FieldError};
use qz_domain::id::PersonId;
use qz_domain::matter::{Hand, MatterRefusal};
use qz_domain::person::Person;
use qz_domain::rectification::RectificationRefusal;
use qz_domain::refusal::Refusal;
use qz_domain::unit::Unit;
use qz_store::{Write, account, person};

/// Whose statement is taken down.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Heard<'a> {
    /// The unit.
    pub unit: &'a Unit,
    /// The person, unless it is the unit itself.
    pub subject: Option<PersonId>,
    /// Everybody who had a part in the matter.
    pub hands: &'a [Hand],
    /// The day of the notice that is answered.
    pub noticed_on: Date,
}

/// What somebody concerned said, keyed from its paper. `by` is who spoke; empty is the person.
pub(crate) async fn said_by(
    write: &mut Write,
    actor: &Actor,
    form: &PaperForm,
    heard: Heard<'_>,
) -> Result<Doing, ActError> {
    let (day, paper) = read(form, write, Some(heard.noticed_on))?;
    if paper.is_none() {
        return Err(FieldError::new("paper_number", Fault::Missing).into());
    }
    let by = match heard.subject {
        Some(subject) if form.by.trim().is_empty() => subject,
        _ => {
            let speaker = named_person(write.reads(), "by", &form.by).await?;
            must_be_free(write, actor, (&speaker, heard)).await?;
            must_belong(write, (&speaker, heard), day).await?;
            speaker.id
        }
    };
    let (by, keyed_by) = (vec![by], actor.person);
    let on_behalf_of = stand_in::leader_of(write, actor, (&by, day)).await?;
    Ok(Doing { day, paper, by, keyed_by, on_behalf_of })
}

/// Whoever speaks for somebody else neither handled the matter nor keys it.
async fn must_be_free(
    write: &mut Write,
    actor: &Actor,
    (speaker, heard): (&Person, Heard<'_>),
) -> Result<(), ActError> {
    let handled = heard.hands.iter().any(|hand| hand.person == speaker.id);
    if heard.subject == Some(speaker.id) || !(handled || actor.person == Some(speaker.id)) {
        return Ok(());
    }
    let subject = match heard.subject {
        Some(id) => person::find(write.reads(), id).await?.map(|person| person.name),
        None => Some(heard.unit.name.clone()),
    };
    let (person, subject) = (speaker.name.clone(), subject.unwrap_or_default());
    Err(Refusal::from(MatterRefusal::SpeaksForSubject { person, subject }).into())
}

/// Whoever speaks for a unit holds a post in it on that day, heads it, or is its liaison.
async fn must_belong(
    write: &mut Write,
    (speaker, heard): (&Person, Heard<'_>),
    day: Date,
) -> Result<(), ActError> {
    let unit = heard.unit;
    if heard.subject.is_some() {
        return Ok(());
    }
    let standing = person::inspectors_on(write.reads(), &[speaker.id], day).await?;
    if standing.iter().any(|one| one.units.contains(&unit.id))
        || account::speaks_for(write.reads(), speaker.id, unit.id).await?
    {
        return Ok(());
    }
    let (person, unit) = (speaker.name.clone(), unit.name.clone());
    Err(Refusal::from(MatterRefusal::NotOfUnit { person, unit, day }).into())
}

/// Whoever is said on a paper to have spoken for a unit is its head or its liaison; who does it themselves
/// holds the power for that unit.
pub(crate) async fn must_speak(
    write: &mut Write,
    actor: &Actor,
    (unit, doing): (&Unit, &Doing),
) -> Result<(), ActError> {
    for speaker in doing.by.iter().filter(|one| Some(**one) != actor.person) {
        if !account::speaks_for(write.reads(), *speaker, unit.id).await? {
            let found = person::find(write.reads(), *speaker).await?;
            let person = found.map(|person| person.name).unwrap_or_default();
            let unit = unit.name.clone();
            return Err(Refusal::from(RectificationRefusal::NotSpeaker { person, unit }).into());
        }
    }
    Ok(())
}
