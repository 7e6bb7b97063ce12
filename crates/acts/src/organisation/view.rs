//! What the keepers of the organisation see of it: units with their counts, and how many there are.

use crate::{ActError, Acts};
use qz_store::unit::list;
pub use qz_store::unit::list::UnitLine;

/// How many units, posts and people there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OrganisationCounts {
    /// 单位
    pub units: i64,
    /// 岗位
    pub posts: i64,
    /// 人员
    pub people: i64,
}

impl Acts {
    /// How many units, posts and people there are.
    pub async fn organisation_counts(&self) -> Result<OrganisationCounts, ActError> {
        let (units, posts, people) = list::counts(&mut self.reader().await?).await?;
        Ok(OrganisationCounts { units, posts, people })
    }
}
