//! The working calendar (工作日历) as the county knows it: what comes with the product, and the notices
//! it brought in. Bringing one in fixes every term that waited for it.

mod fix;
mod import;

pub use import::{ImportNotice, NoticeImported};
pub use qz_store::upcoming::Upcoming;

use crate::{ActError, Acts, BatchMode};
use fix::NoticeStep;
use jiff::civil::Date;
use qz_domain::calendar::Calendar;
use qz_domain::field::{Fault, FieldError};
use qz_domain::id::AccountId;
use qz_store::{Conn, notice};
use std::sync::LazyLock;

/// The shipped calendar; a test of the domain reads it whole.
static SHIPPED: LazyLock<Option<Calendar>> = LazyLock::new(|| Calendar::shipped().ok());

/// The calendar as it is known now.
pub(crate) async fn known(conn: &mut Conn) -> Result<Calendar, ActError> {
    with(&notice::bodies(conn).await?)
}

/// The shipped calendar with the notices that were brought in, in their order.
pub(crate) fn with(brought: &[String]) -> Result<Calendar, ActError> {
    let shipped = SHIPPED.clone().ok_or(ActError::NotFound)?;
    brought.iter().try_fold(shipped, |calendar, body| read(&calendar, body)).map_err(ActError::from)
}

/// The calendar with one more notice, or what is wrong with its text.
fn read(calendar: &Calendar, body: &str) -> Result<Calendar, FieldError> {
    let refused = |fault: qz_domain::calendar::NoticeError| {
        FieldError::new("notice", Fault::Unreadable(fault.to_string()))
    };
    calendar.with_notice(body).map_err(refused)
}

impl Acts {
    /// The calendar as it is known now.
    pub async fn calendar(&self) -> Result<Calendar, ActError> {
        known(&mut self.reader().await?).await
    }

    /// The next day a term ends and the next day a bulletin's names go.
    pub async fn upcoming(&self, day: Date) -> Result<Upcoming, ActError> {
        Ok(qz_store::upcoming::after(&mut self.reader().await?, day).await?)
    }

    /// How many records wait for a year's notice.
    pub async fn waiting_terms(&self) -> Result<usize, ActError> {
        Ok(notice::waiting(&mut self.reader().await?, None).await?.len())
    }

    /// Brings a notice in and fixes every term that waited for its year, each on its own record, all
    /// or nothing; then those that began to wait meanwhile. Tells how many records were fixed.
    ///
    /// # Errors
    /// The account may not, or the text is no notice of a year that is still unknown.
    pub async fn import_notice(
        &self,
        actor: AccountId,
        body: &str,
    ) -> Result<NoticeImported, ActError> {
        let before = self.calendar().await?;
        let after = read(&before, body)?;
        let year = after.years().find(|year| !before.knows(*year));
        let import = NoticeStep::Import(ImportNotice { actor, body: body.to_owned() });
        let mut steps = vec![import];
        steps.extend(self.fixes(actor, year).await?);
        let mut imported = self.take_steps(steps).await?.ok_or(ActError::NotFound)?;
        let late = self.fixes(actor, year).await?;
        imported.fixed += self.take_steps(late).await?.map_or(0, |late| late.fixed);
        Ok(imported)
    }

    /// The steps that fix what waits for a year.
    async fn fixes(
        &self,
        actor: AccountId,
        year: Option<i16>,
    ) -> Result<Vec<NoticeStep>, ActError> {
        let waiting = notice::waiting(&mut self.reader().await?, year).await?;
        Ok(waiting.into_iter().map(|record| NoticeStep::Fix { actor, record }).collect())
    }

    /// Takes steps in one transaction; what the first one says, with the sum of what was fixed.
    async fn take_steps(&self, steps: Vec<NoticeStep>) -> Result<Option<NoticeImported>, ActError> {
        let steps = steps.into_iter().map(|step| (self.new_request(), step)).collect();
        let report = self.writer().batch(steps, BatchMode::AllOrNothing, |_| true).await?;
        let mut sum: Option<NoticeImported> = None;
        for outcome in report.outcomes {
            let NoticeImported { year, fixed } = outcome?.receipt;
            let before = sum.unwrap_or(NoticeImported { year, fixed: 0 });
            sum = Some(NoticeImported { fixed: before.fixed + fixed, ..before });
        }
        Ok(sum)
    }
}
