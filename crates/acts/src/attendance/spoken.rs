//! What a step on a day begins from: the day as it comes out now, what was said of it, and who takes the step.

use super::concern::of_person;
use super::judged::{DayResult, judge};
use crate::actor::Actor;
use crate::{ActError, power};
use jiff::civil::Date;
use qz_domain::attendance::exception::{Exception, Stage, Step, TRANSITIONS, asks};
use qz_domain::attendance::{AttendanceRefusal, PersonDay};
use qz_domain::id::{AccountId, ExceptionId, PersonId};
use qz_domain::instant;
use qz_domain::procedure::{self, Stepped};
use qz_domain::refusal::Refusal;
use qz_store::attendance::{Who, exception};
use qz_store::{Subject, Write};
use serde::{Deserialize, Serialize};

/// What a step on an exception gives back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExceptionChanged {
    /// In the store.
    pub exception: ExceptionId,
    /// Where it stands now.
    pub stage: Stage,
    /// The version it made.
    pub version: i64,
}

/// A day as a step finds it.
pub(super) struct Spoken {
    pub actor: Actor,
    /// What was said of the day, as far as it speaks of what the day comes to; else with nothing said.
    pub row: Exception,
    /// Where that stands; `None` where nothing was said.
    pub from: Option<Stage>,
    /// Where the step leads.
    pub to: Stage,
    /// Half-days without evidence.
    pub halves: u8,
}

/// Begins a step on a day that asks for words. Whoever acts on what was written says which version they read.
///
/// What was said of another result says nothing of this one: the day is then as if nobody had spoken.
pub(super) async fn begin(
    write: &mut Write,
    account: AccountId,
    (key, step): (PersonDay, Step),
    read: Option<i64>,
) -> Result<Spoken, ActError> {
    let result = result_of(write, key).await?;
    let concern = of_person(write.reads(), (key.person, result.unit)).await?;
    let actor = power::require(write, account, step.action(), &concern).await?;
    if !matches!(step, Step::Explain | Step::Contest) {
        must_be_anothers(&actor, key.person)?;
    }
    let old = exception::find(write.reads(), key.person, key.day).await?;
    if let Some(read) = read {
        power::must_be_latest(read, old.as_ref().map_or(0, |one| one.version))?;
    }
    let judged = result.row.codes.to_string();
    let from = old.as_ref().filter(|one| one.speaks_of(&judged)).map(|one| one.stage);
    let to = procedure::find(TRANSITIONS, from, step)?.to;
    if !asks(result.row.codes) {
        return Err(refused(AttendanceRefusal::NothingToExplain { day: key.day }));
    }
    let halves = result.row.halves;
    let row = match old {
        Some(old) if from.is_some() => Exception { unit: result.unit, ..old },
        Some(old) => old.anew(result.unit, judged, i64::from(halves)),
        None => {
            let (id, whose) = (ExceptionId(write.next_id()), (key.person, result.unit));
            Exception::unsaid(id, whose, key.day, (judged, i64::from(halves)))
        }
    };
    Ok(Spoken { actor, row, from, to, halves })
}

/// What a day that is over came to.
///
/// # Errors
/// Not found where no row is due; a refusal while the day lasts.
pub(super) async fn result_of(write: &mut Write, key: PersonDay) -> Result<DayResult, ActError> {
    if key.day >= instant::day(write.now()) {
        return Err(refused(AttendanceRefusal::NothingToExplain { day: key.day }));
    }
    let judged = judge(write.reads(), Who::Person(key.person), (key.day, key.day)).await?;
    judged.days.first().copied().ok_or(ActError::NotFound)
}

/// Refuses whoever would judge a day of their own, by their own hand or by that of who stands in for them.
pub(super) fn must_be_anothers(actor: &Actor, whose: PersonId) -> Result<(), ActError> {
    let leader = actor.stands_for.as_ref().map(|one| one.leader);
    if actor.person == Some(whose) || leader == Some(whose) {
        return Err(refused(AttendanceRefusal::OwnDay));
    }
    Ok(())
}

/// Whoever a step is held to be by: the leader where somebody stands in.
pub(super) fn hand(actor: &Actor) -> Option<PersonId> {
    actor.stands_for.as_ref().map(|one| one.leader).or(actor.person)
}

/// Writes what a step left of a day, and puts the step into the log.
pub(super) async fn keep(
    write: &mut Write,
    actor: &Actor,
    (step, row): (Step, Exception),
) -> Result<(Exception, ExceptionChanged), ActError> {
    let row = Exception { version: row.version + 1, ..row };
    if row.version == 1 {
        exception::insert(write, &row).await?;
    } else {
        exception::update(write, &row).await?;
    }
    write.record(actor.deed(step.action(), row.id.object())).await?;
    let changed = ExceptionChanged { exception: row.id, stage: row.stage, version: row.version };
    Ok((row, changed))
}

pub(super) fn refused(refusal: AttendanceRefusal) -> ActError {
    Refusal::from(refusal).into()
}

/// The last day of a term that counts from a day; a refusal where the calendar does not reach.
pub(super) async fn last_day(write: &mut Write, from: Date, term: &str) -> Result<Date, ActError> {
    let deadline = crate::matter::law::deadline(write, from, term).await?;
    match deadline.due {
        qz_domain::term::Due::Fixed(day) => Ok(day),
        qz_domain::term::Due::AwaitingCalendar { year, .. } => {
            Err(refused(AttendanceRefusal::NoCalendar { year }))
        }
    }
}
