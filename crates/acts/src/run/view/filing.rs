//! One filing, for whoever corrects it.

use crate::filing::Reader;
use crate::run::Scheme;
use crate::{ActError, Acts, power};
use qz_domain::action::Action;
use qz_domain::adoption::Adoption;
use qz_domain::filing::Filing;
use qz_domain::id::{AccountId, FilingId};
use qz_domain::power::Concern;
use qz_domain::unit::Unit;
use qz_store::{filing, unit};

/// A filing with what it is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilingView {
    /// The record.
    pub filing: Filing,
    /// The version of the scheme it was made under.
    pub adoption: Adoption,
    /// The unit it is of.
    pub unit: Unit,
}

impl Acts {
    /// A filing as whoever may correct it, or file in answer to it, reads it. One they may not does not exist for them.
    ///
    /// # Errors
    /// Not found.
    pub async fn filing(
        &self,
        account: AccountId,
        (id, action): (FilingId, Action),
    ) -> Result<FilingView, ActError> {
        let mut conn = self.reader().await?;
        let filing = filing::find(&mut conn, id).await?.ok_or(ActError::NotFound)?;
        let unit = unit::find(&mut conn, filing.unit).await?.ok_or(ActError::NotFound)?;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        let concern = Concern::of_unit(unit.id, unit.line);
        let scheme = Scheme::load(&mut conn, filing.adoption).await?;
        let reads = Reader::of(&mut conn, &actor).await?.may_read(&scheme, &filing, &concern);
        if !(reads && power::may(&actor, action, &concern)) {
            return Err(ActError::NotFound);
        }
        Ok(FilingView { filing, adoption: scheme.adoption, unit })
    }
}
