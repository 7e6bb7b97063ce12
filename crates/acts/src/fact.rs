//! Facts (事实) from the county's records, as the sources of the mechanism language declare them.

use crate::{ActError, Acts, power};
use jiff::civil::Date;
use qz_domain::action::Action;
use qz_domain::fact::FactTable;
use qz_domain::id::AccountId;
use qz_domain::instant;
use qz_domain::power::Reach;
pub use qz_mechanism::fact::{Field, Grain, Kind, Measure, SOURCES, Source, source};

impl Acts {
    /// What a source says of a stretch of days, both inclusive, as known now.
    ///
    /// # Errors
    /// Forbidden to whoever may not read that of the whole county; not found where there is no such source.
    pub async fn facts(
        &self,
        account: AccountId,
        (name, stretch): (&str, (Date, Date)),
    ) -> Result<FactTable, ActError> {
        let mut conn = self.reader().await?;
        let source = source(name).ok_or(ActError::NotFound)?;
        let action = Action::AttendanceList;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::Forbidden(action))?;
        if power::reach(&actor, action) != Some(Reach::County) {
            return Err(ActError::Forbidden(action));
        }
        let (today, conn) = (instant::day(self.now()), &mut conn);
        let rows = crate::attendance::facts(conn, source, (stretch, today)).await?;
        Ok(FactTable { columns: source.fields.iter().map(|field| field.names.0).collect(), rows })
    }
}
