//! Decide on no measure (不予追究): a panel finds that nothing is to follow, and says why.

use super::decide::deciding;
use super::load::{Begun, begin};
use super::{AccountabilityChanged, keep};
use crate::ActError;
use crate::matter::{self, Doing, PaperForm};
use qz_domain::accountability::Step;
use qz_domain::field;
use qz_domain::finding::REASON_MOST;
use qz_domain::id::{AccountId, AccountabilityId};
use qz_store::{Act, Write};

/// What the panel says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DropForm {
    /// The panel, by work number or name; the first one chairs and signs.
    pub panel: Vec<String>,
    /// Why nothing follows.
    pub because: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

/// Decides on no measure.
#[derive(Debug, Clone)]
pub struct DropAccountability {
    /// One of the panel, or who keys its minutes.
    pub actor: AccountId,
    /// Which accountability.
    pub accountability: AccountabilityId,
    /// The version they read.
    pub version: i64,
    /// What they say.
    pub form: DropForm,
}

impl Act for DropAccountability {
    type Receipt = AccountabilityChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<AccountabilityChanged, ActError> {
        let Self { actor, accountability, version, form } = self;
        let mut begun = begin(write, actor, accountability, (Step::Drop, version)).await?;
        let Begun { actor, loaded, .. } = &mut begun;
        loaded.row.because = field::text("because", &form.because, REASON_MOST)?;
        let earlier = Some(loaded.row.latest());
        let named = ("panel", form.panel.as_slice());
        let doing = matter::together(write, actor, &form.paper, earlier, named).await?;
        dropped(write, begun, doing).await
    }
}

/// What a panel that is made decides, under the guards of the step.
pub(super) async fn dropped(
    write: &mut Write,
    mut begun: Begun,
    doing: Doing,
) -> Result<AccountabilityChanged, ActError> {
    begun.loaded.row.decided_on = Some(doing.day);
    let part = deciding(&begun.loaded);
    keep(write, begun, (Step::Drop, part), doing).await
}
