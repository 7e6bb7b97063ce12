//! A version of a scheme ready to run: its text as read, and the days on which its cycles begin.

use crate::ActError;
use qz_domain::adoption::{Adoption, Reign, reigns};
use qz_domain::id::AdoptionId;
use qz_domain::unit::Unit;
use qz_mechanism::Mechanism;
use qz_mechanism::block::Block;
use qz_store::{Conn, adoption};

/// A version of a scheme that was put into force.
pub(crate) struct Scheme {
    pub adoption: Adoption,
    pub unit: Unit,
    pub mechanism: Mechanism,
    pub reign: Reign,
}

impl Scheme {
    /// A version by its number in the store; not found where it was never in force.
    pub async fn load(conn: &mut Conn, id: AdoptionId) -> Result<Self, ActError> {
        let (adoption, unit) = crate::adoption::load(conn, id).await?;
        let versions = adoption::versions(conn, (unit.id, &adoption.code)).await?;
        Self::of((adoption, unit), &versions)
    }

    /// A version among all of its scheme in its unit.
    pub fn of((adoption, unit): (Adoption, Unit), versions: &[Adoption]) -> Result<Self, ActError> {
        let all = reigns(versions);
        let reign = all.into_iter().find(|reign| reign.adoption == adoption.id);
        let reign = reign.ok_or(ActError::NotFound)?;
        let mechanism = Mechanism::read(&adoption.text).mechanism.ok_or(ActError::NotFound)?;
        Ok(Self { adoption, unit, mechanism, reign })
    }

    /// An element of it by its title.
    pub fn element(&self, title: &str) -> Result<&Block, ActError> {
        self.mechanism.element(title).ok_or(ActError::NotFound)
    }
}
