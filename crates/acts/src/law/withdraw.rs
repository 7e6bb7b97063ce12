//! Withdraw a proposed change of the county's own law (撤回期限调整) that is not answered yet.

use super::load::begin;
use super::{LawChangeChanged, keep};
use crate::ActError;
use crate::matter::{self, PaperForm};
use qz_domain::field;
use qz_domain::finding::REASON_MOST;
use qz_domain::id::{AccountId, LawChangeId};
use qz_domain::law::change::Step;
use qz_domain::matter::Part;
use qz_store::{Act, Write};

/// Withdraws a change.
#[derive(Debug, Clone)]
pub struct WithdrawLawChange {
    /// Who withdraws it.
    pub actor: AccountId,
    /// Which change.
    pub change: LawChangeId,
    /// The version they read.
    pub version: i64,
    /// Why.
    pub reason: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

impl Act for WithdrawLawChange {
    type Receipt = LawChangeChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<LawChangeChanged, ActError> {
        let Self { actor, change, version, reason, paper } = self;
        let mut begun = begin(write, actor, change, (Step::Withdraw, version)).await?;
        begun.change.answer = field::text("reason", &reason, REASON_MOST)?;
        let earlier = Some(begun.change.latest_on);
        let doing = matter::alone(write, &begun.actor, &paper, earlier).await?;
        keep(write, begun, (Step::Withdraw, Part::Withdrawn), doing).await
    }
}
