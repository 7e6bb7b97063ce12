//! What anybody may read of the county's own law: everything that was confirmed, each with the leaf of
//! the act that confirmed it, and the law as the next act will name it.

use crate::{ActError, Acts};
use qz_domain::law::CountyLaw;
pub use qz_store::entry::LawInForce;
use qz_store::law_change;

/// What the county confirmed of its own law.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfirmedLaw {
    /// The terms, in the order they were confirmed.
    pub county: CountyLaw,
    /// The leaf of the act that confirmed each, in the same order.
    pub leaves: Vec<u64>,
}

impl ConfirmedLaw {
    /// The law as the next act will name it.
    pub fn in_force(&self) -> LawInForce {
        LawInForce::of(&self.county)
    }
}

impl Acts {
    /// Everything the county confirmed of its own law.
    pub async fn confirmed_law(&self) -> Result<ConfirmedLaw, ActError> {
        let mut conn = self.reader().await?;
        let leaves = law_change::confirming_leaves(&mut conn).await?;
        let mut county = law_change::county_law(&mut conn).await?;
        // Read one after the other: what was confirmed in between shows the next time.
        let count = leaves.len().min(county.terms().len());
        county.truncate(count);
        Ok(ConfirmedLaw { county, leaves })
    }
}
