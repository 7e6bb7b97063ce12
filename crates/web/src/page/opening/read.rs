//! Read who told: a page that says what reading leaves behind, and the one answer that shows it. It is kept nowhere
//! and has no address of its own; each time it is asked for is an act.

use super::show::{facts, said, title, until};
use super::{HOME, READ};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, PaperPart, Plan, StepPage};
use crate::page::matter::wrong::{Wrong, back, refuse};
use crate::part::{Crumb, Link};
use crate::refusal::refusal_box;
use crate::shell::Shell;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Response};
use qz_acts::ActError;
use qz_acts::sealed::Unsealed;
use qz_acts::sealed::view::OpeningView;
use qz_domain::id::OpeningId;

#[derive(Template)]
#[template(path = "opening/read.html")]
struct ReadPage {
    shell: Shell,
    crumb: Crumb,
    title: String,
    until: String,
    words: String,
}

/// `GET /desk/openings/{id}/read`
pub(super) async fn form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<OpeningId>,
) -> Result<Response, WebError> {
    let view = view(&state, &granted, (&shell, id)).await?;
    let sent = Sent::new(state.acts.new_request(), view.opening.version);
    step::first(&ask(shell, &view, &sent, (vec![], None)))
}

/// `POST /desk/openings/{id}/read`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<OpeningId>,
) -> Result<Response, WebError> {
    let home = format!("{HOME}/{id}");
    match state.acts.read_source(granted.account(), id).await {
        Ok(read) => Ok(Html(draw(shell, read).render()?).into_response()),
        Err(ActError::Refused(refusal)) => {
            let view = view(&state, &granted, (&shell, id)).await?;
            let said = refusal_box(shell.words, &refusal, back(&shell, &home));
            let sent = Sent::new(state.acts.new_request(), view.opening.version);
            step::again(&ask(shell, &view, &sent, (vec![], Some(said))))
        }
        Err(other) => Err(refuse(&shell, &home, other)),
    }
}

async fn view(
    state: &WebState,
    granted: &Granted,
    (shell, id): (&Shell, OpeningId),
) -> Result<OpeningView, WebError> {
    let view = state.acts.opening(granted.account(), id).await;
    view.map_err(|fault| refuse(shell, HOME, fault))
}

fn above(shell: &Shell, view: &OpeningView) -> Vec<Link> {
    vec![
        Link::new(HOME, shell.say("opening-list-title")),
        Link::new(format!("{HOME}/{}", view.opening.id), title(shell, view)),
    ]
}

fn ask(shell: Shell, view: &OpeningView, sent: &Sent, wrong: Wrong) -> StepPage {
    let plan = Plan {
        key: "opening-read".to_owned(),
        above: above(&shell, view),
        action: READ.replace("{id}", &view.opening.id.to_string()),
        lead: vec![
            ("title", title(&shell, view)),
            ("until", until(shell.words, view.opening.until())),
        ],
        texts: said(&shell, view),
        facts: facts(&shell, view),
        rules: &["opening-rule-log", "opening-rule-hours", "opening-rule-print"],
        paper: PaperPart::None,
        ..Plan::default()
    };
    step::draw(shell, (plan, vec![]), sent, wrong, |_| vec![])
}

fn draw(shell: Shell, read: Unsealed) -> ReadPage {
    let said = shell.say("opening-read-title");
    ReadPage {
        crumb: Crumb::new(shell.words, above(&shell, &read.view), said),
        title: title(&shell, &read.view),
        until: until(shell.words, read.until),
        words: read.words,
        shell,
    }
}
