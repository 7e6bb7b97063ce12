//! Say why a unit owes nothing for an item.

use super::Item;
use super::file::Around;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, PaperPart, Plan, StepPage};
use crate::page::matter::wrong::{Wrong, settle};
use crate::page::once::once;
use crate::page::scheme;
use crate::part::Link;
use crate::shell::Shell;
use axum::Form;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::filing::{ExcuseFiling, ExcuseForm};

/// `GET /desk/filings/excuse?…`
pub(super) async fn form(
    _: Granted,
    State(state): State<WebState>,
    shell: Shell,
    item: Result<Query<Item>, QueryRejection>,
) -> Result<Response, WebError> {
    let Ok(Query(item)) = item else { return Ok(Redirect::to("/desk").into_response()) };
    let around = Around::read(&state, &shell, &item).await?;
    let sent = Sent::new(state.acts.new_request(), 0);
    step::first(&draw(shell, (&around, &item), &sent, (vec![], None)))
}

/// `POST /desk/filings/excuse?…`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    item: Result<Query<Item>, QueryRejection>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let Ok(Query(item)) = item else { return Ok(Redirect::to("/desk").into_response()) };
    let around = Around::read(&state, &shell, &item).await?;
    let form = ExcuseForm {
        element: item.element.clone(),
        cycle: item.cycle.to_string(),
        unit: item.unit.clone(),
        answers: item.answers.map(|id| id.to_string()).unwrap_or_default(),
        reason: sent.text("reason"),
        paper: sent.paper(),
    };
    let act = ExcuseFiling { actor: granted.account(), adoption: item.adoption, form };
    let request = once(&state, &granted, &sent.request());
    match settle(&shell, "/desk", state.acts.perform(request, act).await)? {
        Ok(_) => Ok(Redirect::to(&run(&item)).into_response()),
        Err(wrong) => step::again(&draw(shell, (&around, &item), &sent, wrong)),
    }
}

/// The run of the scheme.
fn run(item: &Item) -> String {
    format!("{}/{}/run", scheme::HOME, item.adoption)
}

fn draw(shell: Shell, (around, item): (&Around, &Item), sent: &Sent, wrong: Wrong) -> StepPage {
    let plan = Plan {
        key: "filing-excuse".to_owned(),
        above: vec![Link::new(run(item), around.adoption.title.clone())],
        action: item.at("/desk/filings/excuse"),
        lead: vec![("element", item.element.clone()), ("unit", shell.unit_name(&around.unit))],
        facts: vec![(shell.say("filing-column-cycle"), shell.words.date(item.cycle))],
        rules: &["filing-rule-outside", "filing-rule-counted"],
        by: Some("matter-hint-by"),
        paper: PaperPart::Folded,
        ..Plan::default()
    };
    step::draw(shell, (plan, vec![]), sent, wrong, |forms| {
        vec![forms.lines("reason", 3, "filing-hint-reason")]
    })
}
