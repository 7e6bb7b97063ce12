//! Campaigns (专项): the plan is drafted by the lead, issued by another hand, and told to its members.

mod call_off;
mod draft;
mod edit;
mod issue;
mod load;
pub mod public;
pub mod view;
mod written;

pub use call_off::CallOffCampaign;
pub use draft::{CampaignDrafted, DraftCampaign};
pub use edit::EditCampaign;
pub use issue::IssueCampaign;
pub use written::{CampaignForm, DutyForm, PhaseForm};

use crate::ActError;
use crate::matter::{self, Doing, Setting};
use load::Begun;
use qz_domain::campaign::{Stage, Step};
use qz_domain::matter::Part;
use qz_store::{Subject, Write, campaign, hand};
use serde::{Deserialize, Serialize};

/// What every step on an existing campaign gives back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CampaignChanged {
    /// The version it made.
    pub version: i64,
    /// Where the plan stands now.
    pub stage: Stage,
}

/// Passes a step's hands through its guards, then writes the campaign as it now stands. A part that
/// somebody took before is not noted twice.
async fn keep(
    write: &mut Write,
    begun: Begun,
    (step, part): (Step, Part),
    doing: Doing,
) -> Result<CampaignChanged, ActError> {
    let Begun { actor, organ, campaign: mut changed, transition, hands } = begun;
    let guards = transition.guards;
    let setting =
        Setting { part, guards, hands: &hands, organ: organ.id, unit: &organ, subject: None };
    let new = matter::new_hands(write, setting, &doing).await?;
    hand::add_to_campaign(write, changed.id, &new).await?;
    changed.stage = transition.to;
    changed.latest_on = doing.day;
    changed.version += 1;
    campaign::update(write, &changed).await?;
    write.record(doing.deed(step, changed.id.object(), &actor)).await?;
    Ok(CampaignChanged { version: changed.version, stage: changed.stage })
}
