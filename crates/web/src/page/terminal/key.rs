//! Giving a terminal its key, which is shown once with how to use it, and taking it back.

use super::{HOME, KEY, KEY_END};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, PaperPart, Plan, StepPage};
use crate::page::matter::wrong::{Wrong, refuse, settle};
use crate::page::once::once;
use crate::part::{Crumb, Link};
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use qz_acts::ActError;
use qz_acts::identity::Secret;
use qz_acts::terminal::{EndKey, give_key};
use qz_domain::id::TerminalId;
use qz_domain::spelled::Spelled;
use qz_domain::terminal::{Kind, Terminal};

/// A key that was just made, and what to do with it.
#[derive(Template)]
#[template(path = "terminal/key.html")]
struct KeyPage {
    shell: Shell,
    crumb: Crumb,
    name: String,
    /// What is to be entered, or why nothing is shown.
    entered: Option<String>,
    steps: Vec<String>,
    home: String,
}

/// Where a terminal is given a key.
pub(super) fn link(shell: &Shell, id: TerminalId) -> Link {
    Link::new(KEY.replace("{id}", &id.to_string()), shell.say("terminal-key-title"))
}

/// Where a terminal's key is taken back.
pub(super) fn end_link(shell: &Shell, id: TerminalId) -> Link {
    Link::new(KEY_END.replace("{id}", &id.to_string()), shell.say("terminal-key-end-title"))
}

/// `GET /desk/terminals/{id}/key`
pub(super) async fn form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<TerminalId>,
) -> Result<Response, WebError> {
    let row = terminal(&state, &granted, (&shell, id)).await?;
    let sent = Sent::new(state.acts.new_request(), row.version);
    step::first(&draw(shell, &row, (KEY, &sent), (vec![], None)))
}

/// `POST /desk/terminals/{id}/key`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<TerminalId>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let row = terminal(&state, &granted, (&shell, id)).await?;
    let request = once(&state, &granted, &sent.request());
    match give_key(&state.acts, request, (granted.account(), id)).await {
        Ok(secret) => Ok(Html(made(shell, &row, secret.as_ref()).render()?).into_response()),
        Err(ActError::Refused(refusal)) => {
            let outcome: Result<qz_acts::Done<()>, _> = Err(ActError::Refused(refusal));
            let wrong = settle(&shell, HOME, outcome)?.err().unwrap_or_default();
            step::again(&draw(shell, &row, (KEY, &sent), wrong))
        }
        Err(fault) => Err(refuse(&shell, HOME, fault)),
    }
}

/// `GET /desk/terminals/{id}/key/end`
pub(super) async fn end_form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<TerminalId>,
) -> Result<Response, WebError> {
    let row = terminal(&state, &granted, (&shell, id)).await?;
    let sent = Sent::new(state.acts.new_request(), row.version);
    step::first(&draw(shell, &row, (KEY_END, &sent), (vec![], None)))
}

/// `POST /desk/terminals/{id}/key/end`
pub(super) async fn end_submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(terminal): Path<TerminalId>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let act = EndKey { actor: granted.account(), terminal };
    let outcome = state.acts.perform(once(&state, &granted, &sent.request()), act).await;
    let home = format!("{HOME}/{terminal}");
    match settle(&shell, &home, outcome)? {
        Ok(_) => Ok(Redirect::to(&home).into_response()),
        Err(wrong) => {
            let row = self::terminal(&state, &granted, (&shell, terminal)).await?;
            step::again(&draw(shell, &row, (KEY_END, &sent), wrong))
        }
    }
}

async fn terminal(
    state: &WebState,
    granted: &Granted,
    (shell, id): (&Shell, TerminalId),
) -> Result<Terminal, WebError> {
    let view = state.acts.terminal(granted.account(), id).await;
    view.map(|view| view.row).map_err(|fault| refuse(shell, HOME, fault))
}

fn above(shell: &Shell, row: &Terminal) -> Vec<Link> {
    vec![
        Link::new(HOME, shell.say("terminal-list-title")),
        Link::new(format!("{HOME}/{}", row.id), row.name.clone()),
    ]
}

fn draw(shell: Shell, row: &Terminal, (path, sent): (&str, &Sent), wrong: Wrong) -> StepPage {
    let key = if path == KEY { "terminal-key" } else { "terminal-key-end" };
    let plan = Plan {
        key: key.to_owned(),
        above: above(&shell, row),
        action: path.replace("{id}", &row.id.to_string()),
        lead: vec![("title", row.name.clone())],
        rules: &["terminal-rule-key-once", "terminal-rule-key-one", "terminal-rule-key-lost"],
        paper: PaperPart::None,
        ..Plan::default()
    };
    step::draw(shell, (plan, vec![]), sent, wrong, |_| vec![])
}

/// What is to be typed where it comes in.
fn entered(row: &Terminal, secret: &Secret) -> String {
    match row.kind {
        Kind::Hikvision => format!("/isapi/{}/{}", row.serial, secret.reveal()),
        Kind::Iclock | Kind::Kiosk => secret.reveal().to_owned(),
    }
}

fn made(shell: Shell, row: &Terminal, secret: Option<&Secret>) -> KeyPage {
    let key = format!("terminal-key-steps-{}", row.kind.code());
    KeyPage {
        crumb: Crumb::new(shell.words, above(&shell, row), shell.say("terminal-key-made-title")),
        name: row.name.clone(),
        entered: secret.map(|secret| entered(row, secret)),
        steps: shell.say(&key).lines().map(str::to_owned).collect(),
        home: format!("{HOME}/{}", row.id),
        shell,
    }
}
