//! Explain one's own day (说明考勤异常). It may be said anew until the unit has settled the day.

use super::concern::of_person;
use super::judged::{DayResult, judge};
use crate::{ActError, power};
use jiff::civil::Date;
use qz_domain::attendance::exception::{Exception, SAID_MOST, Stage, Step, TRANSITIONS, asks};
use qz_domain::attendance::{AttendanceRefusal, PersonDay};
use qz_domain::field;
use qz_domain::id::{AccountId, ExceptionId};
use qz_domain::instant;
use qz_domain::procedure::Stepped;
use qz_domain::refusal::Refusal;
use qz_store::attendance::{Who, exception};
use qz_store::{Act, Subject, Write, unit};
use serde::{Deserialize, Serialize};

/// Which day, and what somebody says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayForm {
    /// The day.
    pub day: PersonDay,
    /// The words.
    pub said: String,
}

/// Explains a day of one's own.
#[derive(Debug, Clone)]
pub struct ExplainDay {
    /// Who explains.
    pub actor: AccountId,
    /// What they say.
    pub form: DayForm,
}

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

impl Act for ExplainDay {
    type Receipt = ExceptionChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<ExceptionChanged, ActError> {
        let Self { actor, form } = self;
        let said = field::text("said", &form.said, SAID_MOST)?;
        let result = result_of(write, form.day).await?;
        let old = exception::find(write.reads(), form.day.person, form.day.day).await?;
        let unit = unit::find(write.reads(), result.unit).await?.ok_or(ActError::NotFound)?;
        let (step, concern) = (Step::Explain, of_person(form.day.person, &unit));
        let actor = power::require(write, actor, step.action(), &concern).await?;
        let to = to_of(old.as_ref(), step)?;
        if !asks(result.row.codes) {
            return Err(refused(AttendanceRefusal::NothingToExplain { day: form.day.day }));
        }
        let blank = old.unwrap_or_else(|| blank(write, form.day, &result));
        let row = Exception {
            unit: result.unit,
            stage: to,
            judged: result.row.codes.to_string(),
            halves: i64::from(result.row.halves),
            said,
            version: blank.version + 1,
            ..blank
        };
        keep(write, &row).await?;
        write.record(actor.deed(step.action(), row.id.object())).await?;
        Ok(ExceptionChanged { exception: row.id, stage: row.stage, version: row.version })
    }
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

/// Where a step leads.
///
/// # Errors
/// Out of order.
pub(super) fn to_of(old: Option<&Exception>, step: Step) -> Result<Stage, ActError> {
    let from = old.map(|one| one.stage);
    Ok(qz_domain::procedure::find(TRANSITIONS, from, step)?.to)
}

/// A day of which nothing was said.
pub(super) fn blank(write: &mut Write, key: PersonDay, result: &DayResult) -> Exception {
    Exception {
        id: ExceptionId(write.next_id()),
        person: key.person,
        unit: result.unit,
        day: key.day,
        stage: Stage::Explained,
        judged: result.row.codes.to_string(),
        halves: i64::from(result.row.halves),
        said: String::new(),
        outcome: None,
        because: String::new(),
        settled_by: None,
        settled_on: None,
        contested: String::new(),
        version: 0,
    }
}

/// Adds what was said, or writes it anew.
pub(super) async fn keep(write: &mut Write, row: &Exception) -> Result<(), ActError> {
    if row.version == 1 {
        exception::insert(write, row).await?;
    } else {
        exception::update(write, row).await?;
    }
    Ok(())
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
