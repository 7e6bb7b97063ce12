//! One objection, for the person and for the office that answers it alike.

use super::objections::stage_light;
use super::office_home;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::term_text;
use crate::page::matter::timeline::timeline;
use crate::page::matter::wrong::refuse;
use crate::part::{Crumb, Light, Link, Timeline};
use crate::shell::Shell;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Response};
use qz_acts::objection::view::ObjectionView;
use qz_domain::id::ObjectionId;
use qz_domain::objection::{EntryKind, Office, Stage};

#[derive(Template)]
#[template(path = "record/objection.html")]
struct ObjectionPage {
    shell: Shell,
    crumb: Crumb,
    title: String,
    light: Light,
    term: String,
    texts: Vec<(String, String)>,
    facts: Vec<(String, String)>,
    remedy: Option<String>,
    timeline: Timeline,
    answer: Option<Link>,
    withdraw: Option<(String, i64, String)>,
}

/// `GET /desk/me/objections/{id}`
pub(super) async fn own(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<ObjectionId>,
) -> Result<Response, WebError> {
    let home = "/desk/me/objections";
    let view = state.acts.own_objection(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(&shell, home, fault))?;
    let mut page = draw(shell, &view, home);
    page.withdraw = view.is_open().then(|| {
        let request = state.acts.new_request();
        (format!("{home}/{id}/withdraw"), view.objection.version, request)
    });
    Ok(Html(page.render()?).into_response())
}

/// `GET /desk/objections/{office}/{id}`
pub(super) async fn office(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<ObjectionId>,
    office: Office,
) -> Result<Response, WebError> {
    let home = office_home(office);
    let view = state.acts.objection(granted.account(), office, id).await;
    let view = view.map_err(|fault| refuse(&shell, home, fault))?;
    let mut page = draw(shell, &view, home);
    let label = page.shell.say("objection-answer-title");
    page.answer = view.is_open().then(|| Link::new(format!("{home}/{id}/answer"), label));
    Ok(Html(page.render()?).into_response())
}

/// What the person said.
pub(super) fn said(shell: &Shell, view: &ObjectionView) -> Vec<(String, String)> {
    let row = &view.objection;
    let label = |name: &str| shell.say(&format!("matter-field-{name}"));
    let all = [("wrong", &row.wrong), ("rightly", &row.rightly), ("proof", &row.proof)];
    let said = all.into_iter().filter(|(_, text)| !text.is_empty());
    said.map(|(name, text)| (label(name), text.clone())).collect()
}

/// What it is about.
pub(super) fn facts(shell: &Shell, view: &ObjectionView) -> Vec<(String, String)> {
    let (row, words) = (&view.objection, shell.words);
    let column = |key: &str| shell.say(&format!("objection-column-{key}"));
    let organ = match &view.organ {
        Some(organ) => shell.unit_name(organ),
        None => words.term(Office::Record),
    };
    let mut facts = vec![
        (column("name"), format!("{} {}", view.person.name, view.person.number)),
        (column("entry"), words.term(row.entry.kind)),
        (column("office"), organ),
        (column("raised-on"), words.date(row.raised_on)),
    ];
    if let (Some(day), by) = (row.answered_on, &view.answered_by) {
        let name = by.as_ref().map(|person| person.name.clone()).unwrap_or_default();
        facts.push((column("answered-on"), words.date(day)));
        facts.push((column("answered-by"), name));
    }
    facts.retain(|(_, value)| !value.is_empty());
    facts
}

fn draw(shell: Shell, view: &ObjectionView, home: &'static str) -> ObjectionPage {
    let row = &view.objection;
    let mut texts = said(&shell, view);
    if !row.answer.is_empty() {
        texts.push((shell.say("matter-field-answer"), row.answer.clone()));
    }
    let title = shell.say_with(
        "objection-title",
        &[("name", (&view.person.name).into()), ("entry", shell.words.term(row.entry.kind).into())],
    );
    let above = vec![Link::new(home, shell.say("objection-list-title"))];
    let is_answered = matches!(row.stage, Stage::Corrected | Stage::Kept);
    ObjectionPage {
        crumb: Crumb::new(shell.words, above, title.clone()),
        light: stage_light(shell.words, row.stage),
        term: term_text(shell.words, &view.county, ("objection_answer", &row.due)),
        texts,
        facts: facts(&shell, view),
        remedy: is_answered.then(|| shell.say("objection-remedy")),
        timeline: timeline(&shell, &view.timeline, None),
        answer: None,
        withdraw: None,
        title,
        shell,
    }
}

/// Where the entry itself may be read by whoever answers.
pub(super) fn entry_link(shell: &Shell, view: &ObjectionView) -> Link {
    let entry = view.objection.entry;
    let href = match entry.kind {
        EntryKind::Accountability => format!("/desk/accountabilities/{}", entry.id),
        EntryKind::Bulletin => format!("/desk/bulletins/{}", entry.id),
        _ => format!("/desk/people/{}", view.person.id),
    };
    Link::new(href, shell.words.term(entry.kind))
}
