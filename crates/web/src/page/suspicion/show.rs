//! One suspicion: what was told that is not so, what shows the intent, what became of it.

use super::step::Suspicions;
use super::{HOME, step};
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
use qz_acts::suspicion::view::SuspicionView;
use qz_domain::id::SuspicionId;
use qz_domain::spelled::Spelled;
use qz_domain::suspicion::{Stage, Step};

#[derive(Template)]
#[template(path = "suspicion/show.html")]
struct ShowPage {
    shell: Shell,
    crumb: Crumb,
    title: String,
    light: Light,
    now: String,
    links: Vec<Link>,
    texts: Vec<(String, String)>,
    facts: Vec<(String, String)>,
    timeline: Timeline,
}

/// `GET /desk/suspicions/{id}`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<SuspicionId>,
) -> Result<Response, WebError> {
    let view = state.acts.suspicion(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
    let taken = match view.row.taken_as {
        Some(finding) if state.acts.finding(granted.account(), finding).await.is_ok() => {
            Some(Link::new(format!("/desk/findings/{finding}"), shell.say("suspicion-taken-as")))
        }
        _ => None,
    };
    let mut page = draw(shell, &view);
    page.links.extend(taken);
    Ok(Html(page.render()?).into_response())
}

fn draw(shell: Shell, view: &SuspicionView) -> ShowPage {
    let home = format!("{HOME}/{}", view.row.id);
    let title = title(&shell, view);
    let above = vec![Link::new(HOME, shell.say("suspicion-list-title"))];
    let link = |one: &Step| match one {
        Step::TakeUp => Link::new(
            step::TAKE_UP.replace("{id}", &view.row.id.to_string()),
            shell.say("suspicion-take-up-title"),
        ),
        one => family::link::<Suspicions>(&shell, *one, &home),
    };
    ShowPage {
        crumb: Crumb::new(shell.words, above, title.clone()),
        light: stage_light(shell.words, view.row.stage),
        now: shell.say(&format!("suspicion-now-{}", view.row.stage.code())),
        links: view.steps.iter().map(link).collect(),
        texts: texts(&shell, view),
        facts: facts(&shell, view),
        timeline: timeline(&shell, &view.timeline, None),
        title,
        shell,
    }
}

/// What a suspicion is called: by the finding that was unfounded.
pub(super) fn title(shell: &Shell, view: &SuspicionView) -> String {
    shell.say_with("suspicion-title", &[("number", view.number.to_string().into())])
}

/// Where a suspicion stands, as a light.
pub(in crate::page) fn stage_light(words: Words, stage: Stage) -> Light {
    let light = if stage == Stage::Noted { LightState::Warn } else { LightState::None };
    Light::new(light, words.term(stage))
}

/// What was noted, and what was answered.
pub(super) fn texts(shell: &Shell, view: &SuspicionView) -> Vec<(String, String)> {
    let row = &view.row;
    let all = [("untrue", &row.facts), ("intent", &row.intent), ("answer", &row.answer)];
    let given = all.into_iter().filter(|(_, text)| !text.is_empty());
    given.map(|(name, text)| (shell.say(&format!("matter-field-{name}")), text.clone())).collect()
}

/// What it is about, in short.
pub(super) fn facts(shell: &Shell, view: &SuspicionView) -> Vec<(String, String)> {
    let column = |key: &str| shell.say(&format!("suspicion-column-{key}"));
    let by = view.noted_by.as_ref().map_or_else(String::new, |one| one.name.clone());
    vec![
        (column("name"), view.number.to_string()),
        (column("noted-on"), shell.words.date(view.row.noted_on)),
        (column("noted-by"), by),
        (column("organ"), shell.unit_name(&view.organ)),
    ]
}
