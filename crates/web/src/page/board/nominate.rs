//! Nominate a unit or a person for the red list.

use super::{HOME, NOMINATE};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, Plan, StepPage};
use crate::page::matter::wrong::{Wrong, settle};
use crate::page::once::once;
use crate::part::{Field, Link};
use crate::shell::Shell;
use axum::Form;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::list_entry::{NominateForList, NominationForm};

/// `GET /desk/lists/nominate`
pub(super) async fn form(
    _: Granted,
    State(state): State<WebState>,
    shell: Shell,
) -> Result<Response, WebError> {
    let sent = Sent::new(state.acts.new_request(), 0);
    step::first(&draw(shell, &sent, (vec![], None)))
}

/// `POST /desk/lists/nominate`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let form = NominationForm {
        unit: sent.text("nominee_unit"),
        person: sent.text("nominee"),
        reason: sent.text("reason"),
        consent: sent.text("consent"),
        paper: sent.paper(),
    };
    let act = NominateForList { actor: granted.account(), form };
    let request = once(&state, &granted, &sent.request());
    match settle(&shell, HOME, state.acts.perform(request, act).await)? {
        Ok(made) => Ok(Redirect::to(&format!("{HOME}/{}", made.entry)).into_response()),
        Err(wrong) => step::again(&draw(shell, &sent, wrong)),
    }
}

fn draw(shell: Shell, sent: &Sent, wrong: Wrong) -> StepPage {
    let plan = Plan {
        key: "board-nominate".to_owned(),
        above: vec![Link::new(HOME, shell.say("board-list-title"))],
        action: NOMINATE.to_owned(),
        rules: &["board-rule-consent", "board-rule-other", "board-rule-notice", "board-rule-down"],
        by: Some("matter-hint-by"),
        ..Plan::default()
    };
    step::draw(shell, (plan, vec![]), sent, wrong, fields)
}

fn fields(forms: &Forms<'_>) -> Vec<Field> {
    vec![
        forms.unit("nominee_unit", "board-hint-unit").optional(),
        forms.people("nominee", "board-hint-person").optional(),
        forms.lines("reason", 4, "board-hint-reason"),
        forms.line("consent").hint(forms.shell.say("board-hint-consent")).optional(),
    ]
}
