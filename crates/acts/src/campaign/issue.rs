//! Issue a campaign's plan (印发专项): by somebody who drafted none of it. The plan it names is replaced
//! from then on.

use super::load::begin;
use super::{CampaignChanged, keep};
use crate::ActError;
use crate::matter::{self, PaperForm};
use jiff::civil::Date;
use qz_domain::campaign::{Campaign, CampaignRefusal, LINE_MOST, Step, TRANSITIONS};
use qz_domain::field;
use qz_domain::id::{AccountId, CampaignId};
use qz_domain::matter::Part;
use qz_domain::procedure;
use qz_domain::refusal::Refusal;
use qz_store::{Act, Write, campaign};

/// Issues a plan.
#[derive(Debug, Clone)]
pub struct IssueCampaign {
    /// Who issues it.
    pub actor: AccountId,
    /// Which campaign.
    pub campaign: CampaignId,
    /// The version they read.
    pub version: i64,
    /// The document number it goes out under; may be empty.
    pub doc_number: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

impl Act for IssueCampaign {
    type Receipt = CampaignChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<CampaignChanged, ActError> {
        let Self { actor, campaign, version, doc_number, paper } = self;
        let mut begun = begin(write, actor, campaign, (Step::Issue, version)).await?;
        let plan = &mut begun.campaign;
        plan.doc_number = field::optional_text("doc_number", &doc_number, LINE_MOST)?;
        let doing = matter::alone(write, &begun.actor, &paper, Some(plan.latest_on)).await?;
        must_not_be_over(plan, doing.day)?;
        must_still_stand(write, plan).await?;
        plan.issued_on = Some(doing.day);
        keep(write, begun, (Step::Issue, Part::Signed), doing).await
    }
}

fn must_not_be_over(plan: &Campaign, day: Date) -> Result<(), Refusal> {
    let ends = plan.ends;
    if ends < day { Err(CampaignRefusal::DaysOver { ends }.into()) } else { Ok(()) }
}

/// Refuses to take the place of a plan that another has replaced since.
async fn must_still_stand(write: &mut Write, plan: &Campaign) -> Result<(), ActError> {
    let Some(earlier) = plan.replaces else { return Ok(()) };
    let earlier = campaign::find(write.reads(), earlier).await?.ok_or(ActError::NotFound)?;
    if procedure::find(TRANSITIONS, Some(earlier.stage), Step::Replace).is_ok() {
        return Ok(());
    }
    let title = earlier.title;
    Err(Refusal::from(CampaignRefusal::ReplacedByAnother { title }).into())
}
