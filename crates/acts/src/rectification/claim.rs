//! Say that it is put right (申请销号): by the unit's leader alone. The term of the re-check begins.

use super::load::begin;
use super::{RectificationChanged, keep};
use crate::ActError;
use crate::matter::{self, PaperForm, law};
use qz_domain::field;
use qz_domain::id::{AccountId, RectificationId};
use qz_domain::matter::Part;
use qz_domain::rectification::{Extension, Step, TEXT_MOST};
use qz_store::{Act, Write};

/// Says that a rectification is done.
#[derive(Debug, Clone)]
pub struct ClaimRectification {
    /// Who says it.
    pub actor: AccountId,
    /// Which rectification.
    pub rectification: RectificationId,
    /// The version they read.
    pub version: i64,
    /// What was done.
    pub claim: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

impl Act for ClaimRectification {
    type Receipt = RectificationChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<RectificationChanged, ActError> {
        let Self { actor, rectification, version, claim, paper } = self;
        let mut begun = begin(write, actor, rectification, (Step::Claim, version)).await?;
        let one = &mut begun.loaded.rectification;
        one.claim = field::text("claim", &claim, TEXT_MOST)?;
        let doing = matter::alone(write, &begun.actor, &paper, Some(one.latest_on)).await?;
        one.claimed_on = Some(doing.day);
        one.recheck_due = Some(law::deadline(write, doing.day, "rectification_recheck").await?);
        if one.extension == Extension::Asked {
            // What is put right needs no more time.
            one.extension = Extension::Denied;
        }
        keep(write, begun, (Step::Claim, Part::Claimed), doing).await
    }
}
