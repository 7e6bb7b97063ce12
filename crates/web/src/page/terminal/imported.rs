//! A file of punches as a page: what it would do, until it is confirmed; then what it did. What is refused is told by row
//! and column, here and as a file.

use super::import::back;
use super::{IMPORT, PUNCHES};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::download::{self, Format};
use crate::part::{Crumb, Light, LightState, Link};
use crate::refusal::act_error;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use qz_acts::punch::upload::{REHEARSED, Upload};
use qz_acts::punch::{First, PunchReport, Refused};
use qz_document::sheet::{Cell, Sheet};
use qz_domain::punch::Reason;
use qz_domain::punch::file::FileSource;
use qz_domain::spelled::Spelled;

/// How many refused lines are shown; the file has all.
const REFUSED_SHOWN: usize = 100;

#[derive(Template)]
#[template(path = "terminal/imported.html")]
struct ImportedPage {
    shell: Shell,
    crumb: Crumb,
    title: String,
    light: Light,
    sentence: String,
    notes: Vec<String>,
    home: String,
    may_confirm: Option<i64>,
    refused: Vec<Line>,
    all_refused: usize,
    first: Vec<First>,
    ways: Vec<Link>,
}

/// A refused line as it is shown.
struct Line {
    row: usize,
    column: String,
    reason: String,
    text: String,
}

/// `GET /desk/punches/import/{id}`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<i64>,
) -> Result<Response, WebError> {
    let (upload, report) = find(&state, &granted, &shell, id).await?;
    Ok(Html(draw(shell, &upload, report).render()?).into_response())
}

/// `POST /desk/punches/import/{id}`: imports what was looked at.
pub(super) async fn confirm(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<i64>,
) -> Result<Response, WebError> {
    let done = state.acts.confirm_punch_upload(granted.account(), id).await;
    done.map_err(|error| act_error(shell.words, error, back(&shell)))?;
    Ok(Redirect::to(&format!("{IMPORT}/{id}")).into_response())
}

/// `GET /desk/punches/import/{id}/refused.csv`
pub(super) async fn refused(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<i64>,
) -> Result<Response, WebError> {
    let words = shell.words;
    let (_, report) = find(&state, &granted, &shell, id).await?;
    let row = |one: &Refused| {
        let Line { row, column, reason, text } = line(words, one);
        let row = i64::try_from(row).map_or(Cell::Empty, Cell::Number);
        vec![row, Cell::Text(column), Cell::Text(reason), Cell::Text(text)]
    };
    let keys = ["import-row", "import-column", "punch-import-why", "punch-import-says"];
    let sheet = Sheet {
        title: words.say("punch-import-refused-title"),
        header: keys.map(|key| words.say(key)).into(),
        rows: report.refused.iter().map(row).collect(),
        notes: vec![],
    };
    download::sheet(&sheet, "refused", Format::Csv)
}

async fn find(
    state: &WebState,
    granted: &Granted,
    shell: &Shell,
    id: i64,
) -> Result<(Upload, PunchReport), WebError> {
    let found = state.acts.punch_upload(granted.account(), id).await;
    found.map_err(|error| act_error(shell.words, error, back(shell)))
}

fn line(words: Words, one: &Refused) -> Line {
    let Refused { row, column, reason, text } = one.clone();
    let reason = Reason::from_code(&reason).map_or(reason, |reason| words.term(reason));
    Line { row, column, reason, text }
}

fn draw(shell: Shell, upload: &Upload, report: PunchReport) -> ImportedPage {
    let words = shell.words;
    let waits = upload.state == REHEARSED && report.accepted > 0;
    let source = FileSource::from_code(&report.source).map(|source| words.term(source));
    ImportedPage {
        crumb: Crumb::new(words, vec![back(&shell)], upload.file_name.clone()),
        title: source.unwrap_or_else(|| words.say("punch-import-title")),
        light: light(words, upload, waits),
        sentence: sentence(words, upload, &report),
        notes: notes(words, &report),
        home: format!("{IMPORT}/{}", upload.id),
        may_confirm: waits.then_some(report.accepted),
        refused: report.refused.iter().take(REFUSED_SHOWN).map(|one| line(words, one)).collect(),
        all_refused: report.refused.len(),
        first: report.first,
        ways: vec![
            Link::new(PUNCHES, words.say("punch-list-title")),
            Link::new(IMPORT, words.say("punch-import-another")),
        ],
        shell,
    }
}

fn light(words: Words, upload: &Upload, waits: bool) -> Light {
    let (state, key) = match (upload.state == REHEARSED, waits) {
        (false, _) => (LightState::Ok, "punch-import-state-done"),
        (true, true) => (LightState::Warn, "punch-import-state-waits"),
        (true, false) => (LightState::None, "punch-import-state-nothing"),
    };
    Light::new(state, words.say(key))
}

/// What is so, in a sentence.
fn sentence(words: Words, upload: &Upload, report: &PunchReport) -> String {
    let key = match (upload.state == REHEARSED, report.accepted) {
        (false, _) => "punch-import-done",
        (true, 0) => "punch-import-nothing",
        (true, _) => "punch-import-would",
    };
    let values = [
        ("accepted", report.accepted.into()),
        ("repeated", report.repeated.into()),
        ("refused", report.refused.len().into()),
    ];
    words.say_with(key, &values)
}

/// What else to know of it.
fn notes(words: Words, report: &PunchReport) -> Vec<String> {
    let mut notes = vec![];
    if !report.serial.is_empty() {
        let of = [("serial", report.serial.as_str().into())];
        notes.push(words.say_with("punch-import-of", &of));
    }
    if report.mapped > 0 {
        notes.push(words.say_with("punch-import-mapped", &[("count", report.mapped.into())]));
    }
    if !report.left_out.is_empty() {
        let columns = report.left_out.join(&words.say("refusal-joint"));
        notes.push(words.say_with("punch-import-left-out", &[("columns", columns.into())]));
    }
    notes
}
