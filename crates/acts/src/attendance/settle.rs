//! Say what a day was (认定考勤异常): by whoever answers for the unit, once the person was heard or let the days to
//! explain go by. Nobody settles a day of their own.

use super::concern::of_person;
use super::explain::{ExceptionChanged, blank, keep, last_day, refused, result_of, to_of};
use crate::{ActError, message, power};
use qz_domain::attendance::exception::{Exception, Outcome, SAID_MOST, Step, asks};
use qz_domain::attendance::{AttendanceRefusal, PersonDay};
use qz_domain::field;
use qz_domain::id::AccountId;
use qz_domain::instant;
use qz_domain::procedure::Stepped;
use qz_store::attendance::exception;
use qz_store::{Act, Subject, Write, unit};

/// What somebody says a day was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettleForm {
    /// The day.
    pub day: PersonDay,
    /// What it was.
    pub outcome: String,
    /// Why; needed where something is held against the person.
    pub because: String,
}

/// Settles a day.
#[derive(Debug, Clone)]
pub struct SettleDay {
    /// Who settles.
    pub actor: AccountId,
    /// The version they read; 0 where nothing was said yet.
    pub version: i64,
    /// What they say.
    pub form: SettleForm,
}

impl Act for SettleDay {
    type Receipt = ExceptionChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<ExceptionChanged, ActError> {
        let Self { actor, version, form } = self;
        let key = form.day;
        let result = result_of(write, key).await?;
        let unit = unit::find(write.reads(), result.unit).await?.ok_or(ActError::NotFound)?;
        let (step, concern) = (Step::Settle, of_person(key.person, &unit));
        let actor = power::require(write, actor, step.action(), &concern).await?;
        if actor.person == Some(key.person) {
            return Err(refused(AttendanceRefusal::OwnDay));
        }
        let old = exception::find(write.reads(), key.person, key.day).await?;
        power::must_be_latest(version, old.as_ref().map_or(0, |one| one.version))?;
        let to = to_of(old.as_ref(), step)?;
        let codes = result.row.codes;
        if !asks(codes) {
            return Err(refused(AttendanceRefusal::NothingToExplain { day: key.day }));
        }
        let today = instant::day(write.now());
        match &old {
            Some(old) if old.judged != codes.to_string() => {
                return Err(refused(AttendanceRefusal::Rejudged { day: key.day }));
            }
            Some(_) => {}
            None => {
                let until = last_day(write, key.day, "attendance_explain").await?;
                if today <= until {
                    return Err(refused(AttendanceRefusal::NotHeardYet { until }));
                }
            }
        }
        let (outcome, because) = read(&form, result.row.halves)?;
        let blank = old.unwrap_or_else(|| blank(write, key, &result));
        let row = Exception {
            unit: result.unit,
            stage: to,
            outcome: Some(outcome),
            because,
            settled_by: actor.person,
            settled_on: Some(today),
            version: blank.version + 1,
            ..blank
        };
        keep(write, &row).await?;
        write.record(actor.deed(step.action(), row.id.object())).await?;
        message::day_settled(write, &row).await?;
        Ok(ExceptionChanged { exception: row.id, stage: row.stage, version: row.version })
    }
}

/// What the day was and why.
pub(super) fn read(form: &SettleForm, halves: u8) -> Result<(Outcome, String), ActError> {
    let outcome: Outcome = field::word("outcome", &form.outcome)?;
    let because = if outcome == Outcome::Awol {
        field::text("because", &form.because, SAID_MOST)?
    } else {
        field::optional_text("because", &form.because, SAID_MOST)?
    };
    if outcome == Outcome::Awol && halves == 0 {
        return Err(refused(AttendanceRefusal::NotAbsent));
    }
    Ok((outcome, because))
}
