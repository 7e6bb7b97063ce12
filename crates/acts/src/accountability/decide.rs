//! Decide on a measure (议定措施): a panel of three that took no part before answers the statement and
//! stays within its authority and the notice. The decision takes its number.

use super::load::{Begun, Loaded, begin};
use super::{AccountabilityChanged, keep, subject_name};
use crate::matter::{self, Doing, PaperForm, law};
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
        let earlier = take(loaded, (&form.measure, &form.response, &form.because))?;
        let named = ("panel", form.panel.as_slice());
        let doing = matter::together(write, actor, &form.paper, Some(earlier), named).await?;
        decided(write, begun, (doing, &form.lasts)).await
    }
}

/// Takes over what a panel says of a measure: the measure, the answer, the reason. Gives the day before which
/// nothing is decided.
pub(crate) fn take(
    loaded: &mut Loaded,
    (measure, response, because): (&str, &str, &str),
) -> Result<Date, ActError> {
    let row = &mut loaded.row;
    row.because = field::text("because", because, REASON_MOST)?;
    row.response = field::optional_text("response", response, REASON_MOST)?;
    measure.trim().clone_into(&mut row.measure);
    let borne_out_on = loaded.borne_out_on.ok_or(Refusal::from(MatterRefusal::NotUpheld))?;
    Ok(row.latest().max(borne_out_on))
}

/// What a panel that is made decides, under the guards of the step.
pub(super) async fn decided(
    write: &mut Write,
    mut begun: Begun,
    (doing, lasts): (Doing, &str),
) -> Result<AccountabilityChanged, ActError> {
    must_be_lawful(write, &begun.loaded, doing.day).await?;
    let row = &mut begun.loaded.row;
    row.lasts = law::lasting(doing.day, &row.measure, lasts)?;
    let year = doing.day.year();
    let last = accountability::last_serial(write.reads(), row.organ, year).await?;
    row.number = DocumentNumber::new(year, last + 1);
    row.decided_on = Some(doing.day);
    let part = deciding(&begun.loaded);
    keep(write, begun, (Step::Decide, part), doing).await
}

/// Whether the measure may be decided on a day: the subject heard, within authority, no heavier than noticed.
pub(crate) async fn must_be_lawful(
    write: &mut Write,
    loaded: &Loaded,
    day: Date,
) -> Result<(), ActError> {
    let row = &loaded.row;
    must_be_heard(write, row, day).await?;
    if loaded.is_without_fault {
        liability::must_not_be_exculpated(write, row).await?;
    }
    let competent = law::competent(write, (&loaded.organ, row.instead_of)).await?;
    let (units, subject) = ((&competent, &loaded.unit), row.subject);
    law::authority(day, &row.measure, units, subject)?;
    law::fits(day, &row.measure, loaded.weight)?;
    law::no_heavier(day, &row.measure, &row.proposed)
}

/// What a review sent back is decided by others than before; in a light procedure the unit's own decides alone, and
/// whoever handles it in the unit's stead.
pub(crate) fn deciding(loaded: &Loaded) -> Part {
    let has = loaded.row.instead_of.unwrap_or(loaded.organ.id);
    if loaded.renews.is_some() {
        Part::Redecided
    } else if loaded.weight.is_light() && has == loaded.unit.id {
        Part::Settled
    } else {
        Part::Decided
    }
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
