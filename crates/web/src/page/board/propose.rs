//! Propose for the black list from the page of a decision: what was done stands in the form already.

use super::HOME;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, Plan, StepPage};
use crate::page::matter::wrong::{Wrong, refuse, settle};
use crate::page::once::once;
use crate::part::{Field, Link};
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::accountability::view::AccountabilityView;
use qz_acts::list_entry::{ProposalForm, ProposeForList};
use qz_domain::id::AccountabilityId;

const DECISIONS: &str = "/desk/accountabilities";
/// Where a decision is proposed.
pub(super) const PATH: &str = "/desk/accountabilities/{id}/propose";

/// The button on a decision's page, for whoever may propose it today.
pub(in crate::page) async fn link(
    (state, granted, shell): (&WebState, &Granted, &Shell),
    view: &AccountabilityView,
) -> Result<Option<Link>, WebError> {
    let may = state.acts.may_propose_for_list(granted.account(), &view.row).await;
    let may = may.map_err(WebError::internal)?;
    let href = format!("{DECISIONS}/{}/propose", view.row.id);
    Ok(may.then(|| Link::new(href, shell.say("board-propose-title"))))
}

/// `GET /desk/accountabilities/{id}/propose`
pub(super) async fn form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<AccountabilityId>,
) -> Result<Response, WebError> {
    let view = read(&state, &granted, &shell, id).await?;
    let blank = Sent::new(state.acts.new_request(), view.row.version);
    let sent = blank.put("reason", view.row.conduct.clone());
    step::first(&draw(shell, &view, &sent, (vec![], None)))
}

/// `POST /desk/accountabilities/{id}/propose`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<AccountabilityId>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let form = ProposalForm { reason: sent.text("reason"), paper: sent.paper() };
    let act = ProposeForList { actor: granted.account(), decision: id, form };
    let request = once(&state, &granted, &sent.request());
    let home = format!("{DECISIONS}/{id}");
    match settle(&shell, &home, state.acts.perform(request, act).await)? {
        Ok(made) => Ok(Redirect::to(&format!("{HOME}/{}", made.entry)).into_response()),
        Err(wrong) => {
            let view = read(&state, &granted, &shell, id).await?;
            step::again(&draw(shell, &view, &sent, wrong))
        }
    }
}

async fn read(
    state: &WebState,
    granted: &Granted,
    shell: &Shell,
    id: AccountabilityId,
) -> Result<AccountabilityView, WebError> {
    let view = state.acts.accountability(granted.account(), id).await;
    view.map_err(|fault| refuse(shell, DECISIONS, fault))
}

fn draw(shell: Shell, view: &AccountabilityView, sent: &Sent, wrong: Wrong) -> StepPage {
    let home = format!("{DECISIONS}/{}", view.row.id);
    let name = match &view.person {
        Some(person) => person.name.clone(),
        None => shell.unit_name(&view.unit),
    };
    let plan = Plan {
        key: "board-propose".to_owned(),
        above: vec![
            Link::new(DECISIONS, shell.say("accountability-list-title")),
            Link::new(home.clone(), name.clone()),
        ],
        action: format!("{home}/propose"),
        lead: vec![("name", name)],
        rules: &["board-rule-final", "board-rule-told", "board-rule-other", "board-rule-down"],
        by: Some("matter-hint-by"),
        ..Plan::default()
    };
    step::draw(shell, (plan, vec![]), sent, wrong, fields)
}

fn fields(forms: &Forms<'_>) -> Vec<Field> {
    vec![forms.lines("reason", 4, "board-hint-reason")]
}
