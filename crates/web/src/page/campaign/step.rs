//! The page of a step of a campaign: issue it, or call it off.

use super::HOME;
use super::show::facts;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, PaperPart, Plan, StepPage};
use crate::page::matter::wrong::{Wrong, refuse, settle};
use crate::page::once::once;
use crate::part::Link;
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::campaign::view::CampaignView;
use qz_acts::campaign::{CallOffCampaign, CampaignChanged, IssueCampaign};
use qz_acts::{ActError, Done};
use qz_domain::campaign::Step;
use qz_domain::id::CampaignId;

/// The steps that have a page of their own here.
pub(super) const STEPS: [Step; 2] = [Step::Issue, Step::CallOff];

/// The path of a step.
pub(super) fn path(step: Step) -> &'static str {
    match step {
        Step::Draft | Step::Edit => "/desk/campaigns/{id}/edit",
        Step::Issue | Step::Replace => "/desk/campaigns/{id}/issue",
        Step::CallOff => "/desk/campaigns/{id}/call-off",
    }
}

fn code(step: Step) -> &'static str {
    path(step).rsplit('/').next().unwrap_or_default()
}

/// The button that leads to a step's page.
pub(super) fn link(shell: &Shell, step: Step, home: &str) -> Link {
    let label = shell.say(&format!("campaign-{}-title", code(step)));
    Link::new(format!("{home}/{}", code(step)), label)
}

/// `GET /desk/campaigns/{id}/{step}`
pub(super) async fn form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<CampaignId>,
    step: Step,
) -> Result<Response, WebError> {
    let view = state.acts.campaign(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
    let sent = Sent::new(state.acts.new_request(), view.campaign.version)
        .put("doc_number", &view.campaign.doc_number);
    step::first(&draw(shell, (step, &view), &sent, (vec![], None)))
}

/// `POST /desk/campaigns/{id}/{step}`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<CampaignId>,
    Form(sent): Form<Sent>,
    step: Step,
) -> Result<Response, WebError> {
    let home = format!("{HOME}/{id}");
    let outcome = perform(&state, &granted, (id, step, &sent)).await;
    match settle(&shell, &home, outcome)? {
        Ok(_) => Ok(Redirect::to(&home).into_response()),
        Err(wrong) => {
            let view = state.acts.campaign(granted.account(), id).await;
            let view = view.map_err(|fault| refuse(&shell, &home, fault))?;
            let sent = sent.at(view.campaign.version);
            step::again(&draw(shell, (step, &view), &sent, wrong))
        }
    }
}

async fn perform(
    state: &WebState,
    granted: &Granted,
    (campaign, step, sent): (CampaignId, Step, &Sent),
) -> Result<Done<CampaignChanged>, ActError> {
    let (actor, version, paper) = (granted.account(), sent.version(), sent.paper());
    let request = once(state, granted, &sent.request());
    if step == Step::CallOff {
        let reason = sent.text("reason");
        let act = CallOffCampaign { actor, campaign, version, reason, paper };
        return state.acts.perform(request, act).await;
    }
    let doc_number = sent.text("doc_number");
    let act = IssueCampaign { actor, campaign, version, doc_number, paper };
    state.acts.perform(request, act).await
}

fn draw(shell: Shell, (step, view): (Step, &CampaignView), sent: &Sent, wrong: Wrong) -> StepPage {
    let plan = plan(&shell, step, view);
    step::draw(shell, (plan, vec![]), sent, wrong, |forms| {
        if step == Step::CallOff {
            return vec![forms.lines("reason", 3, "campaign-hint-reason")];
        }
        let hint = forms.shell.say("campaign-hint-doc-number");
        vec![forms.line("doc_number").hint(hint).optional()]
    })
}

fn plan(shell: &Shell, step: Step, view: &CampaignView) -> Plan {
    let campaign = &view.campaign;
    let home = format!("{HOME}/{}", campaign.id);
    Plan {
        key: format!("campaign-{}", code(step)),
        above: vec![
            Link::new(HOME, shell.say("campaign-list-title")),
            Link::new(home.clone(), campaign.title.clone()),
        ],
        action: format!("{home}/{}", code(step)),
        lead: vec![("title", campaign.title.clone())],
        texts: vec![],
        facts: facts(shell, view),
        links: vec![Link::new(home, shell.say("campaign-read-whole"))],
        rules: match step {
            Step::CallOff => &["campaign-rule-gone"],
            _ => &["campaign-rule-hand", "campaign-rule-fixed", "campaign-rule-replaces"],
        },
        by: Some("matter-hint-by"),
        paper: PaperPart::Folded,
    }
}
