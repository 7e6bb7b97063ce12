//! Ask somebody what happened on a day (请予说明): by whoever answers for the unit. The days to explain count from then
//! on, and only when they are over may the day be held against somebody who said nothing.

use super::spoken::{ExceptionChanged, begin, keep, last_day};
use crate::{ActError, message};
use qz_domain::attendance::PersonDay;
use qz_domain::attendance::exception::{Exception, Step};
use qz_domain::id::AccountId;
use qz_domain::instant;
use qz_store::{Act, Write};

/// Asks for an explanation.
#[derive(Debug, Clone)]
pub struct AskDay {
    /// Who asks.
    pub actor: AccountId,
    /// Of which day.
    pub day: PersonDay,
}

impl Act for AskDay {
    type Receipt = ExceptionChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<ExceptionChanged, ActError> {
        let Self { actor, day } = self;
        let day = begin(write, actor, (day, Step::Ask), None).await?;
        let today = instant::day(write.now());
        let until = last_day(write, today, "attendance_explain").await?;
        let row = Exception { stage: day.to, asked_on: Some(today), ..day.row };
        let (row, changed) = keep(write, &day.actor, (Step::Ask, row)).await?;
        message::day_asked(write, &row, until).await?;
        Ok(changed)
    }
}
