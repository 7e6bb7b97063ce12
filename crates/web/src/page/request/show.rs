//! One request: what is asked, what is left of the leave, what stands beside it, who else is away, its acts; answered with
//! one press by whoever answers it.

use super::list::stage_light;
use super::step::Requests;
use super::{HOME, said};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::at::At;
use crate::page::matter::family;
use crate::page::matter::in_place::InPlace;
use crate::page::matter::timeline::timeline;
use crate::page::matter::wrong::refuse;
use crate::part::{Crumb, Light, Link, Timeline};
use crate::shell::Shell;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Response};
use qz_acts::request::view::{Colleague, RequestView};
use qz_domain::id::RequestId;
use qz_domain::reading::Reading;
use qz_domain::request::{Request, Stage, Step};

#[derive(Template)]
#[template(path = "request/show.html")]
struct ShowPage {
    shell: Shell,
    crumb: Crumb,
    title: String,
    light: Light,
    now: String,
    links: Vec<Link>,
    here: Option<InPlace>,
    /// Whether somebody else's: then it says what stands around it.
    is_judged: bool,
    beside: Vec<(Link, Light)>,
    colleagues: Vec<(String, Light)>,
    left: Vec<(String, String)>,
    facts: Vec<(String, String)>,
    timeline: Timeline,
}

/// `GET /desk/requests/{id}`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<RequestId>,
) -> Result<Response, WebError> {
    let view = state.acts.request(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
    let reading = (Reading::Request, id.0);
    state.acts.note_reads(granted.actor(), reading, [view.person.id]);
    let at = At { state, granted, shell };
    Ok(Html(draw(at, &view).render()?).into_response())
}

fn draw(at: At, view: &RequestView) -> ShowPage {
    let home = format!("{HOME}/{}", view.row.id);
    let here = step_here(view).map(|step| InPlace::of::<Requests>(&at, step, view));
    let is_judged = at.granted.person() != Some(view.row.person);
    let shell = at.shell;
    let (words, title) = (shell.words, title(&shell, view));
    let above = vec![Link::new(HOME, shell.say("request-list-title"))];
    let steps = view.steps.iter().filter(|step| Some(**step) != step_here(view));
    ShowPage {
        crumb: Crumb::new(words, above, title.clone()),
        light: stage_light(words, view.row.stage),
        now: now(&shell, view),
        links: steps.map(|one| family::link::<Requests>(&shell, *one, &home)).collect(),
        here,
        is_judged,
        beside: view.beside.iter().map(|one| beside(&shell, one)).collect(),
        colleagues: view.colleagues.iter().map(|one| colleague(&shell, one)).collect(),
        left: view.left.as_ref().map_or_else(Vec::new, |left| said::left(words, left)),
        facts: facts(&shell, view),
        timeline: timeline(&shell, &view.timeline, next(&shell, view.row.stage)),
        title,
        shell,
    }
}

/// The step that is done here, with one press.
fn step_here(view: &RequestView) -> Option<Step> {
    view.steps.iter().find(|step| **step == Step::Approve).copied()
}

fn beside(shell: &Shell, row: &Request) -> (Link, Light) {
    let words = shell.words;
    let what = said::what(words, (row.kind, &row.subtype), row.from.date());
    let name = format!("{what} · {}", said::span(words, (row.from, row.end())));
    (Link::new(format!("{HOME}/{}", row.id), name), stage_light(words, row.stage))
}

fn colleague(shell: &Shell, one: &Colleague) -> (String, Light) {
    let words = shell.words;
    let span = said::span(words, (one.from, one.to));
    (format!("{} · {} · {span}", one.name, words.term(one.kind)), stage_light(words, one.stage))
}

/// What a request is called: by whose it is, what for, and when.
pub(super) fn title(shell: &Shell, view: &RequestView) -> String {
    let (words, row) = (shell.words, &view.row);
    let values = [
        ("person", view.person.name.clone().into()),
        ("what", said::what(words, (row.kind, &row.subtype), row.from.date()).into()),
    ];
    shell.say_with("request-title", &values)
}

/// Where it stands, in a sentence; of a leave also that more is asked than there is.
fn now(shell: &Shell, view: &RequestView) -> String {
    let row = &view.row;
    let code = match row.stage {
        Stage::Pending if view.left.as_ref().is_some_and(said::is_beyond) => "beyond",
        Stage::Pending => "pending",
        Stage::Approved => "approved",
        Stage::Refused => "refused",
        Stage::Withdrawn => "withdrawn",
        Stage::Ended => "ended",
        Stage::Revoked => "revoked",
    };
    let words = shell.words;
    let values = [
        ("span", said::span(words, (row.from, row.end())).into()),
        ("reason", row.answer.as_str().into()),
    ];
    shell.say_with(&format!("request-now-{code}"), &values)
}

fn next(shell: &Shell, stage: Stage) -> Option<String> {
    (stage == Stage::Pending).then(|| shell.say("request-next"))
}

/// What is asked, and how it was answered.
pub(super) fn facts(shell: &Shell, view: &RequestView) -> Vec<(String, String)> {
    let (words, row) = (shell.words, &view.row);
    let column = |key: &str| words.say(&format!("request-column-{key}"));
    let what = said::what(words, (row.kind, &row.subtype), row.from.date());
    let mut facts = vec![
        (column("name"), format!("{} {}", view.person.number, view.person.name)),
        (column("unit"), shell.unit_name(&view.unit)),
        (column("kind"), what),
        (column("when"), said::span(words, (row.from, row.to))),
    ];
    facts.extend(row.pattern.as_ref().map(|one| (column("hours"), said::hours(words, one))));
    let texts = [("place", &row.place), ("reason", &row.reason)];
    let texts = texts.into_iter().filter(|(_, text)| !text.is_empty());
    facts.extend(texts.map(|(key, text)| (column(key), text.clone())));
    let late = if row.is_late { "request-asked-late" } else { "request-asked-on" };
    let asked = words.say_with(late, &[("day", words.date(row.asked_on).into())]);
    facts.push((column("asked"), asked));
    if let Some(at) = row.ended_at {
        facts.push((words.term(Stage::Ended), words.date_time(at)));
    }
    if let Some(day) = row.decided_on {
        let by = format!("{} {}", view.decided_by, words.date(day));
        facts.push((column("decided"), by));
    }
    facts
}
