//! Who did a step and when: at the screen, now and by whoever is signed in; or on paper, by whom
//! and on the day the paper says, keyed by whoever is signed in.

use crate::ActError;
use crate::actor::Actor;
use crate::person::{named_people, named_person};
use crate::stand_in;
use jiff::civil::Date;
use qz_domain::action::Action;
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::id::PersonId;
use qz_domain::instant;
use qz_domain::matter::{Hand, MatterRefusal, Part};
use qz_domain::paper::Paper;
use qz_domain::procedure::Stepped;
use qz_domain::spelled::Spelled;
use qz_store::{Deed, ObjectRef, Write};

/// The most characters of a paper's number.
const NUMBER_MOST: usize = 40;

/// The paper a step was done on; empty when it is done at the screen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PaperForm {
    /// The number printed on it.
    pub number: String,
    /// The day on it.
    pub day: String,
    /// Who did it, by work number or name; empty means whoever keys it.
    pub by: String,
    /// SHA-256 of the scan; may be empty.
    pub hash: String,
}

/// A step as it was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Doing {
    /// The day it counts for.
    pub day: Date,
    /// The paper, when it was done on one.
    pub paper: Option<Paper>,
    /// Who did it, the first one answering for it.
    pub by: Vec<PersonId>,
    /// Who only keyed it.
    pub keyed_by: Option<PersonId>,
    /// For whom it is done, when the one it is for is away.
    pub on_behalf_of: Option<PersonId>,
}

impl Doing {
    /// The record of the step.
    pub fn deed(&self, step: impl Stepped, object: ObjectRef, actor: &Actor) -> Deed {
        self.act(step.action(), object, actor)
    }

    /// The record of an action on what has no stages.
    pub fn act(&self, action: Action, object: ObjectRef, actor: &Actor) -> Deed {
        Deed {
            kind: action.code(),
            object,
            by: self.by.first().copied(),
            recorded_by: Some(actor.account),
            paper: self.paper.clone(),
            remark: String::new(),
        }
    }

    /// The hands the step adds: who did it, who keyed it, for whom it was done.
    pub fn hands(&self, part: Part) -> Vec<Hand> {
        let hand = |person: &PersonId, (is_keyed, is_absent)| {
            let person = *person;
            Hand { person, part, is_keyed, is_absent }
        };
        let by = self.by.iter().map(|person| hand(person, (false, false)));
        let keyed = self.keyed_by.iter().map(|person| hand(person, (true, false)));
        let absent = self.on_behalf_of.iter().map(|person| hand(person, (false, true)));
        by.chain(keyed).chain(absent).collect()
    }
}

/// A step that one person does.
pub(crate) async fn alone(
    write: &mut Write,
    actor: &Actor,
    form: &PaperForm,
    earlier: Option<Date>,
) -> Result<Doing, ActError> {
    let (day, paper) = read(form, write, earlier)?;
    let by = match (form.by.trim(), &paper) {
        ("", _) => person_of(actor, "by")?,
        (given, Some(_)) => named_person(write.reads(), "by", given).await?.id,
        (_, None) => return Err(FieldError::new("paper_number", Fault::Missing).into()),
    };
    let keyed_by = actor.person.filter(|own| *own != by);
    let on_behalf_of = stand_in::leader_of(write, actor, (&[by], day)).await?;
    Ok(Doing { day, paper, by: vec![by], keyed_by, on_behalf_of })
}

/// A step that several do together: whoever is signed in is one of them, or keys their paper.
pub(crate) async fn together(
    write: &mut Write,
    actor: &Actor,
    form: &PaperForm,
    earlier: Option<Date>,
    (field, given): (&'static str, &[String]),
) -> Result<Doing, ActError> {
    let (day, paper) = read(form, write, earlier)?;
    let by: Vec<_> = named_people(write, field, given).await?;
    let keyed_by = actor.person.filter(|own| by.iter().all(|person| person.id != *own));
    if let (Some(own), None) = (keyed_by, &paper) {
        let found = qz_store::person::find(write.reads(), own).await?;
        let person = found.map(|person| person.name).unwrap_or_default();
        return Err(
            qz_domain::refusal::Refusal::from(MatterRefusal::NotAmongThem { person }).into()
        );
    }
    let by: Vec<_> = by.into_iter().map(|person| person.id).collect();
    let on_behalf_of = stand_in::leader_of(write, actor, (&by, day)).await?;
    Ok(Doing { day, paper, by, keyed_by, on_behalf_of })
}

/// As [`together`], by people who are known, on the minutes of their meeting.
pub(crate) async fn sat(
    write: &mut Write,
    actor: &Actor,
    minutes: &PaperForm,
    earlier: Option<Date>,
    by: Vec<PersonId>,
) -> Result<Doing, ActError> {
    let (day, paper) = read(minutes, write, earlier)?;
    let keyed_by = actor.person.filter(|own| !by.contains(own));
    let on_behalf_of = stand_in::leader_of(write, actor, (&by, day)).await?;
    Ok(Doing { day, paper, by, keyed_by, on_behalf_of })
}

fn person_of(actor: &Actor, field: &'static str) -> Result<PersonId, FieldError> {
    actor.person.ok_or_else(|| FieldError::new(field, Fault::Missing))
}

/// The day of a step and its paper. No step is before the one it follows, or after today.
pub(super) fn read(
    form: &PaperForm,
    write: &Write,
    earlier: Option<Date>,
) -> Result<(Date, Option<Paper>), ActError> {
    let today = instant::day(write.now());
    let is_on_paper = !form.number.trim().is_empty() || !form.day.trim().is_empty();
    let (day, paper) = if is_on_paper {
        let number = field::text("paper_number", &form.number, NUMBER_MOST)?;
        let day = field::day("paper_day", &form.day)?;
        (day, Some(Paper { number, day, hash: form.hash.trim().to_owned() }))
    } else {
        (today, None)
    };
    let refusal = match earlier {
        _ if day > today => Some(MatterRefusal::DayAhead { day }),
        Some(earlier) if day < earlier => Some(MatterRefusal::DayBefore { day, earlier }),
        _ => None,
    };
    match refusal {
        Some(refusal) => Err(qz_domain::refusal::Refusal::from(refusal).into()),
        None => Ok((day, paper)),
    }
}
