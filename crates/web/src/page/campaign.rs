//! The desk's pages of campaigns (专项): list, plan, one campaign and its steps.

mod draft;
mod edit;
mod list;
mod plan;
mod show;
mod step;
pub(in crate::page) mod told;

use crate::door::Method::{Get, Post};
use crate::door::{Doors, Scope};
use crate::page::listing;
use crate::page::matter::family;
use list::Asked;
use qz_acts::Acts;
use qz_domain::action::Action;
use qz_domain::id::CampaignId;

/// Where the list is.
const HOME: &str = "/desk/campaigns";

/// The doors of this family.
pub(crate) fn doors(doors: Doors) -> Doors {
    let (read, begin, change) = (Action::CampaignRead, Action::CampaignDraft, Action::CampaignEdit);
    let again = || one().read_by(read);
    let doors = doors
        .rail("rail-campaigns", HOME, "campaign-list-title", read)
        .rail("rail-campaigns", "/desk/campaigns/draft", "campaign-draft-title", begin)
        .door(Get, HOME, read, Scope::Reach, listing::show::<Asked>)
        .door(Get, "/desk/campaigns/export.csv", read, Scope::Reach, listing::export::<Asked>)
        .door(Get, "/desk/campaigns/export.xlsx", read, Scope::Reach, listing::export::<Asked>)
        .door(Get, "/desk/campaigns/draft", begin, Scope::Reach, draft::form)
        .door(Post, "/desk/campaigns/draft", begin, Scope::Reach, draft::submit)
        .door(Get, "/desk/campaigns/{id}", read, one(), show::show)
        .door(Get, "/desk/campaigns/{id}/edit", change, again(), edit::form)
        .door(Post, "/desk/campaigns/{id}/edit", change, again(), edit::submit);
    family::doors::<step::Campaigns>(doors)
}

/// One campaign.
fn one() -> Scope {
    Scope::record(|acts: Acts, id: CampaignId| async move { acts.campaign_concern(id).await })
}
