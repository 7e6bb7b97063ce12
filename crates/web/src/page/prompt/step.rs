//! Dismiss a prompt with a reason, or register a finding from it.

use super::HOME;
use super::key::Which;
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
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::prompt::{DismissPrompt, TakeUpPrompt, TakingForm};
use qz_domain::action::Action;
use qz_domain::weight::Weight;

/// `GET /desk/prompts/dismiss?…`
pub(super) async fn dismiss_form(
    _: Granted,
    State(state): State<WebState>,
    shell: Shell,
    which: Result<Query<Which>, QueryRejection>,
) -> Result<Response, WebError> {
    let Ok(Query(which)) = which else { return Ok(Redirect::to(HOME).into_response()) };
    let sent = Sent::new(state.acts.new_request(), 0);
    step::first(&draw_dismiss(shell, &which, &sent, (vec![], None)))
}

/// `POST /desk/prompts/dismiss?…`
pub(super) async fn dismiss(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    which: Result<Query<Which>, QueryRejection>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let Ok(Query(which)) = which else { return Ok(Redirect::to(HOME).into_response()) };
    let (reason, paper) = (sent.text("reason"), sent.paper());
    let act = DismissPrompt { actor: granted.account(), key: which.key(), reason, paper };
    let request = once(&state, &granted, &sent.request());
    match settle(&shell, HOME, state.acts.perform(request, act).await)? {
        Ok(_) => Ok(Redirect::to(&which.list()).into_response()),
        Err(wrong) => step::again(&draw_dismiss(shell, &which, &sent, wrong)),
    }
}

/// `GET /desk/prompts/take-up?…`
pub(super) async fn take_up_form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    which: Result<Query<Which>, QueryRejection>,
) -> Result<Response, WebError> {
    let Ok(Query(which)) = which else { return Ok(Redirect::to(HOME).into_response()) };
    let organ = step::seat(&state, &granted, Action::PromptTakeUp).await?.unwrap_or_default();
    let sent = Sent::new(state.acts.new_request(), 0).put("organ", organ);
    let units = step::units(&state).await?;
    step::first(&draw_take_up(shell, (&which, units), &sent, (vec![], None)))
}

/// `POST /desk/prompts/take-up?…`
pub(super) async fn take_up(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    which: Result<Query<Which>, QueryRejection>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let Ok(Query(which)) = which else { return Ok(Redirect::to(HOME).into_response()) };
    let form = TakingForm {
        organ: sent.text("organ"),
        weight: sent.text("weight"),
        facts: sent.text("facts"),
        paper: sent.paper(),
    };
    let act = TakeUpPrompt { actor: granted.account(), key: which.key(), form };
    let request = once(&state, &granted, &sent.request());
    match settle(&shell, HOME, state.acts.perform(request, act).await)? {
        Ok(_) => Ok(Redirect::to(&which.list()).into_response()),
        Err(wrong) => {
            let units = step::units(&state).await?;
            step::again(&draw_take_up(shell, (&which, units), &sent, wrong))
        }
    }
}

pub(super) fn plan(shell: &Shell, key: &str, (which, path): (&Which, &str)) -> Plan {
    Plan {
        key: key.to_owned(),
        above: vec![Link::new(which.list(), shell.say("prompt-title"))],
        action: which.at(path),
        lead: vec![("element", which.element.clone()), ("subject", which.subject.clone())],
        facts: vec![(shell.say("filing-column-cycle"), shell.words.date(which.cycle))],
        by: Some("matter-hint-by"),
        paper: PaperPart::Folded,
        ..Plan::default()
    }
}

fn draw_dismiss(shell: Shell, which: &Which, sent: &Sent, wrong: Wrong) -> StepPage {
    let plan = Plan {
        rules: &["prompt-rule-erased", "prompt-rule-muted", "prompt-rule-own"],
        ..plan(&shell, "prompt-dismiss", (which, "/desk/prompts/dismiss"))
    };
    step::draw(shell, (plan, vec![]), sent, wrong, |forms| {
        vec![forms.lines("reason", 3, "prompt-hint-reason")]
    })
}

fn draw_take_up(
    shell: Shell,
    (which, units): (&Which, Vec<String>),
    sent: &Sent,
    wrong: Wrong,
) -> StepPage {
    let plan = Plan {
        rules: &["prompt-rule-finding", "prompt-rule-hand", "prompt-rule-own"],
        ..plan(&shell, "prompt-take-up", (which, "/desk/prompts/take-up"))
    };
    step::draw(shell, (plan, units), sent, wrong, |forms| {
        vec![
            forms.unit("organ", "prompt-hint-organ"),
            forms.radios::<Weight>("weight"),
            forms.lines("facts", 5, "prompt-hint-facts"),
        ]
    })
}
