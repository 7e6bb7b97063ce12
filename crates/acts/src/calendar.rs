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
    let shipped = SHIPPED.clone().ok_or(ActError::NotFound)?;
    let brought = notice::bodies(conn).await?;
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
        Ok(notice::waiting(&mut self.reader().await?).await?.len())
    }

    /// Brings a notice in, then fixes every term that waited for it, each on its own record; all
    /// or nothing. Tells how many records were fixed.
    ///
    /// # Errors
    /// The account may not, or the text is no notice of a year that is still unknown.
    pub async fn import_notice(
        &self,
        actor: AccountId,
        body: &str,
    ) -> Result<NoticeImported, ActError> {
        let waiting = notice::waiting(&mut self.reader().await?).await?;
        let import = ImportNotice { actor, body: body.to_owned() };
        let first = (self.new_request(), NoticeStep::Import(import));
        let rest = waiting.into_iter().map(|record| NoticeStep::Fix { actor, record });
        let rest = rest.map(|step| (self.new_request(), step));
        let steps = std::iter::once(first).chain(rest).collect();
        let report = self.writer().batch(steps, BatchMode::AllOrNothing, |_| true).await?;
        let mut imported = None;
        for outcome in report.outcomes {
            let done = outcome?.receipt;
            match &mut imported {
                None => imported = Some(done),
                Some(imported) => imported.fixed += done.fixed,
            }
        }
        imported.ok_or(ActError::NotFound)
    }
}
