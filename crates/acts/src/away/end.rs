//! Record that somebody is back early (提前返岗). What was done for them until then rests on the
//! absence, so the day back is never before today.

use crate::person::concern_of;
use crate::{ActError, power};
use jiff::civil::Date;
use qz_domain::action::Action;
use qz_domain::away::{Away, AwayRefusal};
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::id::{AccountId, AwayId};
use qz_domain::instant;
use qz_domain::refusal::Refusal;
use qz_store::{Act, Subject, Write, away, person};

/// What a person writes of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BackForm {
    /// 返岗日期: the first day back; empty means today.
    pub back_on: String,
}

/// Ends an absence early.
#[derive(Debug, Clone)]
pub struct EndAway {
    /// Who records it.
    pub actor: AccountId,
    /// Which absence.
    pub away: AwayId,
    /// What they wrote.
    pub form: BackForm,
}

impl Act for EndAway {
    type Receipt = super::AwayRecorded;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<Self::Receipt, ActError> {
        let Self { actor, away: id, form } = self;
        let row = away::find(write.reads(), id).await?.ok_or(ActError::NotFound)?;
        let concern = concern_of(write.reads(), row.person).await?;
        let action = Action::AwayEnd;
        let actor = power::require(write, actor, action, &concern).await?;
        let today = instant::day(write.now());
        if row.until < today || row.back_on.is_some_and(|back| back <= today) {
            let found = person::find(write.reads(), row.person).await?;
            let person = found.map(|person| person.name).unwrap_or_default();
            return Err(Refusal::from(AwayRefusal::Over { person }).into());
        }
        let back_on = read(&form.back_on, &row, today)?;
        away::set_back(write, id, back_on).await?;
        write.record(actor.deed(action, id.object())).await?;
        Ok(super::AwayRecorded { away: id })
    }
}

/// The first day back: today or later, within the absence.
fn read(given: &str, row: &Away, today: Date) -> Result<Date, FieldError> {
    let least = today.max(row.since);
    if given.trim().is_empty() {
        return Ok(least);
    }
    let day = field::day("back_on", given)?;
    if day < least || day > row.until {
        return Err(FieldError::new(
            "back_on",
            Fault::OutsideDays { from: least, until: row.until },
        ));
    }
    Ok(day)
}
