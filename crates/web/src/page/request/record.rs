//! Key a request from its paper, with who approved it there.

use super::HOME;
use super::new::{Which, begun, days, fields, form_of, rules};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, PaperPart, Plan, StepPage};
use crate::page::matter::wrong::{Wrong, settle};
use crate::page::once::once;
use crate::part::{Choice, Filter, FilterField, Link};
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use qz_acts::request::RecordRequest;
use qz_domain::instant;

/// Where it is keyed.
pub(super) const PATH: &str = "/desk/requests/record";

/// `GET /desk/requests/record?kind=leave`
pub(super) async fn form(
    _: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(which): Query<Which>,
) -> Result<Response, WebError> {
    let today = instant::day(state.acts.now());
    let sent = begun(Sent::new(state.acts.new_request(), 0), today);
    step::first(&draw(shell, (which.group(), today), &sent, (vec![], None)))
}

/// `POST /desk/requests/record?kind=leave`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(which): Query<Which>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let (group, today) = (which.group(), instant::day(state.acts.now()));
    let act = RecordRequest {
        actor: granted.account(),
        person: sent.text("whose"),
        form: form_of(group, today, &sent),
        paper: sent.paper(),
    };
    let request = once(&state, &granted, &sent.request());
    match settle(&shell, HOME, state.acts.perform(request, act).await)? {
        Ok(made) => Ok(Redirect::to(&format!("{HOME}/{}", made.request)).into_response()),
        Err(wrong) => step::again(&draw(shell, (group, today), &sent, wrong)),
    }
}

fn draw(shell: Shell, (group, today): (&'static str, Date), sent: &Sent, wrong: Wrong) -> StepPage {
    let words = shell.words;
    let choice =
        |one: &str| Choice::new(one, words.say(&format!("request-new-{one}-title")), group);
    let chooser = FilterField::Choice {
        name: "kind",
        label: words.say("matter-field-request-kind"),
        choices: super::GROUPS.into_iter().map(choice).collect(),
    };
    let plan = Plan {
        key: "request-record".to_owned(),
        above: vec![Link::new(HOME, shell.say("request-list-title"))],
        action: format!("{PATH}?kind={group}"),
        rules: rules(group),
        by: Some("request-hint-by"),
        paper: PaperPart::Always,
        ..Plan::default()
    };
    let page = step::draw(shell, (plan, days(words, today)), sent, wrong, |forms| {
        let whose = forms.line("whose").hint(words.say("request-hint-whose"));
        std::iter::once(whose).chain(fields(forms, group, today)).collect()
    });
    page.choose_first(Filter::new(words, PATH, vec![chooser], false))
}
