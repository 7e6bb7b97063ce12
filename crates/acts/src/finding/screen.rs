//! Screen a finding (初筛线索): look into it, ask in writing, hold it, take it as put right, or close it; and say so
//! anew of what was held or answered. By nobody who was on the visit.

use super::load::{Begun, begin};
use super::{FindingChanged, keep};
use crate::ActError;
use crate::matter::{self, PaperForm};
use crate::person::named_person;
use crate::wrong::Wrong;
use qz_domain::field;
use qz_domain::finding::{
    FACTS_MOST, Finding, FindingRefusal, REASON_MOST, Screening, Stage, Step,
};
use qz_domain::id::{AccountId, FindingId};
use qz_domain::matter::Part;
use qz_domain::refusal::Refusal;
use qz_domain::weight::Weight;
use qz_store::{Act, Write, accountability};

/// What screening says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ScreeningForm {
    /// 核实, 谈话函询, 暂存, 即改了结 or 了结.
    pub outcome: String,
    /// Why.
    pub reason: String,
    /// Who is asked in writing, by work number or name; only where somebody is.
    pub asked: String,
    /// What is asked in writing; only where it is.
    pub inquiry: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

/// Screens a finding.
#[derive(Debug, Clone)]
pub struct ScreenFinding {
    /// Who screens it.
    pub actor: AccountId,
    /// Which finding.
    pub finding: FindingId,
    /// The version they read.
    pub version: i64,
    /// What they say.
    pub form: ScreeningForm,
}

impl Act for ScreenFinding {
    type Receipt = FindingChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<FindingChanged, ActError> {
        let Self { actor, finding, version, form } = self;
        let step = field::word::<Screening>("outcome", &form.outcome)?.step();
        let mut begun = begin(write, actor, finding, (step, version)).await?;
        let reason = field::text("reason", &form.reason, REASON_MOST)?;
        let Begun { actor, loaded, .. } = &mut begun;
        let earlier = Some(loaded.finding.latest());
        let doing = matter::alone(write, actor, &form.paper, earlier).await?;
        if step == Step::Ask {
            let mut wrong = Wrong::default();
            let asked = named_person(write.reads(), "asked", &form.asked).await;
            let asked = wrong.look(asked)?;
            let inquiry = wrong.note(field::text("inquiry", &form.inquiry, FACTS_MOST));
            let (Some(asked), Some(inquiry)) = (asked, inquiry) else { return Err(wrong.into()) };
            loaded.finding.asked = Some(asked.id);
            loaded.finding.inquiry = inquiry;
        }
        if loaded.finding.stage == Stage::Registered {
            must_fit_the_notice(write, &loaded.finding, step).await?;
        }
        if step == Step::Pursue {
            loaded.finding.weight = Weight::County;
        }
        loaded.finding.must_not_await_a_reply(doing.day).map_err(Refusal::from)?;
        loaded.finding.screening = reason;
        loaded.finding.screened_on = Some(doing.day);
        keep(write, begun, (step, Part::Screened), doing).await
    }
}

/// Once somebody was given notice, whether it is borne out is said: in a light procedure by whoever settles it; where
/// it was handed to the organ above, after two verified it.
async fn must_fit_the_notice(
    write: &mut Write,
    finding: &Finding,
    step: Step,
) -> Result<(), ActError> {
    let is_verified_next = step == Step::Pursue && !finding.weight.is_light();
    if is_verified_next || accountability::of_finding(write.reads(), finding.id).await?.is_empty() {
        return Ok(());
    }
    Err(Refusal::from(FindingRefusal::NoticeGiven).into())
}
