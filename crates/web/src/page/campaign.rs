//! The desk's pages of campaigns (专项): list, plan, one campaign and its steps.

mod draft;
mod edit;
mod list;
mod plan;
mod show;
mod step;
pub(in crate::page) mod told;

use crate::door::Method::{Get, Post};
use crate::door::{Doors, Granted, Scope};
use crate::page::matter::sent::Sent;
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Path, State};
use qz_acts::Acts;
use qz_domain::action::Action;
use qz_domain::campaign::Step;
use qz_domain::id::CampaignId;
use qz_domain::procedure::Stepped;

/// Where the list is.
const HOME: &str = "/desk/campaigns";

/// The doors of this family.
pub(crate) fn doors(doors: Doors) -> Doors {
    let (read, begin, change) = (Action::CampaignRead, Action::CampaignDraft, Action::CampaignEdit);
    let again = || one().read_by(read);
    let doors = doors
        .rail("rail-campaigns", HOME, "campaign-list-title", read)
        .rail("rail-campaigns", "/desk/campaigns/draft", "campaign-draft-title", begin)
        .door(Get, HOME, read, Scope::Reach, list::show)
        .door(Get, "/desk/campaigns/export.csv", read, Scope::Reach, list::csv)
        .door(Get, "/desk/campaigns/export.xlsx", read, Scope::Reach, list::xlsx)
        .door(Get, "/desk/campaigns/draft", begin, Scope::Reach, draft::form)
        .door(Post, "/desk/campaigns/draft", begin, Scope::Reach, draft::submit)
        .door(Get, "/desk/campaigns/{id}", read, one(), show::show)
        .door(Get, "/desk/campaigns/{id}/edit", change, again(), edit::form)
        .door(Post, "/desk/campaigns/{id}/edit", change, again(), edit::submit);
    step::STEPS.into_iter().fold(doors, step_doors)
}

/// The page that asks before a step, and where it goes.
fn step_doors(doors: Doors, step: Step) -> Doors {
    let form = move |granted: Granted, state: State<_>, shell: Shell, id: Path<_>| {
        step::form(granted, state, shell, id, step)
    };
    let submit =
        move |granted: Granted, state: State<_>, shell: Shell, id: Path<_>, sent: Form<Sent>| {
            step::submit(granted, state, shell, id, sent, step)
        };
    let scope = || one().read_by(Action::CampaignRead);
    let (path, action) = (step::path(step), step.action());
    doors.door(Get, path, action, scope(), form).door(Post, path, action, scope(), submit)
}

/// One campaign.
fn one() -> Scope {
    Scope::record(|acts: Acts, id: CampaignId| async move { acts.campaign_concern(id).await })
}
