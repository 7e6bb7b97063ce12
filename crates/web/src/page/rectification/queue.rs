//! The queue of re-checks: promise, claim and what was seen side by side; one key accepts and leads to the next.

use super::HOME;
use super::show::title;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::at::At;
use crate::page::matter::sent::Sent;
use crate::page::matter::wrong::{Wrong, refuse, settle};
use crate::page::once::once;
use crate::part::{Crumb, EmptyState, ErrorSummary, Light, Link, RefusalBox};
use crate::query;
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use qz_acts::rectification::queue::ToRecheck;
use qz_acts::rectification::{CheckForm, CheckRectification};
use qz_domain::id::RectificationId;
use qz_domain::instant;
use serde::Deserialize;

/// Where the queue is.
pub(super) const PATH: &str = "/desk/rectifications/queue";
/// How much of what was seen is taken over into the re-check.
const SEEN_MOST: usize = 300;

/// Which place is asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    at: String,
}

#[derive(Template)]
#[template(path = "rectification/queue.html")]
struct QueuePage {
    shell: Shell,
    crumb: Crumb,
    errors: ErrorSummary,
    refusal: Option<RefusalBox>,
    empty: EmptyState,
    one: Option<One>,
}

/// The one that is looked at.
struct One {
    id: RectificationId,
    place: usize,
    counted: String,
    name: Link,
    light: Light,
    promise: Vec<(String, String)>,
    claim: Vec<(String, String)>,
    seen: Option<Seen>,
    /// What is still to be seen: the plan of a visit there.
    plan: String,
    next: Option<String>,
    request: String,
    version: i64,
    lacking: String,
    fault: Option<String>,
}

/// What somebody saw since, and what accepting it writes down.
struct Seen {
    visit: Link,
    text: String,
    result: String,
    affected: String,
}

/// `GET /desk/rectifications/queue?at=`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let at = At { state, granted, shell };
    let sent = Sent::new(at.state.acts.new_request(), 0);
    page(at, &asked.at, (&sent, (vec![], None)), StatusCode::OK).await
}

/// `POST /desk/rectifications/queue`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let at = At { state, granted, shell };
    let rectification = sent.get("id").parse().map_err(|_| WebError::NotFound)?;
    let form = CheckForm {
        passed: sent.text("passed"),
        result: sent.text("result"),
        affected: sent.text("affected"),
        ..CheckForm::default()
    };
    let (actor, version) = (at.account(), sent.version());
    let act = CheckRectification { actor, rectification, version, is_revisit: false, form };
    let request = once(&at.state, &at.granted, &sent.request());
    let place = sent.get("at");
    match settle(&at.shell, HOME, at.state.acts.perform(request, act).await)? {
        Ok(_) => Ok(Redirect::to(&query::with(PATH, "at", place)).into_response()),
        Err(wrong) => page(at, place, (&sent, wrong), StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}

async fn page(
    at: At,
    place: &str,
    (sent, (faults, refusal)): (&Sent, Wrong),
    status: StatusCode,
) -> Result<Response, WebError> {
    let found = at.state.acts.to_recheck(at.account(), place.parse().unwrap_or(1)).await;
    let found = found.map_err(|fault| refuse(&at.shell, HOME, fault))?;
    let errors = ErrorSummary::new(at.shell.words, faults);
    let one = found.map(|found| one(&at.shell, &found, (sent, errors.of("result"))));
    let shell = at.shell;
    let page = QueuePage {
        crumb: Crumb::new(
            shell.words,
            vec![Link::new(HOME, shell.say("rectification-list-title"))],
            shell.say("rectification-queue-title"),
        ),
        errors,
        refusal,
        empty: EmptyState::new(shell.say("rectification-queue-none"))
            .way(Link::new(HOME, shell.say("rectification-list-title"))),
        one,
        shell,
    };
    Ok((status, Html(page.render()?)).into_response())
}

fn one(shell: &Shell, found: &ToRecheck, (sent, fault): (&Sent, Option<String>)) -> One {
    let (line, checks) = (&found.view.line, &found.view.checks);
    let it = &line.rectification;
    let part = |key: &str, text: &str| (shell.say(&format!("matter-field-{key}")), text.to_owned());
    let of_checks = checks.iter().map(|check| {
        let when = shell.words.date(check.on);
        (format!("{} {when}", shell.words.term(check.outcome)), check.result.clone())
    });
    let (place, of) = (found.place, found.of);
    One {
        id: it.id,
        place,
        counted: shell
            .say_with("rectification-queue-place", &[("place", place.into()), ("of", of.into())]),
        name: Link::new(format!("{HOME}/{}", it.id), title(shell, line)),
        light: Light::rectification(shell.words, line.lamp),
        promise: vec![
            part("item", &it.item),
            part("standard", &it.standard),
            part("plan", &it.plan),
        ],
        claim: std::iter::once(part("claim", &it.claim)).chain(of_checks).collect(),
        seen: seen(shell, found),
        plan: query::with(
            &query::with("/desk/visits/plan", "unit", &line.unit.code),
            "purpose",
            &it.item,
        ),
        next: (of > 1).then(|| query::with(PATH, "at", &(place + 1).to_string())),
        request: sent.request(),
        version: it.version,
        lacking: if sent.get("passed") == "no" { sent.text("result") } else { String::new() },
        fault,
    }
}

fn seen(shell: &Shell, found: &ToRecheck) -> Option<Seen> {
    let line = found.seen.as_ref()?;
    let number = line.number.to_string();
    let when = line.visited_at.map(|at| shell.words.date_time(instant::civil(at)));
    let text: String = line.observed.chars().take(SEEN_MOST).collect();
    let said = [
        ("number", number.clone().into()),
        ("when", when.unwrap_or_default().into()),
        ("seen", text.into()),
    ];
    Some(Seen {
        visit: Link::new(format!("/desk/visits/{}", line.id), number),
        text: line.observed.clone(),
        result: shell.say_with("rectification-queue-result", &said),
        affected: shell.say_with("rectification-queue-affected", &said[..1]),
    })
}
