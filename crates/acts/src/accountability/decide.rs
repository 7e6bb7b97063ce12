//! Decide on a measure (议定措施): a panel of three that took no part before answers the statement and
//! stays within its authority and the notice. The decision takes its number.

use super::load::{Begun, Loaded, begin};
use super::{AccountabilityChanged, keep, subject_name};
use crate::matter::{self, PaperForm, law};
use crate::{ActError, liability};
use jiff::civil::Date;
use qz_domain::accountability::{Accountability, Stage, Step};
use qz_domain::field;
use qz_domain::finding::REASON_MOST;
use qz_domain::id::{AccountId, AccountabilityId};
use qz_domain::matter::{MatterRefusal, Part};
use qz_domain::number::DocumentNumber;
use qz_domain::refusal::Refusal;
use qz_store::{Act, Write, accountability};

/// What the panel decides.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DecisionForm {
    /// The panel, by work number or name; the first one chairs and signs.
    pub panel: Vec<String>,
    /// Code of the measure.
    pub measure: String,
    /// How long it lasts, a number in the unit of the measure; empty where it does not last.
    pub lasts: String,
    /// The answer to the statement; empty when it was waived.
    pub response: String,
    /// Why this measure.
    pub because: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

/// Decides on a measure.
#[derive(Debug, Clone)]
pub struct DecideMeasure {
    /// One of the panel, or who keys its minutes.
    pub actor: AccountId,
    /// Which accountability.
    pub accountability: AccountabilityId,
    /// The version they read.
    pub version: i64,
    /// What they decide.
    pub form: DecisionForm,
}

impl Act for DecideMeasure {
    type Receipt = AccountabilityChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<AccountabilityChanged, ActError> {
        let Self { actor, accountability, version, form } = self;
        let mut begun = begin(write, actor, accountability, (Step::Decide, version)).await?;
        let Begun { actor, loaded, .. } = &mut begun;
        let row = &mut loaded.row;
        row.because = field::text("because", &form.because, REASON_MOST)?;
        row.response = field::optional_text("response", &form.response, REASON_MOST)?;
        form.measure.trim().clone_into(&mut row.measure);
        let borne_out_on = loaded.borne_out_on.ok_or(Refusal::from(MatterRefusal::NotUpheld))?;
        let earlier = Some(row.latest().max(borne_out_on));
        let named = ("panel", form.panel.as_slice());
        let doing = matter::together(write, actor, &form.paper, earlier, named).await?;
        must_be_heard(write, row, doing.day).await?;
        if loaded.is_without_fault {
            liability::must_not_be_exculpated(write, row).await?;
        }
        let (units, subject) = ((&loaded.organ, &loaded.unit), row.subject);
        law::authority(doing.day, &row.measure, units, subject)?;
        law::no_heavier(doing.day, &row.measure, &row.proposed)?;
        row.lasts = law::lasting(doing.day, &row.measure, &form.lasts)?;
        let year = doing.day.year();
        let last = accountability::last_serial(write.reads(), row.organ, year).await?;
        row.number = DocumentNumber::new(year, last + 1);
        row.decided_on = Some(doing.day);
        let part = deciding(&begun.loaded);
        keep(write, begun, (Step::Decide, part), doing).await
    }
}

/// What a review sent back is decided by others than before.
pub(super) fn deciding(loaded: &Loaded) -> Part {
    if loaded.renews.is_some() { Part::Redecided } else { Part::Decided }
}

/// The subject was heard, and what they said is answered.
async fn must_be_heard(write: &mut Write, row: &Accountability, day: Date) -> Result<(), ActError> {
    if !row.is_heard(day) {
        let name = subject_name(write.reads(), row).await?;
        row.must_be_heard(&name, day)?;
    }
    if row.stage == Stage::Answered && row.response.is_empty() {
        return Err(Refusal::from(MatterRefusal::StatementUnanswered).into());
    }
    Ok(())
}
