//! Transfer a finding (移送): to the organ that is competent for it, with its receipt; before anybody was given notice.

use super::load::{Begun, begin};
use super::{FindingChanged, keep};
use crate::ActError;
use crate::matter::{self, PaperForm};
use qz_domain::field::{self, FieldError};
use qz_domain::finding::{FindingRefusal, REASON_MOST, Receipt, Step};
use qz_domain::id::{AccountId, FindingId};
use qz_domain::matter::{MatterRefusal, Part};
use qz_domain::refusal::Refusal;
use qz_store::{Act, Write, accountability};

/// The most characters of an organ's name, and of a document's number.
const NAME_MOST: usize = 60;

/// What whoever transfers it writes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TransferForm {
    /// The competent organ, as its receipt names it.
    pub organ: String,
    /// The receipt's document number.
    pub number: String,
    /// The day on the receipt.
    pub day: String,
    /// Why it is for that organ.
    pub reason: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

/// Transfers a finding.
#[derive(Debug, Clone)]
pub struct TransferFinding {
    /// Who transfers it.
    pub actor: AccountId,
    /// Which finding.
    pub finding: FindingId,
    /// The version they read.
    pub version: i64,
    /// What they write.
    pub form: TransferForm,
}

impl Act for TransferFinding {
    type Receipt = FindingChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<FindingChanged, ActError> {
        let Self { actor, finding, version, form } = self;
        let mut begun = begin(write, actor, finding, (Step::Transfer, version)).await?;
        if !accountability::of_finding(write.reads(), finding).await?.is_empty() {
            return Err(Refusal::from(FindingRefusal::NoticeGiven).into());
        }
        let Begun { actor, loaded, .. } = &mut begun;
        let one = &mut loaded.finding;
        let doing = matter::alone(write, actor, &form.paper, Some(one.latest())).await?;
        let receipt = receipt(&form)?;
        if receipt.day > doing.day {
            return Err(Refusal::from(MatterRefusal::DayAhead { day: receipt.day }).into());
        }
        one.reason = field::text("reason", &form.reason, REASON_MOST)?;
        (one.receipt, one.handled_on) = (Some(receipt), Some(doing.day));
        keep(write, begun, (Step::Transfer, Part::Transferred), doing).await
    }
}

fn receipt(form: &TransferForm) -> Result<Receipt, FieldError> {
    Ok(Receipt {
        organ: field::text("receipt_organ", &form.organ, NAME_MOST)?,
        number: field::text("transfer_number", &form.number, NAME_MOST)?,
        day: field::day("receipt_on", &form.day)?,
    })
}
