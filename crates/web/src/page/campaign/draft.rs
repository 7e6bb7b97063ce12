//! Draft a campaign's plan: why, until when, phases and duties a row each.

use super::HOME;
use super::plan::{About, again, draw, first, has_asked_for_rows, read};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::seat;
use crate::page::matter::wrong::settle;
use crate::page::once::once;
use crate::part::Link;
use crate::shell::Shell;
use axum::Form;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::campaign::DraftCampaign;
use qz_domain::action::Action;

/// How many working days after a month's end members usually report.
const USUAL_REPORT_DAYS: &str = "5";

/// `GET /desk/campaigns/draft`
pub(super) async fn form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
) -> Result<Response, WebError> {
    let organ = seat(&state, &granted, Action::CampaignDraft).await?.unwrap_or_default();
    let sent = Sent::new(state.acts.new_request(), 0)
        .put("organ", organ)
        .put("report_days", USUAL_REPORT_DAYS);
    let about = about(&shell);
    first(&draw(&state, shell, about, &sent, (vec![], None)).await?)
}

/// `POST /desk/campaigns/draft`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let about = about(&shell);
    if has_asked_for_rows(&sent) {
        return first(&draw(&state, shell, about, &sent, (vec![], None)).await?);
    }
    let act = DraftCampaign { actor: granted.account(), form: read(&sent) };
    let request = once(&state, &granted, &sent.request());
    match settle(&shell, HOME, state.acts.perform(request, act).await)? {
        Ok(made) => Ok(Redirect::to(&format!("{HOME}/{}", made.campaign)).into_response()),
        Err(wrong) => again(&draw(&state, shell, about, &sent, wrong).await?),
    }
}

fn about(shell: &Shell) -> About {
    About {
        key: "campaign-draft",
        above: vec![Link::new(HOME, shell.say("campaign-list-title"))],
        action: format!("{HOME}/draft"),
        is_new: true,
    }
}
