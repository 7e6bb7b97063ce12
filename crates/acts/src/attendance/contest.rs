//! Hold what a day was found to be to be wrong (提出异议), and look at it again (复核): by personnel, never by whoever
//! settled it. Whoever spoke up is not worse off for it: looking again finds the same or something milder.

use super::concern::of_person;
use super::explain::{DayForm, ExceptionChanged, keep, last_day, refused, result_of, to_of};
use super::settle::{SettleForm, read};
use crate::{ActError, message, power};
use qz_domain::attendance::exception::{Exception, Outcome, SAID_MOST, Step};
use qz_domain::attendance::{AttendanceRefusal, PersonDay};
use qz_domain::field;
use qz_domain::id::AccountId;
use qz_domain::instant;
use qz_domain::procedure::Stepped;
use qz_store::attendance::exception;
use qz_store::{Act, Subject, Write, unit};

/// Contests what a day of one's own was found to be.
#[derive(Debug, Clone)]
pub struct ContestDay {
    /// Who does.
    pub actor: AccountId,
    /// What they say.
    pub form: DayForm,
}

impl Act for ContestDay {
    type Receipt = ExceptionChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<ExceptionChanged, ActError> {
        let Self { actor, form } = self;
        let contested = field::text("said", &form.said, SAID_MOST)?;
        let (old, concern) = begin(write, form.day).await?;
        let step = Step::Contest;
        let actor = power::require(write, actor, step.action(), &concern).await?;
        let to = to_of(Some(&old), step)?;
        let today = instant::day(write.now());
        let until = last_day(write, old.settled_on.unwrap_or(today), "attendance_contest").await?;
        if today > until {
            return Err(refused(AttendanceRefusal::TooLate { until }));
        }
        let row = Exception { stage: to, contested, version: old.version + 1, ..old };
        keep(write, &row).await?;
        write.record(actor.deed(step.action(), row.id.object())).await?;
        Ok(ExceptionChanged { exception: row.id, stage: row.stage, version: row.version })
    }
}

/// Looks again at what a day was found to be.
#[derive(Debug, Clone)]
pub struct DecideDay {
    /// Who does.
    pub actor: AccountId,
    /// The version they read.
    pub version: i64,
    /// What they find.
    pub form: SettleForm,
}

impl Act for DecideDay {
    type Receipt = ExceptionChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<ExceptionChanged, ActError> {
        let Self { actor, version, form } = self;
        let result = result_of(write, form.day).await?;
        let (old, concern) = begin(write, form.day).await?;
        let step = Step::Decide;
        let actor = power::require(write, actor, step.action(), &concern).await?;
        power::must_be_latest(version, old.version)?;
        let to = to_of(Some(&old), step)?;
        if actor.person == Some(old.person) {
            return Err(refused(AttendanceRefusal::OwnDay));
        }
        if actor.person == old.settled_by {
            return Err(refused(AttendanceRefusal::SettledIt));
        }
        let (outcome, because) = read(&form, result.row.halves)?;
        must_be_no_heavier(outcome, old.outcome)?;
        let (outcome, judged) = (Some(outcome), result.row.codes.to_string());
        let halves = i64::from(result.row.halves);
        let row = Exception {
            stage: to,
            judged,
            halves,
            outcome,
            because,
            version: old.version + 1,
            ..old
        };
        keep(write, &row).await?;
        write.record(actor.deed(step.action(), row.id.object())).await?;
        message::day_decided(write, &row).await?;
        Ok(ExceptionChanged { exception: row.id, stage: row.stage, version: row.version })
    }
}

async fn begin(
    write: &mut Write,
    key: PersonDay,
) -> Result<(Exception, qz_domain::power::Concern), ActError> {
    let old = exception::find(write.reads(), key.person, key.day).await?;
    let old = old.ok_or(ActError::NotFound)?;
    let unit = unit::find(write.reads(), old.unit).await?.ok_or(ActError::NotFound)?;
    let concern = of_person(key.person, &unit);
    Ok((old, concern))
}

/// Refuses to hold more against somebody for having spoken.
fn must_be_no_heavier(now: Outcome, before: Option<Outcome>) -> Result<(), ActError> {
    let weight = |outcome: Outcome| match outcome {
        Outcome::Awol => 2,
        Outcome::Stands => 1,
        _ => 0,
    };
    let before = before.unwrap_or(Outcome::Stands);
    if weight(now) <= weight(before) {
        return Ok(());
    }
    Err(refused(AttendanceRefusal::Heavier))
}
