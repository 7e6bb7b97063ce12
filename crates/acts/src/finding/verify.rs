//! Verify a finding (核实线索): two people who were not on the visit fix the facts, for and against.

use super::load::{Begun, begin};
use super::{FindingChanged, keep};
use crate::ActError;
use crate::matter::{self, PaperForm};
use qz_domain::field;
use qz_domain::finding::{FACTS_MOST, Step};
use qz_domain::id::{AccountId, FindingId};
use qz_domain::matter::Part;
use qz_store::{Act, Write};

/// What the verifiers write.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VerificationForm {
    /// The verifiers, by work number or name.
    pub verifiers: Vec<String>,
    /// The facts as they fixed them.
    pub established: String,
    /// What speaks for the people concerned.
    pub in_favour: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

/// Verifies a finding.
#[derive(Debug, Clone)]
pub struct VerifyFinding {
    /// One of the verifiers, or who keys their sheet.
    pub actor: AccountId,
    /// Which finding.
    pub finding: FindingId,
    /// The version they read.
    pub version: i64,
    /// What they wrote.
    pub form: VerificationForm,
}

impl Act for VerifyFinding {
    type Receipt = FindingChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<FindingChanged, ActError> {
        let Self { actor, finding, version, form } = self;
        let mut begun = begin(write, actor, finding, (Step::Verify, version)).await?;
        let Begun { actor, loaded, .. } = &mut begun;
        loaded.finding.established = field::text("established", &form.established, FACTS_MOST)?;
        loaded.finding.in_favour = field::text("in_favour", &form.in_favour, FACTS_MOST)?;
        let earlier = Some(loaded.finding.latest());
        let named = ("verifiers", form.verifiers.as_slice());
        let doing = matter::together(write, actor, &form.paper, earlier, named).await?;
        loaded.finding.verified_on = Some(doing.day);
        keep(write, begun, (Step::Verify, Part::Verified), doing).await
    }
}
