//! The listed visits as files: what the screen shows, now.

use super::list::{Asked, unit_name};
use super::wrong::refuse;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::download::{self, Format};
use crate::page::matter::search;
use crate::shell::Shell;
use axum::extract::{Query, State};
use axum::response::Response;
use qz_acts::visit::view::{Page, VisitLine};
use qz_document::sheet::{Cell, Sheet};
use qz_domain::instant;

/// `GET /desk/visits/export.csv` and `.xlsx`
pub(super) async fn export(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    format: Format,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let (filter, faults) = asked.filter(&state).await?;
    search::readable(shell.words, &faults)?;
    let listed = state.acts.visits(granted.account(), &filter, asked.order(), Page::all()).await;
    let (lines, total) = listed.map_err(|fault| refuse(&shell, fault))?;
    let query = shell.here.split_once('?').map_or("", |(_, query)| query);
    let now = shell.now_text().unwrap_or_default();
    let note = shell.say_with(
        "visit-export-note",
        &[("count", total.into()), ("filter", query.into()), ("now", now.into())],
    );
    let sheet = Sheet {
        title: shell.say("visit-list-title"),
        header: header(&shell),
        rows: lines.iter().map(|line| row(&shell, line)).collect(),
        notes: vec![note],
    };
    download::sheet(&sheet, "visits", format)
}

fn header(shell: &Shell) -> Vec<String> {
    let columns = [
        "number",
        "stage",
        "organ",
        "unit",
        "manner",
        "visited-at",
        "team",
        "observed",
        "outcome",
        "replied",
    ];
    columns.iter().map(|column| shell.say(&format!("visit-column-{column}"))).collect()
}

fn row(shell: &Shell, line: &VisitLine) -> Vec<Cell> {
    let words = shell.words;
    let yes_or_no = |yes: bool| words.say(if yes { "visit-replied" } else { "visit-unreplied" });
    vec![
        Cell::Text(line.number.to_string()),
        Cell::Text(words.term(line.stage)),
        Cell::Text(unit_name(words, &line.organ)),
        Cell::Text(unit_name(words, &line.unit)),
        Cell::Text(words.term(line.manner)),
        line.visited_at.map_or(Cell::Empty, |at| Cell::Moment(instant::civil(at))),
        Cell::Text(line.team.clone()),
        Cell::Text(line.observed.clone()),
        line.outcome.map_or(Cell::Empty, |end| Cell::Text(words.term(end))),
        Cell::Text(yes_or_no(line.is_replied)),
    ]
}
