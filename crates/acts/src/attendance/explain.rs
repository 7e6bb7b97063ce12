//! Explain one's own day (说明考勤异常). It may be said anew until the unit has settled the day.

use super::spoken::{ExceptionChanged, begin, keep};
use crate::ActError;
use qz_domain::attendance::PersonDay;
use qz_domain::attendance::exception::{Exception, SAID_MOST, Step};
use qz_domain::field;
use qz_domain::id::AccountId;
use qz_store::{Act, Write};

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

impl Act for ExplainDay {
    type Receipt = ExceptionChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<ExceptionChanged, ActError> {
        let Self { actor, form } = self;
        let said = field::text("said", &form.said, SAID_MOST)?;
        let day = begin(write, actor, (form.day, Step::Explain), None).await?;
        let row = Exception { stage: day.to, said, ..day.row };
        Ok(keep(write, &day.actor, (Step::Explain, row)).await?.1)
    }
}
