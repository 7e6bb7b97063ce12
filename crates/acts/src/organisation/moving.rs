//! What an appointment and a transfer share: reading the form, who may, what may stand beside what.

use super::appoint::AppointForm;
use super::whole_county;
use crate::actor::Actor;
use crate::person::named_person;
use crate::wrong::Wrong;
use crate::{ActError, power};
use jiff::civil::Date;
use qz_domain::action::Action;
use qz_domain::appointment::{
    Appointing, Appointment, AppointmentKind, AppointmentRefusal, appointing_role, must_fit,
};
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::id::{AccountId, AppointmentId, PersonId};
use qz_domain::paper::Paper;
use qz_domain::post::Post;
use qz_domain::refusal::Refusal;
use qz_store::{Write, appointment, person, unit};

/// The most characters of a paper's number.
const NUMBER_MOST: usize = 40;

/// What ends when the new one begins.
pub(super) enum Ending<'a> {
    /// Nothing.
    None,
    /// What the person holds in the post of this code.
    Of(&'a str),
}

/// A move that passed every rule and is not written yet.
pub(super) struct Move {
    /// Who keys it.
    pub actor: Actor,
    /// The new appointment.
    pub new: Appointment,
    /// The one that ends, with its last day.
    pub ended: Option<Appointment>,
    /// The paper it was ordered on.
    pub paper: Option<Paper>,
}

/// Reads the form, and asks every rule.
pub(super) async fn read(
    write: &mut Write,
    actor: AccountId,
    (action, form): (Action, &AppointForm),
    ending: Ending<'_>,
) -> Result<Move, ActError> {
    let actor = power::require(write, actor, action, &whole_county()).await?;
    let person = named_person(write.reads(), "person", &form.person).await?;
    let mut wrong = Wrong::default();
    let kind = wrong.note(kind(&form.kind));
    let since = wrong.note(field::day("since", &form.since));
    let due = wrong.note(due(&form.due, (kind, since)));
    let paper = wrong.note(paper(&form.paper_number, &form.paper_day));
    let (post, from) = posts(write, &mut wrong, (&form.post, &ending)).await?;
    let held = person::appointments(write.reads(), person.id).await?;
    let (held, ended) = end(&mut wrong, held, (&from, &ending), since);
    wrong.none()?;
    let (Some(kind), Some(since), Some(due), Some(post)) = (kind, since, due, post) else {
        return Err(ActError::NotFound);
    };
    must_appoint(&actor, &post)?;
    if let Some(from) = &from {
        must_appoint(&actor, from)?;
    }
    let new = begin((person.id, &post), kind, (since, due));
    let holder = match kind {
        AppointmentKind::Acting => appointment::holder_of(write.reads(), post.id, since).await?,
        _ => None,
    };
    let case = Appointing {
        name: &person.name,
        new: &new,
        post: &post,
        held: &held,
        holder: holder.as_deref(),
    };
    must_fit(case).map_err(Refusal::from)?;
    let new = Appointment { id: AppointmentId(write.next_id()), ..new };
    Ok(Move { actor, new, ended, paper: paper.flatten() })
}

fn begin(
    (person, post): (PersonId, &Post),
    kind: AppointmentKind,
    (since, due): (Date, Option<Date>),
) -> Appointment {
    let id = AppointmentId(0);
    Appointment { id, person, unit: post.unit, post: post.id, kind, since, due, until: None }
}

/// The two posts that are named: the new one, and the one that ends.
async fn posts(
    write: &mut Write,
    wrong: &mut Wrong,
    (post, ending): (&str, &Ending<'_>),
) -> Result<(Option<Post>, Option<Post>), ActError> {
    let code =
        wrong.note(field::text("post", post, 80)).map(|text| first_word(&text)).unwrap_or_default();
    let from = match ending {
        Ending::None => String::new(),
        Ending::Of(from) => wrong
            .note(field::text("from", from, 80))
            .map(|text| first_word(&text))
            .unwrap_or_default(),
    };
    let (post, old) = unit::find_two_posts(write.reads(), (&code, &from)).await?;
    for (field, code, found) in [("post", code, &post), ("from", from, &old)] {
        if found.is_none() && !code.is_empty() {
            wrong.note::<()>(Err(FieldError::new(field, Fault::Unknown(code))));
        }
    }
    Ok((post, old))
}

/// Of `SH101-02 主任`, as lists offer it, the code is enough.
pub(crate) fn first_word(text: &str) -> String {
    text.split_whitespace().next().map(str::to_owned).unwrap_or_default()
}

/// What the person holds once the old post has its last day, the day before the new begins.
fn end(
    wrong: &mut Wrong,
    mut held: Vec<Appointment>,
    (from, ending): (&Option<Post>, &Ending<'_>),
    since: Option<Date>,
) -> (Vec<Appointment>, Option<Appointment>) {
    let (Some(from), Ending::Of(given)) = (from, ending) else { return (held, None) };
    let open = held.iter_mut().find(|one| one.post == from.id && one.until.is_none());
    let Some(open) = open else {
        wrong.note::<()>(Err(FieldError::new("from", Fault::Unknown((*given).to_owned()))));
        return (held, None);
    };
    let last = since.and_then(|since| since.yesterday().ok());
    if last.is_some_and(|last| last < open.since) {
        wrong.note::<()>(Err(FieldError::new("since", Fault::EndsBeforeStart)));
    }
    open.until = last;
    let ended = open.clone();
    (held, Some(ended))
}

/// Refuses whoever does not appoint to posts of this rank.
pub(super) fn must_appoint(actor: &Actor, post: &Post) -> Result<(), ActError> {
    let role = appointing_role(post.rank);
    if actor.grants.iter().any(|grant| grant.role == role) {
        return Ok(());
    }
    let post = post.name.clone();
    Err(Refusal::from(AppointmentRefusal::ByOthers { post, role }).into())
}

fn kind(given: &str) -> Result<AppointmentKind, FieldError> {
    if given.trim().is_empty() { Ok(AppointmentKind::Full) } else { field::word("kind", given) }
}

/// The expected end: must stand for what is for a time, and lies after the first day.
fn due(
    given: &str,
    (kind, since): (Option<AppointmentKind>, Option<Date>),
) -> Result<Option<Date>, FieldError> {
    if given.trim().is_empty() && !kind.is_some_and(AppointmentKind::needs_due) {
        return Ok(None);
    }
    let due = field::day("due", given)?;
    if since.is_some_and(|since| due < since) {
        return Err(FieldError::new("due", Fault::EndsBeforeStart));
    }
    Ok(Some(due))
}

/// The paper of the order; nothing when neither number nor day is given.
pub(super) fn paper(number: &str, day: &str) -> Result<Option<Paper>, FieldError> {
    if number.trim().is_empty() && day.trim().is_empty() {
        return Ok(None);
    }
    let number = field::text("paper_number", number, NUMBER_MOST)?;
    let day = field::day("paper_day", day)?;
    Ok(Some(Paper { number, day, hash: String::new() }))
}
