//! Edit a plan that is not issued: the form of the draft with all that stands in it.

use super::HOME;
use super::plan::{About, again, draw, first, has_asked_for_rows, read};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::sent::Sent;
use crate::page::matter::wrong::{refuse, settle};
use crate::page::once::once;
use crate::part::Link;
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::campaign::EditCampaign;
use qz_acts::campaign::view::CampaignView;
use qz_domain::campaign::{Duty, Phase};
use qz_domain::id::CampaignId;

/// `GET /desk/campaigns/{id}/edit`
pub(super) async fn form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<CampaignId>,
) -> Result<Response, WebError> {
    let view = state.acts.campaign(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
    let about = about(&shell, &view);
    let sent = written(&view, state.acts.new_request());
    first(&draw(&state, shell, about, &sent, (vec![], None)).await?)
}

/// `POST /desk/campaigns/{id}/edit`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(campaign): Path<CampaignId>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let home = format!("{HOME}/{campaign}");
    let view = state.acts.campaign(granted.account(), campaign).await;
    let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
    let about = about(&shell, &view);
    if has_asked_for_rows(&sent) {
        return first(&draw(&state, shell, about, &sent, (vec![], None)).await?);
    }
    let (actor, version) = (granted.account(), sent.version());
    let act = EditCampaign { actor, campaign, version, form: read(&sent) };
    let request = once(&state, &granted, &sent.request());
    match settle(&shell, &home, state.acts.perform(request, act).await)? {
        Ok(_) => Ok(Redirect::to(&home).into_response()),
        Err(wrong) => {
            let sent = sent.at(view.campaign.version);
            again(&draw(&state, shell, about, &sent, wrong).await?)
        }
    }
}

fn about(shell: &Shell, view: &CampaignView) -> About {
    let home = format!("{HOME}/{}", view.campaign.id);
    About {
        key: "campaign-edit",
        above: vec![
            Link::new(HOME, shell.say("campaign-list-title")),
            Link::new(home.clone(), view.campaign.title.clone()),
        ],
        action: format!("{home}/edit"),
        is_new: false,
    }
}

/// The form with the plan as it stands.
fn written(view: &CampaignView, request: String) -> Sent {
    let plan = &view.campaign;
    let mut sent = Sent::new(request, plan.version)
        .put("title", &plan.title)
        .put("doc_number", &plan.doc_number)
        .put("purpose", &plan.purpose)
        .put("body", &plan.body)
        .put("starts", plan.starts.to_string())
        .put("ends", plan.ends.to_string())
        .put("report_days", plan.report_days.to_string())
        .put("replaces", plan.replaces.map_or_else(String::new, |id| id.to_string()));
    for (row, Phase { title, starts, ends }) in (1..).zip(&plan.phases) {
        sent = sent
            .put(&format!("phase_title.{row}"), title)
            .put(&format!("phase_starts.{row}"), starts.to_string())
            .put(&format!("phase_ends.{row}"), ends.to_string());
    }
    for (row, Duty { unit, text, due }) in (1..).zip(&plan.duties) {
        let unit = view.units.iter().find(|one| one.id == *unit);
        let unit = unit.map_or_else(String::new, |one| format!("{} {}", one.code, one.name));
        sent = sent
            .put(&format!("duty_unit.{row}"), unit)
            .put(&format!("duty_text.{row}"), text)
            .put(&format!("duty_due.{row}"), due.map_or_else(String::new, |day| day.to_string()));
    }
    sent
}
