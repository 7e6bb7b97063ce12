//! Order a rectification from the page of a finding: its facts stand in the form already.

use super::HOME;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, Plan, StepPage};
use crate::page::matter::wrong::{Wrong, refuse, settle};
use crate::page::once::once;
use crate::page::visit::offered;
use crate::part::{Field, Link};
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::finding::view::FindingView;
use qz_acts::rectification::{OrderForm, OrderRectification};
use qz_domain::id::FindingId;
use qz_domain::visit::ReplyPlan;

const FINDINGS: &str = "/desk/findings";

/// `GET /desk/findings/{id}/rectify`
pub(super) async fn form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<FindingId>,
) -> Result<Response, WebError> {
    let view = read(&state, &granted, &shell, id).await?;
    let known = match view.finding.established.as_str() {
        "" => &view.finding.facts,
        known => known,
    };
    let item: String = known.chars().take(qz_domain::rectification::ITEM_MOST).collect();
    let sent = Sent::new(state.acts.new_request(), view.finding.version).put("item", item);
    let offered = state.acts.offered_plan(&view).await;
    let offered = offered.map_err(|fault| refuse(&shell, FINDINGS, fault))?;
    step::first(&draw(shell, (&view, offered.as_ref()), &sent, (vec![], None)))
}

/// `POST /desk/findings/{id}/rectify`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<FindingId>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let form = OrderForm {
        item: sent.text("item"),
        standard: sent.text("standard"),
        due: sent.text("rectify_by"),
        paper: sent.paper(),
    };
    let act = OrderRectification { actor: granted.account(), finding: id, form };
    let request = once(&state, &granted, &sent.request());
    let home = format!("{FINDINGS}/{id}");
    match settle(&shell, &home, state.acts.perform(request, act).await)? {
        Ok(made) => Ok(Redirect::to(&format!("{HOME}/{}", made.rectification)).into_response()),
        Err(wrong) => {
            let view = read(&state, &granted, &shell, id).await?;
            let offered = state.acts.offered_plan(&view).await;
            let offered = offered.map_err(|fault| refuse(&shell, FINDINGS, fault))?;
            step::again(&draw(shell, (&view, offered.as_ref()), &sent, wrong))
        }
    }
}

async fn read(
    state: &WebState,
    granted: &Granted,
    shell: &Shell,
    id: FindingId,
) -> Result<FindingView, WebError> {
    let view = state.acts.finding(granted.account(), id).await;
    view.map_err(|fault| refuse(shell, FINDINGS, fault))
}

fn draw(
    shell: Shell,
    (view, plan): (&FindingView, Option<&ReplyPlan>),
    sent: &Sent,
    wrong: Wrong,
) -> StepPage {
    let said = plan.map(|plan| (shell.say("rectification-offered"), offered(&shell, plan)));
    let number = view.finding.number.to_string();
    let home = format!("{FINDINGS}/{}", view.finding.id);
    let plan = Plan {
        key: "rectification-order".to_owned(),
        above: vec![
            Link::new(FINDINGS, shell.say("finding-list-title")),
            Link::new(home.clone(), number.clone()),
        ],
        action: format!("{home}/rectify"),
        lead: vec![("number", number), ("unit", shell.unit_name(&view.unit))],
        texts: said.into_iter().collect(),
        rules: &["rectification-rule-term", "rectification-rule-third", "rectification-rule-told"],
        by: Some("matter-hint-by"),
        ..Plan::default()
    };
    step::draw(shell, (plan, vec![]), sent, wrong, fields)
}

fn fields(forms: &Forms<'_>) -> Vec<Field> {
    let hint = forms.shell.say("rectification-hint-by");
    vec![
        forms.lines("item", 4, "rectification-hint-item"),
        forms.lines("standard", 2, "rectification-hint-standard"),
        forms.day("rectify_by").hint(hint).optional(),
    ]
}
