//! Hand an accountability over before it is decided (转办问责): to the organ above, or to another in one's stead.

use super::load::{Begun, begin};
use super::{AccountabilityChanged, keep};
use crate::ActError;
use crate::matter::{self, HandOverForm};
use qz_domain::accountability::Step;
use qz_domain::id::{AccountId, AccountabilityId};
use qz_domain::matter::Part;
use qz_store::{Act, Write};

/// Hands an accountability over.
#[derive(Debug, Clone)]
pub struct HandOverAccountability {
    /// Who hands it over.
    pub actor: AccountId,
    /// Which accountability.
    pub accountability: AccountabilityId,
    /// The version they read.
    pub version: i64,
    /// To whom, and why.
    pub form: HandOverForm,
}

impl Act for HandOverAccountability {
    type Receipt = AccountabilityChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<AccountabilityChanged, ActError> {
        let Self { actor, accountability, version, form } = self;
        let mut begun = begin(write, actor, accountability, (Step::HandOver, version)).await?;
        let Begun { actor, loaded, .. } = &mut begun;
        let row = &mut loaded.row;
        let doing = matter::alone(write, actor, &form.paper, Some(row.latest())).await?;
        let from = (&loaded.organ, row.instead_of);
        let handed = matter::handed(write, &form, from, (row.unit, doing.day)).await?;
        (row.organ, row.instead_of) = (handed.to, handed.instead_of);
        row.handed_because = handed.because;
        keep(write, begun, (Step::HandOver, Part::HandedOver), doing).await
    }
}
