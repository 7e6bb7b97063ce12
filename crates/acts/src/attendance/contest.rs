//! Hold what a day was found to be to be wrong (提出异议), and look at it again (复核): by personnel, never by whoever
//! settled it. Whoever spoke up is not worse off for it: looking again finds the same or something milder.

use super::explain::DayForm;
use super::settle::{SettleForm, read};
use super::spoken::{ExceptionChanged, begin, hand, keep, last_day, refused};
use crate::{ActError, message};
use qz_domain::attendance::AttendanceRefusal;
use qz_domain::attendance::exception::{Exception, Outcome, SAID_MOST, Step};
use qz_domain::field;
use qz_domain::id::AccountId;
use qz_domain::instant;
use qz_store::{Act, Write};

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
        let day = begin(write, actor, (form.day, Step::Contest), None).await?;
        let today = instant::day(write.now());
        let from = day.row.settled_on.unwrap_or(today);
        let until = last_day(write, from, "attendance_contest").await?;
        if today > until {
            return Err(refused(AttendanceRefusal::TooLate { until }));
        }
        let row = Exception { stage: day.to, contested, ..day.row };
        Ok(keep(write, &day.actor, (Step::Contest, row)).await?.1)
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
        let day = begin(write, actor, (form.day, Step::Decide), Some(version)).await?;
        if hand(&day.actor) == day.row.settled_by || day.actor.person == day.row.settled_by {
            return Err(refused(AttendanceRefusal::SettledIt));
        }
        let (outcome, because) = read(&form, day.halves)?;
        must_be_no_heavier(outcome, day.row.outcome)?;
        let row = Exception { stage: day.to, outcome: Some(outcome), because, ..day.row };
        let (row, changed) = keep(write, &day.actor, (Step::Decide, row)).await?;
        message::day_decided(write, &row).await?;
        Ok(changed)
    }
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
