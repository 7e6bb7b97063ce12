//! Draft the plan of a campaign (拟定专项).

use super::load::replaced;
use super::written::{CampaignForm, Written};
use crate::matter::{self, Setting};
use crate::{ActError, power};
use qz_domain::action::Action;
use qz_domain::campaign::{Campaign, Stage, Step, TRANSITIONS};
use qz_domain::field::{Fault, FieldError};
use qz_domain::id::{AccountId, CampaignId};
use qz_domain::matter::Part;
use qz_domain::power::Concern;
use qz_domain::procedure;
use qz_domain::unit::{Unit, named};
use qz_store::{Act, Subject, Write, campaign, hand, unit};
use serde::{Deserialize, Serialize};

/// Drafts a campaign's plan.
#[derive(Debug, Clone)]
pub struct DraftCampaign {
    /// Who drafts it.
    pub actor: AccountId,
    /// What they wrote.
    pub form: CampaignForm,
}

/// The campaign's number in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CampaignDrafted {
    /// In the store.
    pub campaign: CampaignId,
}

impl Act for DraftCampaign {
    type Receipt = CampaignDrafted;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<CampaignDrafted, ActError> {
        let Self { actor, form } = self;
        let units = unit::all(write.reads()).await?;
        let organ = lead(&units, &form.organ)?;
        let concern = Concern::of_unit(organ.id, organ.line);
        let actor = power::require(write, actor, Action::CampaignDraft, &concern).await?;
        let written = Written::read(&form, &units)?;
        let replaces = replaced(write.reads(), &form.replaces, organ.id).await?;
        let doing = matter::alone(write, &actor, &form.paper, None).await?;
        let guards = procedure::find(TRANSITIONS, None, Step::Draft)?.guards;
        let (part, lead) = (Part::Drafted, organ.id);
        let setting = Setting { part, guards, hands: &[], organ: lead, unit: organ, subject: None };
        let hands = matter::screen(write, setting, &doing).await?;
        let Written { title, doc_number, purpose, body, starts, ends, .. } = written;
        let made = Campaign {
            id: CampaignId(write.next_id()),
            organ: lead,
            stage: Stage::Drafted,
            title,
            doc_number,
            purpose,
            body,
            starts,
            ends,
            report_days: written.report_days,
            replaces,
            drafted_on: doing.day,
            issued_on: None,
            latest_on: doing.day,
            reason: String::new(),
            phases: written.phases,
            duties: written.duties,
            version: 1,
        };
        campaign::insert(write, &made).await?;
        hand::add_to_campaign(write, made.id, &hands).await?;
        write.record(doing.deed(Step::Draft, made.id.object(), &actor)).await?;
        Ok(CampaignDrafted { campaign: made.id })
    }
}

/// The lead, among the units of the county.
fn lead<'a>(units: &'a [Unit], given: &str) -> Result<&'a Unit, FieldError> {
    let fault = |fault| FieldError::new("organ", fault);
    match given.trim() {
        "" => Err(fault(Fault::Missing)),
        given => named(units, given).ok_or_else(|| fault(Fault::Unknown(given.to_owned()))),
    }
}
