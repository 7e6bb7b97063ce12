//! Record a sanction from the document of the organ that decided it.

use super::HOME;
use super::step::{document, form_of};
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
use qz_acts::sanction::RecordSanction;

/// Where one is recorded.
pub(super) const PATH: &str = "/desk/sanctions/new";

/// `GET /desk/sanctions/new`
pub(super) async fn form(
    _: Granted,
    State(state): State<WebState>,
    shell: Shell,
) -> Result<Response, WebError> {
    let sent = Sent::new(state.acts.new_request(), 0);
    step::first(&draw(shell, &sent, (vec![], None)))
}

/// `POST /desk/sanctions/new`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let act = RecordSanction { actor: granted.account(), form: form_of(&sent) };
    let request = once(&state, &granted, &sent.request());
    match settle(&shell, HOME, state.acts.perform(request, act).await)? {
        Ok(made) => Ok(Redirect::to(&format!("{HOME}/{}", made.sanction)).into_response()),
        Err(wrong) => step::again(&draw(shell, &sent, wrong)),
    }
}

fn draw(shell: Shell, sent: &Sent, wrong: Wrong) -> StepPage {
    let plan = Plan {
        key: "sanction-record".to_owned(),
        above: vec![Link::new(HOME, shell.say("sanction-list-title"))],
        action: PATH.to_owned(),
        rules: &[
            "sanction-rule-record",
            "sanction-rule-heard",
            "sanction-rule-period",
            "sanction-rule-told",
        ],
        paper: PaperPart::Always,
        ..Plan::default()
    };
    step::draw(shell, (plan, vec![]), sent, wrong, |forms| {
        let subject = forms.people("subject", "sanction-hint-subject");
        std::iter::once(subject).chain(document(forms)).collect()
    })
}
