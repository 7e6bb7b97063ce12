//! Record when somebody began to work: leave by years of service is counted from it.

use super::HOME;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, PaperPart, Plan, StepPage};
use crate::page::matter::wrong::{Wrong, settle};
use crate::page::once::once;
use crate::part::Link;
use crate::shell::Shell;
use axum::Form;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::request::SetWorkStart;

/// Where it is recorded.
pub(super) const PATH: &str = "/desk/requests/work-start";

/// `GET /desk/requests/work-start`
pub(super) async fn form(
    _: Granted,
    State(state): State<WebState>,
    shell: Shell,
) -> Result<Response, WebError> {
    let sent = Sent::new(state.acts.new_request(), 0);
    step::first(&draw(shell, &sent, (vec![], None)))
}

/// `POST /desk/requests/work-start`: once done the next one follows.
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let actor = granted.account();
    let act = SetWorkStart { actor, person: sent.text("whose"), since: sent.text("work_since") };
    let request = once(&state, &granted, &sent.request());
    match settle(&shell, HOME, state.acts.perform(request, act).await)? {
        Ok(_) => Ok(Redirect::to(PATH).into_response()),
        Err(wrong) => step::again(&draw(shell, &sent, wrong)),
    }
}

fn draw(shell: Shell, sent: &Sent, wrong: Wrong) -> StepPage {
    let plan = Plan {
        key: "request-work".to_owned(),
        above: vec![Link::new(HOME, shell.say("request-list-title"))],
        action: PATH.to_owned(),
        rules: &["request-rule-work", "request-rule-tier"],
        paper: PaperPart::None,
        ..Plan::default()
    };
    step::draw(shell, (plan, vec![]), sent, wrong, |forms| {
        let whose = forms.line("whose").hint(forms.shell.say("request-hint-whose"));
        vec![whose, forms.day("work_since")]
    })
}
