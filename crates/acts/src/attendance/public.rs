//! What anybody may read of attendance: the figures of units whose months are sealed, and who is exempt and why.

use super::book;
use crate::{ActError, Acts};
use jiff::civil::Date;
use qz_domain::month::Month;
use qz_store::attendance::sheet::{self, SealedMonth};
use qz_store::attendance::{self, AssignmentLine};

impl Acts {
    /// The months of which anything is sealed, the latest first; and of one of them every unit's figures: anybody may read
    /// them.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn attendance_sealed(
        &self,
        month: Option<Month>,
    ) -> Result<(Vec<Month>, Vec<SealedMonth>), ActError> {
        let mut conn = self.reader().await?;
        let months = sheet::sealed_months(&mut conn).await?;
        let lines = match month.or_else(|| months.first().copied()) {
            Some(month) => sheet::sealed(&mut conn, month).await?,
            None => vec![],
        };
        Ok((months, lines))
    }

    /// The exemptions that are in force on a day, with their reasons: anybody may read them.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn attendance_exemptions(&self, day: Date) -> Result<Vec<AssignmentLine>, ActError> {
        let mut conn = self.reader().await?;
        let book = book::known(&mut conn).await?;
        let mut lines = attendance::assignments(&mut conn).await?;
        let is_exempt =
            |code: &str| book.rules().iter().any(|rule| rule.code == code && rule.is_exempt);
        lines.retain(|line| line.row.holds_on(day) && is_exempt(&line.row.code));
        Ok(lines)
    }
}
