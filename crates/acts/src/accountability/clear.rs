//! Clear a name (澄清正名): whoever was given notice of a finding that is unfounded is told so, in the same
//! scope; by somebody who was not on the visit that found it.

use super::load::{Begun, begin};
use super::{AccountabilityChanged, keep};
use crate::ActError;
use crate::matter::{self, PaperForm};
use crate::message;
use qz_domain::accountability::Step;
use qz_domain::field;
use qz_domain::finding::REASON_MOST;
use qz_domain::id::{AccountId, AccountabilityId};
use qz_domain::matter::Part;
use qz_store::{Act, Write};

/// What a clearing notice says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ClearingForm {
    /// That the matter is not borne out, in its own words.
    pub says: String,
    /// The receipt (送达回证), when it was signed on paper.
    pub paper: PaperForm,
}

/// Clears one subject of an unfounded finding.
#[derive(Debug, Clone)]
pub struct ClearSubject {
    /// Who tells them.
    pub actor: AccountId,
    /// Which accountability.
    pub accountability: AccountabilityId,
    /// The version they read.
    pub version: i64,
    /// What they say.
    pub form: ClearingForm,
}

impl Act for ClearSubject {
    type Receipt = AccountabilityChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<AccountabilityChanged, ActError> {
        let Self { actor, accountability, version, form } = self;
        let mut begun = begin(write, actor, accountability, (Step::Clear, version)).await?;
        let Begun { actor, loaded, .. } = &mut begun;
        let row = &mut loaded.row;
        row.response = field::text("clearing", &form.says, REASON_MOST)?;
        let earlier = loaded.unfounded_on.max(Some(row.latest()));
        let doing = matter::alone(write, actor, &form.paper, earlier).await?;
        row.served_on = Some(doing.day);
        message::cleared(write, row).await?;
        keep(write, begun, (Step::Clear, Part::Cleared), doing).await
    }
}
