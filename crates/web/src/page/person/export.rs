//! The listed people as files: what the screen shows, now.

use super::list::{Asked, post_of, unit_of};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::download::{self, Format};
use crate::part::Link;
use crate::refusal::act_error;
use crate::shell::Shell;
use axum::extract::{Query, State};
use axum::response::Response;
use qz_acts::person::view::PersonLine;
use qz_acts::visit::view::Page;
use qz_document::sheet::{Cell, Sheet};
use qz_domain::reading::Reading;

/// `GET /desk/people/export.csv` and `.xlsx`
pub(super) async fn export(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    format: Format,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let filter = asked.filter(&state).await?;
    let back = Link::new("/desk/people", shell.say("person-list-title"));
    let listed = state.acts.people(granted.account(), &filter, asked.order(), Page::all()).await;
    let (lines, total) = listed.map_err(|error| act_error(shell.words, error, back))?;
    let read = lines.iter().map(|line| line.id);
    state.acts.note_reads(granted.actor(), (Reading::Export, 0), read);
    let now = shell.now_text().unwrap_or_default();
    let note =
        shell.say_with("person-export-note", &[("count", total.into()), ("now", now.into())]);
    let columns = [
        "person-number",
        "person-name",
        "person-kind",
        "person-unit-code",
        "person-unit",
        "person-post",
        "person-trained-until",
    ];
    let sheet = Sheet {
        title: shell.say("person-list-title"),
        header: columns.iter().map(|key| shell.say(key)).collect(),
        rows: lines.into_iter().map(|line| row(&shell, line)).collect(),
        notes: vec![note],
    };
    download::sheet(&sheet, "people", format)
}

fn row(shell: &Shell, line: PersonLine) -> Vec<Cell> {
    let words = shell.words;
    let post = line.post.as_ref();
    vec![
        Cell::Text(line.number),
        Cell::Text(line.name),
        Cell::Text(words.term(line.kind)),
        post.map_or(Cell::Empty, |held| Cell::Text(held.unit_code.clone())),
        post.map_or(Cell::Empty, |held| Cell::Text(unit_of(words, held))),
        post.map_or(Cell::Empty, |held| Cell::Text(post_of(words, held))),
        line.trained_until.map_or(Cell::Empty, Cell::Day),
    ]
}
