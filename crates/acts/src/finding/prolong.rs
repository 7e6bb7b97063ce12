//! More time to verify (延长核实): asked for once before the term is over, answered by somebody who neither asked nor
//! verifies.

use super::load::{Begun, begin};
use super::{FindingChanged, keep};
use crate::ActError;
use crate::matter::{self, PaperForm};
use crate::wrong::yes_or_no;
use qz_domain::field;
use qz_domain::finding::{FindingRefusal, REASON_MOST, Step};
use qz_domain::id::{AccountId, FindingId};
use qz_domain::matter::Part;
use qz_domain::rectification::Extension;
use qz_domain::refusal::Refusal;
use qz_store::{Act, Write};

/// Asks for more time to verify.
#[derive(Debug, Clone)]
pub struct ProlongVerification {
    /// Who asks.
    pub actor: AccountId,
    /// Which finding.
    pub finding: FindingId,
    /// The version they read.
    pub version: i64,
    /// Why.
    pub reason: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

/// Answers whether there is more time to verify.
#[derive(Debug, Clone)]
pub struct AnswerProlonging {
    /// Who answers.
    pub actor: AccountId,
    /// Which finding.
    pub finding: FindingId,
    /// The version they read.
    pub version: i64,
    /// Whether it is granted: `yes` or `no`.
    pub granted: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

impl Act for ProlongVerification {
    type Receipt = FindingChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<FindingChanged, ActError> {
        let Self { actor, finding, version, reason, paper } = self;
        let mut begun = begin(write, actor, finding, (Step::Prolong, version)).await?;
        let Begun { actor, loaded, .. } = &mut begun;
        let one = &mut loaded.finding;
        let doing = matter::alone(write, actor, &paper, Some(one.latest())).await?;
        one.may_be_prolonged(doing.day).map_err(Refusal::from)?;
        one.extension_reason = field::text("reason", &reason, REASON_MOST)?;
        (one.extension, one.handled_on) = (Extension::Asked, Some(doing.day));
        keep(write, begun, (Step::Prolong, Part::Prolonged), doing).await
    }
}

impl Act for AnswerProlonging {
    type Receipt = FindingChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<FindingChanged, ActError> {
        let Self { actor, finding, version, granted, paper } = self;
        let granted = yes_or_no("granted", &granted)?;
        let step = if granted { Step::Grant } else { Step::Deny };
        let mut begun = begin(write, actor, finding, (step, version)).await?;
        let Begun { actor, loaded, .. } = &mut begun;
        let one = &mut loaded.finding;
        if one.extension != Extension::Asked {
            return Err(Refusal::from(FindingRefusal::NoProlongingAsked).into());
        }
        let doing = matter::alone(write, actor, &paper, Some(one.latest())).await?;
        one.extension = if granted { Extension::Granted } else { Extension::Denied };
        one.handled_on = Some(doing.day);
        keep(write, begun, (step, Part::Extended), doing).await
    }
}
