//! Record an outage, or take the record back with a reason.

use super::{BACK, HOME, RECORD};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, PaperPart, Plan, StepPage};
use crate::page::matter::wrong::{Wrong, settle};
use crate::page::once::once;
use crate::part::{Field, Link};
use crate::query;
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::outage::{OutageForm, RecordOutage, TakeBackOutage};
use qz_domain::id::OutageId;
use serde::Deserialize;

/// `GET /desk/outages/record`
pub(super) async fn form(
    _: Granted,
    State(state): State<WebState>,
    shell: Shell,
) -> Result<Response, WebError> {
    let units = step::units(&state).await?;
    let sent = Sent::new(state.acts.new_request(), 0);
    step::first(&draw(shell, units, &sent, (vec![], None)))
}

/// `POST /desk/outages/record`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let form = OutageForm {
        unit: sent.text("outage_unit"),
        terminal: sent.text("terminal_serial"),
        from: sent.text("from_when"),
        to: sent.text("to_when"),
        reason: sent.text("because"),
    };
    let act = RecordOutage { actor: granted.account(), form };
    let request = once(&state, &granted, &sent.request());
    match settle(&shell, HOME, state.acts.perform(request, act).await)? {
        Ok(_) => Ok(Redirect::to(HOME).into_response()),
        Err(wrong) => {
            let units = step::units(&state).await?;
            step::again(&draw(shell, units, &sent, wrong))
        }
    }
}

fn draw(shell: Shell, units: Vec<String>, sent: &Sent, wrong: Wrong) -> StepPage {
    let plan = Plan {
        key: "outage-record".to_owned(),
        above: vec![Link::new(HOME, shell.say("outage-list-title"))],
        action: RECORD.to_owned(),
        rules: &["outage-rule-excused", "outage-rule-listed"],
        paper: PaperPart::None,
        ..Plan::default()
    };
    step::draw(shell, (plan, units), sent, wrong, fields)
}

fn fields(forms: &Forms<'_>) -> Vec<Field> {
    let serial = forms.line("terminal_serial").hint(forms.shell.say("outage-hint-terminal"));
    let when = |name: &str| forms.line(name).hint(forms.shell.say("outage-hint-when"));
    vec![
        forms.unit("outage_unit", "outage-hint-unit"),
        when("from_when"),
        when("to_when"),
        serial.optional(),
        forms.line("because").wide(),
    ]
}

/// Which outage is meant.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Which {
    outage: OutageId,
}

/// `GET /desk/outages/take-back?outage=…`
pub(super) async fn back_form(
    _: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(which): Query<Which>,
) -> Result<Response, WebError> {
    let sent = Sent::new(state.acts.new_request(), 0);
    step::first(&draw_back(shell, &which, &sent, (vec![], None)))
}

/// `POST /desk/outages/take-back?outage=…`
pub(super) async fn back_submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(which): Query<Which>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let (outage, reason) = (which.outage, sent.text("because"));
    let act = TakeBackOutage { actor: granted.account(), outage, reason };
    let request = once(&state, &granted, &sent.request());
    match settle(&shell, HOME, state.acts.perform(request, act).await)? {
        Ok(_) => Ok(Redirect::to(HOME).into_response()),
        Err(wrong) => step::again(&draw_back(shell, &which, &sent, wrong)),
    }
}

fn draw_back(shell: Shell, which: &Which, sent: &Sent, wrong: Wrong) -> StepPage {
    let plan = Plan {
        key: "outage-back".to_owned(),
        above: vec![Link::new(HOME, shell.say("outage-list-title"))],
        action: query::with(BACK, "outage", &which.outage.to_string()),
        rules: &["outage-rule-back"],
        paper: PaperPart::None,
        ..Plan::default()
    };
    step::draw(shell, (plan, vec![]), sent, wrong, |forms| vec![forms.line("because").wide()])
}
