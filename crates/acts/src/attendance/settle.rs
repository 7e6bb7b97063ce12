//! Say what a day was (认定考勤异常): by whoever answers for the unit. What clears the person may be said at any time; what
//! is held against them only once they spoke, or were asked and let the days to explain go by. Nobody settles a day of
//! their own.

use super::spoken::{ExceptionChanged, Spoken, begin, hand, keep, last_day, refused};
use crate::{ActError, message};
use jiff::civil::Date;
use qz_domain::attendance::exception::{Exception, Outcome, SAID_MOST, Stage, Step};
use qz_domain::attendance::{AttendanceRefusal, PersonDay};
use qz_domain::field;
use qz_domain::id::AccountId;
use qz_domain::instant;
use qz_store::{Act, Write};

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
        let day = begin(write, actor, (form.day, Step::Settle), Some(version)).await?;
        let today = instant::day(write.now());
        let (outcome, because) = read(&form, day.halves)?;
        if !outcome.clears() {
            must_be_heard(write, &day, today).await?;
        }
        let row = Exception {
            stage: day.to,
            outcome: Some(outcome),
            because,
            settled_by: hand(&day.actor),
            settled_on: Some(today),
            ..day.row
        };
        let (row, changed) = keep(write, &day.actor, (Step::Settle, row)).await?;
        message::day_settled(write, &row).await?;
        Ok(changed)
    }
}

/// Refuses to hold a day against somebody who neither spoke nor let the days to do so go by.
async fn must_be_heard(write: &mut Write, day: &Spoken, today: Date) -> Result<(), ActError> {
    if day.from == Some(Stage::Explained) {
        return Ok(());
    }
    let Some(asked_on) = day.row.asked_on else {
        return Err(refused(AttendanceRefusal::NotAsked { day: day.row.day }));
    };
    let until = last_day(write, asked_on, "attendance_explain").await?;
    if today <= until {
        return Err(refused(AttendanceRefusal::NotHeardYet { until }));
    }
    Ok(())
}

/// What the day was and why.
pub(super) fn read(form: &SettleForm, halves: u8) -> Result<(Outcome, String), ActError> {
    let outcome: Outcome = field::word("outcome", &form.outcome)?;
    let because = if outcome.clears() {
        field::optional_text("because", &form.because, SAID_MOST)?
    } else {
        field::text("because", &form.because, SAID_MOST)?
    };
    if outcome == Outcome::Awol && halves == 0 {
        return Err(refused(AttendanceRefusal::NotAbsent));
    }
    Ok((outcome, because))
}
