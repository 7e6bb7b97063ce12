//! Adjudicate a finding (认定线索): whether it is borne out, once everybody who was given notice was
//! heard; by somebody who neither found nor verified it.

use super::load::{Begun, begin};
use super::{FindingChanged, keep};
use crate::ActError;
use crate::accountability::subject_name;
use crate::matter::{self, PaperForm, law};
use jiff::civil::Date;
use qz_domain::accountability::Accountability;
use qz_domain::field;
use qz_domain::finding::{Adjudication, Finding, REASON_MOST, Step};
use qz_domain::id::{AccountId, FindingId};
use qz_domain::matter::{MatterRefusal, Part};
use qz_domain::refusal::{Guard, Refusal};
use qz_store::{Act, Write, accountability};

/// What the adjudicator says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AdjudicationForm {
    /// 属实, 部分属实 or 不实.
    pub outcome: String,
    /// Code of the ground in the law of the day; none for 不实.
    pub ground: String,
    /// Duty, conduct and causation; or why it is not borne out.
    pub reason: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

/// Adjudicates a finding.
#[derive(Debug, Clone)]
pub struct AdjudicateFinding {
    /// Who adjudicates.
    pub actor: AccountId,
    /// Which finding.
    pub finding: FindingId,
    /// The version they read.
    pub version: i64,
    /// What they say.
    pub form: AdjudicationForm,
}

impl Act for AdjudicateFinding {
    type Receipt = FindingChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<FindingChanged, ActError> {
        let Self { actor, finding, version, form } = self;
        let step = field::word::<Adjudication>("outcome", &form.outcome)?.step();
        let mut begun = begin(write, actor, finding, (step, version)).await?;
        let Begun { actor, loaded, transition, .. } = &mut begun;
        loaded.finding.may_be_settled().map_err(Refusal::from)?;
        let part = adjudicating(&loaded.finding);
        let noticed = accountability::of_finding(write.reads(), finding).await?;
        let heard = noticed.iter().filter_map(|one| one.answered_on).max();
        let earlier = heard.max(Some(loaded.finding.latest()));
        let doing = matter::alone(write, actor, &form.paper, earlier).await?;
        loaded.finding.reason = field::text("reason", &form.reason, REASON_MOST)?;
        loaded.finding.adjudicated_on = Some(doing.day);
        if transition.guards.contains(&Guard::Heard) {
            must_be_heard(write, &noticed, doing.day).await?;
        }
        if step != Step::FindUnfounded {
            law::ground(doing.day, &form.ground)?;
            form.ground.trim().clone_into(&mut loaded.finding.ground);
        }
        keep(write, begun, (step, part), doing).await
    }
}

/// In a light procedure one alone says whether it is borne out and decides on it.
fn adjudicating(finding: &Finding) -> Part {
    if finding.weight.is_light() { Part::Settled } else { Part::Adjudicated }
}

/// Everybody who was given notice was heard, and somebody was.
async fn must_be_heard(
    write: &mut Write,
    noticed: &[Accountability],
    day: Date,
) -> Result<(), ActError> {
    if noticed.is_empty() {
        return Err(Refusal::from(MatterRefusal::NobodyNoticed).into());
    }
    for one in noticed {
        if !one.is_heard(day) {
            let name = subject_name(write.reads(), one).await?;
            one.must_be_heard(&name, day)?;
        }
    }
    Ok(())
}
