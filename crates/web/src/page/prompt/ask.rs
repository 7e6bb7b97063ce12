//! Ask about a prompt before it is dealt with, by a question that the scheme has for it.

use super::HOME;
use super::key::Which;
use super::step::plan;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, Plan, StepPage};
use crate::page::matter::wrong::{Wrong, refuse, settle};
use crate::page::once::once;
use crate::part::Choice;
use crate::shell::Shell;
use axum::Form;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::prompt::AskAboutPrompt;
use qz_mechanism::Mechanism;
use qz_mechanism::event::Opens;

/// `GET /desk/prompts/ask?…`
pub(super) async fn form(
    _: Granted,
    State(state): State<WebState>,
    shell: Shell,
    which: Result<Query<Which>, QueryRejection>,
) -> Result<Response, WebError> {
    let Ok(Query(which)) = which else { return Ok(Redirect::to(HOME).into_response()) };
    let questions = questions(&state, &shell, &which).await?;
    let first = questions.first().cloned().unwrap_or_default();
    let sent = Sent::new(state.acts.new_request(), 0).put("question", first);
    step::first(&draw(shell, (&which, questions), &sent, (vec![], None)))
}

/// `POST /desk/prompts/ask?…`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    which: Result<Query<Which>, QueryRejection>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let Ok(Query(which)) = which else { return Ok(Redirect::to(HOME).into_response()) };
    let questions = questions(&state, &shell, &which).await?;
    let (question, paper) = (sent.text("question"), sent.paper());
    let act = AskAboutPrompt { actor: granted.account(), key: which.key(), question, paper };
    let request = once(&state, &granted, &sent.request());
    match settle(&shell, HOME, state.acts.perform(request, act).await)? {
        Ok(_) => Ok(Redirect::to(&which.list()).into_response()),
        Err(wrong) => step::again(&draw(shell, (&which, questions), &sent, wrong)),
    }
}

/// The questions that the scheme has for a prompt, by their titles.
async fn questions(
    state: &WebState,
    shell: &Shell,
    which: &Which,
) -> Result<Vec<String>, WebError> {
    let found = state.acts.public_adoption(which.adoption).await;
    let (adoption, _) = found.map_err(|fault| refuse(shell, HOME, fault))?;
    let mechanism = Mechanism::read(&adoption.text).mechanism.ok_or(WebError::NotFound)?;
    let asks = mechanism.elements().filter(|one| Opens::of(one) == Some(Opens::Prompt));
    Ok(asks.map(|one| one.title().to_owned()).collect())
}

fn draw(
    shell: Shell,
    (which, questions): (&Which, Vec<String>),
    sent: &Sent,
    wrong: Wrong,
) -> StepPage {
    let plan = Plan {
        rules: &["prompt-rule-heard", "prompt-rule-asked-once", "prompt-rule-own"],
        ..plan(&shell, "prompt-ask", (which, "/desk/prompts/ask"))
    };
    step::draw(shell, (plan, vec![]), sent, wrong, |forms| {
        let chosen = forms.sent.get("question");
        let choices = questions.iter().map(|one| Choice::new(one.clone(), one.clone(), chosen));
        let choices = choices.collect();
        vec![forms.select("question", choices)]
    })
}
