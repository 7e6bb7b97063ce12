//! Confirm a change of the county's own law (确认期限调整), or refuse it: by somebody who had no part in
//! proposing it. What is confirmed holds from a day that is still to come; terms that run keep theirs.

use super::load::begin;
use super::{LawChangeChanged, keep};
use crate::ActError;
use crate::matter::{self, PaperForm};
use qz_domain::field;
use qz_domain::finding::REASON_MOST;
use qz_domain::id::{AccountId, LawChangeId};
use qz_domain::instant;
use qz_domain::law::change::Step;
use qz_domain::matter::Part;
use qz_store::{Act, Write};

/// Confirms a change.
#[derive(Debug, Clone)]
pub struct ConfirmLawChange {
    /// Who confirms it.
    pub actor: AccountId,
    /// Which change.
    pub change: LawChangeId,
    /// The version they read.
    pub version: i64,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

impl Act for ConfirmLawChange {
    type Receipt = LawChangeChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<LawChangeChanged, ActError> {
        let Self { actor, change, version, paper } = self;
        let mut begun = begin(write, actor, change, (Step::Confirm, version)).await?;
        let earlier = Some(begun.change.latest_on);
        let doing = matter::alone(write, &begun.actor, &paper, earlier).await?;
        let county = write.county_law();
        begun.change.must_be_possible(county, instant::day(write.now()))?;
        let confirmed = i64::try_from(county.terms().len()).unwrap_or(i64::MAX);
        begun.change.ordinal = Some(confirmed.saturating_add(1));
        keep(write, begun, (Step::Confirm, Part::Ruled), doing).await
    }
}

/// Refuses a change.
#[derive(Debug, Clone)]
pub struct RefuseLawChange {
    /// Who refuses it.
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

impl Act for RefuseLawChange {
    type Receipt = LawChangeChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<LawChangeChanged, ActError> {
        let Self { actor, change, version, reason, paper } = self;
        let mut begun = begin(write, actor, change, (Step::Refuse, version)).await?;
        begun.change.answer = field::text("reason", &reason, REASON_MOST)?;
        let earlier = Some(begun.change.latest_on);
        let doing = matter::alone(write, &begun.actor, &paper, earlier).await?;
        keep(write, begun, (Step::Refuse, Part::Ruled), doing).await
    }
}
