//! What anybody may read of the schemes in force: which units run them, since when, in which versions.

use crate::{ActError, Acts};
use jiff::civil::Date;
use qz_domain::adoption::{Adoption, Reign, reigns};
use qz_domain::id::{AdoptionId, UnitId};
use qz_domain::unit::Unit;
use qz_store::{adoption, unit};
use std::collections::BTreeMap;

/// A scheme as a unit runs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Running {
    /// The unit.
    pub unit: Unit,
    /// Its versions that were ever put into force, in the order they were drafted.
    pub versions: Vec<Adoption>,
    /// When new cycles begin with which of them.
    pub reigns: Vec<Reign>,
}

impl Running {
    /// The version that is in force on a day.
    pub fn on(&self, day: Date) -> Option<&Adoption> {
        let is_on =
            |reign: &&Reign| reign.first <= day && reign.last_start.is_none_or(|last| day <= last);
        let reign = self.reigns.iter().find(is_on)?;
        self.version(reign.adoption)
    }

    /// The latest version that was ever put into force.
    pub fn latest(&self) -> Option<&Adoption> {
        self.version(self.reigns.last()?.adoption)
    }

    /// A version by its number.
    pub fn version(&self, id: AdoptionId) -> Option<&Adoption> {
        self.versions.iter().find(|one| one.id == id)
    }
}

impl Acts {
    /// The schemes that were ever put into force: of a code, or of all; by code, then by unit.
    pub async fn running(&self, code: Option<&str>) -> Result<Vec<Running>, ActError> {
        let mut conn = self.reader().await?;
        let all = adoption::in_force(&mut conn, code).await?;
        let mut grouped: BTreeMap<(String, UnitId), Vec<Adoption>> = BTreeMap::new();
        for one in all {
            grouped.entry((one.code.clone(), one.unit)).or_default().push(one);
        }
        let units = unit::all(&mut conn).await?;
        let running = grouped.into_iter().filter_map(|((_, unit), versions)| {
            let unit = units.iter().find(|one| one.id == unit)?.clone();
            let reigns = reigns(&versions);
            Some(Running { unit, versions, reigns })
        });
        Ok(running.collect())
    }

    /// A version that was ever put into force, and the unit that runs it.
    pub async fn public_adoption(&self, id: AdoptionId) -> Result<(Adoption, Unit), ActError> {
        let found = super::load(&mut self.reader().await?, id).await?;
        if found.0.is_public() { Ok(found) } else { Err(ActError::NotFound) }
    }
}
