//! One record of a sanction: its document, what the subject is under by all of theirs together and how that is worked out,
//! where they may turn.

use super::step::Sanctions;
use super::{HOME, own, paper};
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
use qz_acts::sanction::view::SanctionView;
use qz_domain::id::SanctionId;
use qz_domain::reading::Reading;
use qz_domain::sanction::{Sanction, Stage};

#[derive(Template)]
#[template(path = "sanction/show.html")]
struct ShowPage {
    shell: Shell,
    crumb: Crumb,
    title: String,
    light: Light,
    links: Vec<Link>,
    sum: String,
    lines: Vec<String>,
    remedy: String,
    corrected: String,
    facts: Vec<(String, String)>,
    timeline: Timeline,
}

/// `GET /desk/sanctions/{id}`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<SanctionId>,
) -> Result<Response, WebError> {
    let view = state.acts.sanction(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
    let reading = (Reading::Sanction, id.0);
    state.acts.note_reads(granted.actor(), reading, [view.subject.id]);
    Ok(Html(draw(shell, &view).render()?).into_response())
}

fn draw(shell: Shell, view: &SanctionView) -> ShowPage {
    let home = format!("{HOME}/{}", view.row.id);
    let (words, title) = (shell.words, title(&shell, view));
    let above = vec![Link::new(HOME, shell.say("sanction-list-title"))];
    let steps = view.steps.iter();
    ShowPage {
        crumb: Crumb::new(words, above, title.clone()),
        light: stage_light(words, view.row.stage),
        links: steps
            .map(|one| family::link::<Sanctions>(&shell, *one, &home))
            .chain([paper::link(&shell, &home)])
            .collect(),
        sum: own::sum(words, view.combined.as_ref()),
        lines: own::lines(words, view.combined.as_ref()),
        remedy: own::remedy(words, &view.row),
        corrected: view.row.corrected.clone(),
        facts: facts(&shell, view),
        timeline: timeline(&shell, &view.timeline, None),
        title,
        shell,
    }
}

/// What a record is called: by its subject and its kind.
pub(super) fn title(shell: &Shell, view: &SanctionView) -> String {
    let values = [
        ("person", view.subject.name.clone().into()),
        ("kind", shell.words.term(view.row.kind).into()),
    ];
    shell.say_with("sanction-title", &values)
}

/// Where a record stands, as a light.
pub(super) fn stage_light(words: Words, stage: Stage) -> Light {
    let light = if stage == Stage::Recorded { LightState::Warn } else { LightState::None };
    Light::new(light, words.term(stage))
}

/// What the documents say.
pub(super) fn facts(shell: &Shell, view: &SanctionView) -> Vec<(String, String)> {
    let words = shell.words;
    let Sanction { kind, imposer, organ, number, decided_on, heard_on, stated, .. } = &view.row;
    let column = |key: &str| words.say(&format!("sanction-column-{key}"));
    let mut facts = vec![
        (column("name"), format!("{} {}", view.subject.number, view.subject.name)),
        (column("unit"), shell.unit_name(&view.unit)),
        (column("kind"), words.term(*kind)),
        (column("imposer"), words.term(*imposer)),
        (column("organ"), organ.clone()),
        (column("number"), number.clone()),
        (column("decided-on"), words.date(*decided_on)),
        (column("heard-on"), words.date(*heard_on)),
    ];
    facts.extend(stated.map(|months| (column("stated"), own::months(words, months))));
    if let Some(day) = view.row.ended_on {
        let by = format!("{} {}", view.row.ended_by, view.row.ended_number);
        facts.push((words.term(view.row.stage), format!("{} {by}", words.date(day))));
    }
    facts
}
