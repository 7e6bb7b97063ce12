//! A list as a file: every row of what was asked for.

use super::{Listed, Page, header};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::at::At;
use crate::page::download::{self, Format};
use crate::page::matter::search;
use crate::page::matter::wrong::refuse;
use crate::part::{ExportLinks, Link};
use crate::shell::Shell;
use axum::extract::{Query, State};
use axum::response::Response;
use qz_document::sheet::{Cell, Sheet};
use serde::de::DeserializeOwned;

/// `GET …/export.csv` and `.xlsx`
pub(in crate::page) async fn export<L: Listed + DeserializeOwned>(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    format: Format,
    Query(asked): Query<L>,
) -> Result<Response, WebError> {
    file(&At { state, granted, shell }, &asked, format).await
}

/// A list as a file.
pub(in crate::page) async fn file<L: Listed>(
    at: &At,
    list: &L,
    format: Format,
) -> Result<Response, WebError> {
    let lines = whole(at, list).await?;
    of_lines(at, list, &lines, format)
}

/// Every line of what was asked for; none where that cannot be read.
pub(in crate::page) async fn whole<L: Listed>(at: &At, list: &L) -> Result<Vec<L::Line>, WebError> {
    search::readable(at.shell.words, &list.faults())?;
    let found = list.lines(at, Page::all()).await;
    Ok(found.map_err(|fault| refuse(&at.shell, list.home(), fault))?.0)
}

/// The lines of a list as a file.
pub(in crate::page) fn of_lines<L: Listed>(
    at: &At,
    list: &L,
    lines: &[L::Line],
    format: Format,
) -> Result<Response, WebError> {
    let rows = lines.iter().map(|line| list.cells(at, line)).collect();
    sheet(&at.shell, (L::FAMILY, L::STEM), L::COLUMNS, rows, format)
}

/// Rows as a file, with what was asked and when.
pub(in crate::page) fn sheet(
    shell: &Shell,
    (family, stem): (&str, &str),
    columns: &[&str],
    rows: Vec<Vec<Cell>>,
    format: Format,
) -> Result<Response, WebError> {
    let query = shell.here.split_once('?').map_or("", |(_, query)| query);
    let now = shell.now_text().unwrap_or_default();
    let note = shell.say_with(
        "matter-export-note",
        &[("count", rows.len().into()), ("filter", query.into()), ("now", now.into())],
    );
    let title = shell.say(&format!("{family}-list-title"));
    let header = header(shell.words, family, columns);
    download::sheet(&Sheet { title, header, rows, notes: vec![note] }, stem, format)
}

/// The links to what a list shows as files; none for an empty one.
pub(in crate::page) fn links(shell: &Shell, home: &str, total: u64) -> ExportLinks {
    let query = shell.here.split_once('?').map_or("", |(_, query)| query);
    let file = |ending: &str| format!("{home}/export.{ending}?{query}");
    let files = vec![Link::new(file("xlsx"), "XLSX"), Link::new(file("csv"), "CSV")];
    ExportLinks::new(shell.words, total, if total > 0 { files } else { vec![] })
}

/// A day of a line as a cell.
pub(in crate::page) fn day(given: &str) -> Cell {
    given.parse().map_or(Cell::Empty, Cell::Day)
}
