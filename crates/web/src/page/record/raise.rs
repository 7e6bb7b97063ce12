//! Raise and withdraw an objection.

use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, PaperPart, Plan, StepPage};
use crate::page::matter::wrong::{Wrong, refuse, settle};
use crate::page::once::once;
use crate::part::Link;
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::objection::{ObjectionForm, RaiseObjection, WithdrawObjection, read_entry};
use qz_domain::id::ObjectionId;
use serde::Deserialize;

const HOME: &str = "/desk/me/objections";

/// Which entry.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    entry: String,
}

/// `GET /desk/me/objections/raise`
pub(super) async fn form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let found = state.acts.is_own_entry(granted.account(), &asked.entry).await;
    if !found.map_err(|fault| refuse(&shell, HOME, fault))? {
        return Err(WebError::NotFound);
    }
    let sent = Sent::new(state.acts.new_request(), 0).put("entry", asked.entry);
    step::first(&draw(shell, &sent, (vec![], None)))
}

/// `POST /desk/me/objections/raise`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let sent = sent.put("entry", asked.entry);
    let form = ObjectionForm {
        entry: sent.text("entry"),
        wrong: sent.text("wrong"),
        rightly: sent.text("rightly"),
        proof: sent.text("proof"),
    };
    let act = RaiseObjection { actor: granted.account(), form };
    let request = once(&state, &granted, &sent.request());
    match settle(&shell, HOME, state.acts.perform(request, act).await)? {
        Ok(made) => Ok(Redirect::to(&format!("{HOME}/{}", made.objection)).into_response()),
        Err(wrong) => step::again(&draw(shell, &sent, wrong)),
    }
}

/// `POST /desk/me/objections/{id}/withdraw`
pub(super) async fn withdraw(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(objection): Path<ObjectionId>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let (actor, version) = (granted.account(), sent.version());
    let home = format!("{HOME}/{objection}");
    // Somebody else's is not there.
    let own = state.acts.own_objection(actor, objection).await;
    own.map_err(|fault| refuse(&shell, HOME, fault))?;
    let act = WithdrawObjection { actor, objection, version };
    let request = once(&state, &granted, &sent.request());
    let done = state.acts.perform(request, act).await;
    done.map_err(|fault| refuse(&shell, &home, fault))?;
    Ok(Redirect::to(&home).into_response())
}

fn draw(shell: Shell, sent: &Sent, wrong: Wrong) -> StepPage {
    let entry = read_entry(sent.get("entry"));
    let name = entry.map(|entry| shell.words.term(entry.kind)).unwrap_or_default();
    let plan = Plan {
        key: "objection-raise".to_owned(),
        above: vec![Link::new("/desk/me/record", shell.say("record-title"))],
        action: format!("{HOME}/raise?entry={}", crate::query::encode(sent.get("entry"))),
        lead: vec![("entry", name)],
        texts: vec![],
        facts: vec![],
        links: vec![],
        rules: &["objection-rule-term", "objection-rule-apart", "objection-changes-nothing"],
        by: None,
        paper: PaperPart::None,
    };
    step::draw(shell, (plan, vec![]), sent, wrong, |forms| {
        vec![
            forms.lines("wrong", 3, "objection-hint-wrong"),
            forms.lines("rightly", 3, "objection-hint-rightly"),
            forms.line("proof").hint(forms.shell.say("objection-hint-proof")),
        ]
    })
}
