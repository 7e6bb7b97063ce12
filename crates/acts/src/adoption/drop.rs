//! Take a draft of a scheme back (撤回机制); it stays on record with the reason.

use super::load::begin;
use super::{AdoptionChanged, keep};
use crate::ActError;
use crate::matter::{self, PaperForm};
use qz_domain::adoption::{REASON_MOST, Step};
use qz_domain::field;
use qz_domain::id::{AccountId, AdoptionId};
use qz_domain::matter::Part;
use qz_store::{Act, Write};

/// Takes a draft back.
#[derive(Debug, Clone)]
pub struct DropAdoption {
    /// Who does.
    pub actor: AccountId,
    /// Which.
    pub adoption: AdoptionId,
    /// The version they read.
    pub version: i64,
    /// Why.
    pub reason: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

impl Act for DropAdoption {
    type Receipt = AdoptionChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<AdoptionChanged, ActError> {
        let Self { actor, adoption, version, reason, paper } = self;
        let mut begun = begin(write, (actor, adoption), (Step::Drop, version)).await?;
        begun.adoption.reason = field::text("reason", &reason, REASON_MOST)?;
        let earlier = Some(begun.adoption.latest_on);
        let doing = matter::alone(write, &begun.actor, &paper, earlier).await?;
        keep(write, begun, (Step::Drop, Part::Withdrawn), doing).await
    }
}
