//! One opening: what for and why, who asked, who answered, until when, each reading as an act. Not who told.

use super::step::Openings;
use super::{HOME, READ};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::family;
use crate::page::matter::timeline::timeline;
use crate::page::matter::wrong::refuse;
use crate::part::{Crumb, Light, LightState, Link, Timeline};
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Response};
use jiff::Timestamp;
use qz_acts::sealed::view::OpeningView;
use qz_domain::action::Action;
use qz_domain::id::OpeningId;
use qz_domain::instant;
use qz_domain::sealed::{Stage, Step};

#[derive(Template)]
#[template(path = "opening/show.html")]
struct ShowPage {
    shell: Shell,
    crumb: Crumb,
    title: String,
    light: Light,
    now: String,
    links: Vec<Link>,
    texts: Vec<(String, String)>,
    facts: Vec<(String, String)>,
    finding: Link,
    timeline: Timeline,
}

/// `GET /desk/openings/{id}`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<OpeningId>,
) -> Result<Response, WebError> {
    let view = state.acts.opening(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
    let finding = view.source.finding;
    let readable = state.acts.finding(granted.account(), finding).await.is_ok();
    let href = if readable { format!("/desk/findings/{finding}") } else { String::new() };
    Ok(Html(draw(shell, &view, href).render()?).into_response())
}

fn draw(shell: Shell, view: &OpeningView, finding: String) -> ShowPage {
    let home = format!("{HOME}/{}", view.opening.id);
    let title = title(&shell, view);
    let above = vec![Link::new(HOME, shell.say("opening-list-title"))];
    let link = |step: &Step| match step {
        Step::Read => Link::new(
            READ.replace("{id}", &view.opening.id.to_string()),
            shell.say("opening-read-title"),
        ),
        step => family::link::<Openings>(&shell, *step, &home),
    };
    ShowPage {
        crumb: Crumb::new(shell.words, above, title.clone()),
        light: stage_light(shell.words, view.stage),
        now: now(&shell, view),
        links: view.steps.iter().filter(|step| **step != Step::Expire).map(link).collect(),
        texts: said(&shell, view),
        facts: facts(&shell, view),
        finding: Link::new(finding, view.number.to_string()),
        timeline: timeline(&shell, &view.timeline, next(&shell, view.stage)),
        title,
        shell,
    }
}

/// What an opening is called: by its finding.
pub(super) fn title(shell: &Shell, view: &OpeningView) -> String {
    shell.say_with("opening-title", &[("number", view.number.to_string().into())])
}

/// Where an opening stands, as a light.
pub(in crate::page) fn stage_light(words: Words, stage: Stage) -> Light {
    let light = match stage {
        Stage::Requested => LightState::Warn,
        Stage::Opened => LightState::Ok,
        Stage::Denied | Stage::Expired | Stage::Ended => LightState::None,
    };
    Light::new(light, words.term(stage))
}

/// Until when it may be read, in words; empty when it was never opened.
pub(super) fn until(words: Words, at: Option<Timestamp>) -> String {
    at.map_or_else(String::new, |at| words.date_time(instant::civil(at)))
}

/// What is so and what comes next.
fn now(shell: &Shell, view: &OpeningView) -> String {
    let until = until(shell.words, view.opening.until());
    let code = match view.stage {
        Stage::Requested => "requested",
        Stage::Opened => "opened",
        Stage::Denied => "denied",
        Stage::Expired => "expired",
        Stage::Ended => "ended",
    };
    shell.say_with(&format!("opening-now-{code}"), &[("until", until.into())])
}

fn next(shell: &Shell, stage: Stage) -> Option<String> {
    (stage == Stage::Requested).then(|| shell.words.term(Action::SourceApprove))
}

/// Why it is asked for, and what the second one said.
pub(super) fn said(shell: &Shell, view: &OpeningView) -> Vec<(String, String)> {
    let all = [("reason", &view.opening.reason), ("answer", &view.opening.answer)];
    let given = all.into_iter().filter(|(_, text)| !text.is_empty());
    given.map(|(name, text)| (shell.say(&format!("matter-field-{name}")), text.clone())).collect()
}

/// What it is about, in short.
pub(super) fn facts(shell: &Shell, view: &OpeningView) -> Vec<(String, String)> {
    let (row, words) = (&view.opening, shell.words);
    let column = |key: &str| shell.say(&format!("opening-column-{key}"));
    let name = |one: &Option<qz_domain::person::Person>| {
        one.as_ref().map_or_else(String::new, |one| format!("{} {}", one.number, one.name))
    };
    let mut facts = vec![
        (column("purpose"), words.term(row.purpose)),
        (column("asker"), name(&view.asker)),
        (column("asked-on"), words.date(row.asked_on)),
        (column("second"), name(&view.second)),
        (column("until"), until(words, row.until())),
        (column("organ"), shell.unit_name(&view.organ)),
        (column("sealed-on"), words.date(view.source.sealed_on)),
    ];
    facts.retain(|(_, value)| !value.is_empty());
    facts
}
