//! Call off a campaign's plan (撤销专项) that is not issued; it stays on record with the reason.

use super::load::begin;
use super::{CampaignChanged, keep};
use crate::ActError;
use crate::matter::{self, PaperForm};
use qz_domain::campaign::Step;
use qz_domain::field;
use qz_domain::finding::REASON_MOST;
use qz_domain::id::{AccountId, CampaignId};
use qz_domain::matter::Part;
use qz_store::{Act, Write};

/// Calls off a plan.
#[derive(Debug, Clone)]
pub struct CallOffCampaign {
    /// Who calls it off.
    pub actor: AccountId,
    /// Which campaign.
    pub campaign: CampaignId,
    /// The version they read.
    pub version: i64,
    /// Why.
    pub reason: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

impl Act for CallOffCampaign {
    type Receipt = CampaignChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<CampaignChanged, ActError> {
        let Self { actor, campaign, version, reason, paper } = self;
        let mut begun = begin(write, actor, campaign, (Step::CallOff, version)).await?;
        begun.campaign.reason = field::text("reason", &reason, REASON_MOST)?;
        let earlier = Some(begun.campaign.latest_on);
        let doing = matter::alone(write, &begun.actor, &paper, earlier).await?;
        keep(write, begun, (Step::CallOff, Part::CalledOff), doing).await
    }
}
