//! Answer an objection, at the office that keeps the entry.

use super::objection::{entry_link, facts, said};
use super::office_home;
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
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::objection::view::ObjectionView;
use qz_acts::objection::{AnswerForm, AnswerObjection};
use qz_domain::id::ObjectionId;
use qz_domain::objection::{Office, Outcome};

/// `GET /desk/objections/{office}/{id}/answer`
pub(super) async fn form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<ObjectionId>,
    office: Office,
) -> Result<Response, WebError> {
    let view = state.acts.objection(granted.account(), office, id).await;
    let view = view.map_err(|fault| refuse(&shell, office_home(office), fault))?;
    let sent = Sent::new(state.acts.new_request(), view.objection.version);
    step::first(&draw(shell, (office, &view), &sent, (vec![], None)))
}

/// `POST /desk/objections/{office}/{id}/answer`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(objection): Path<ObjectionId>,
    Form(sent): Form<Sent>,
    office: Office,
) -> Result<Response, WebError> {
    let home = format!("{}/{objection}", office_home(office));
    let form = AnswerForm { outcome: sent.text("outcome"), answer: sent.text("answer") };
    let (actor, version) = (granted.account(), sent.version());
    let act = AnswerObjection { actor, objection, version, form };
    let request = once(&state, &granted, &sent.request());
    match settle(&shell, &home, state.acts.perform(request, act).await)? {
        Ok(_) => Ok(Redirect::to(&home).into_response()),
        Err(wrong) => {
            let view = state.acts.objection(actor, office, objection).await;
            let view = view.map_err(|fault| refuse(&shell, &home, fault))?;
            let sent = sent.at(view.objection.version);
            step::again(&draw(shell, (office, &view), &sent, wrong))
        }
    }
}

fn draw(
    shell: Shell,
    (office, view): (Office, &ObjectionView),
    sent: &Sent,
    wrong: Wrong,
) -> StepPage {
    let list = office_home(office);
    let home = format!("{list}/{}", view.objection.id);
    let name = view.person.name.clone();
    let plan = Plan {
        key: "objection-answer".to_owned(),
        above: vec![
            Link::new(list, shell.say("objection-list-title")),
            Link::new(home.clone(), name.clone()),
        ],
        action: format!("{home}/answer"),
        lead: vec![("name", name), ("due", shell.words.date(view.objection.due.due.earliest()))],
        texts: said(&shell, view),
        facts: facts(&shell, view),
        links: vec![entry_link(&shell, view)],
        rules: &["objection-rule-apart", "objection-rule-correction", "objection-rule-reason"],
        by: None,
        paper: PaperPart::None,
    };
    step::draw(shell, (plan, vec![]), sent, wrong, |forms| {
        vec![forms.radios::<Outcome>("outcome"), forms.lines("answer", 4, "objection-hint-answer")]
    })
}
