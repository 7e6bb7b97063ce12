//! Hand a finding over (转办线索): to the organ above, which takes it with every step, or to another in one's stead.

use super::load::{Begun, begin};
use super::{FindingChanged, keep};
use crate::ActError;
use crate::matter::{self, HandOverForm};
use qz_domain::finding::Step;
use qz_domain::id::{AccountId, FindingId};
use qz_domain::matter::{HandOver, Part};
use qz_domain::weight::Weight;
use qz_store::{Act, Write};

/// Hands a finding over.
#[derive(Debug, Clone)]
pub struct HandOverFinding {
    /// Who hands it over.
    pub actor: AccountId,
    /// Which finding.
    pub finding: FindingId,
    /// The version they read.
    pub version: i64,
    /// To whom, and why.
    pub form: HandOverForm,
}

impl Act for HandOverFinding {
    type Receipt = FindingChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<FindingChanged, ActError> {
        let Self { actor, finding, version, form } = self;
        let mut begun = begin(write, actor, finding, (Step::HandOver, version)).await?;
        let Begun { actor, loaded, .. } = &mut begun;
        let one = &mut loaded.finding;
        let doing = matter::alone(write, actor, &form.paper, Some(one.latest())).await?;
        let from = (&loaded.organ, one.instead_of);
        let handed = matter::handed(write, &form, from, (one.unit, doing.day)).await?;
        if handed.way == HandOver::Lifted {
            one.weight = Weight::County;
        }
        (one.organ, one.instead_of) = (handed.to, handed.instead_of);
        one.handed_because = handed.because;
        one.handled_on = Some(doing.day);
        keep(write, begun, (Step::HandOver, Part::HandedOver), doing).await
    }
}
