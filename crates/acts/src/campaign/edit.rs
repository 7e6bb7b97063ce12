//! Edit a campaign's plan (修改专项): the whole plan at once, before it is issued. Whoever edits it is one
//! of its drafters.

use super::load::{Begun, begin, replaced};
use super::written::{CampaignForm, Written};
use super::{CampaignChanged, keep};
use crate::ActError;
use crate::matter;
use qz_domain::campaign::{Campaign, Step};
use qz_domain::id::{AccountId, CampaignId};
use qz_domain::matter::Part;
use qz_domain::refusal::Refusal;
use qz_store::{Act, Write, campaign, unit};

/// Writes a plan again.
#[derive(Debug, Clone)]
pub struct EditCampaign {
    /// Who edits it.
    pub actor: AccountId,
    /// Which campaign.
    pub campaign: CampaignId,
    /// The version they read.
    pub version: i64,
    /// What they wrote.
    pub form: CampaignForm,
}

impl Act for EditCampaign {
    type Receipt = CampaignChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<CampaignChanged, ActError> {
        let Self { actor, campaign, version, form } = self;
        let mut begun = begin(write, actor, campaign, (Step::Edit, version)).await?;
        let units = unit::all(write.reads()).await?;
        let written = Written::read(&form, &units)?;
        let Begun { actor, campaign, .. } = &mut begun;
        let replaces = match &*form.replaces {
            same if campaign.replaces.is_some_and(|id| id.to_string() == same) => campaign.replaces,
            other => replaced(write.reads(), other, campaign.organ).await?,
        };
        let doing = matter::alone(write, actor, &form.paper, Some(campaign.latest_on)).await?;
        let before = campaign.clone();
        put(campaign, written);
        campaign.replaces = replaces;
        if *campaign == before {
            return Err(Refusal::NothingChanged.into());
        }
        if campaign.phases != before.phases {
            campaign::replace_phases(write, campaign).await?;
        }
        if campaign.duties != before.duties {
            campaign::replace_duties(write, campaign).await?;
        }
        keep(write, begun, (Step::Edit, Part::Drafted), doing).await
    }
}

fn put(campaign: &mut Campaign, written: Written) {
    campaign.title = written.title;
    campaign.doc_number = written.doc_number;
    campaign.purpose = written.purpose;
    campaign.body = written.body;
    campaign.starts = written.starts;
    campaign.ends = written.ends;
    campaign.report_days = written.report_days;
    campaign.phases = written.phases;
    campaign.duties = written.duties;
}
