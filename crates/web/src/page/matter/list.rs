//! A list of matters: search, filter, sort, page, export, print. The three families differ in their
//! columns.

use crate::error::WebError;
use crate::page::download::{self, Format};
use crate::part::{Choice, EmptyState, ExportLinks, Filter, FilterField, Light, Link, Pager};
use crate::query;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use qz_document::sheet::{Cell, Sheet};
use qz_domain::field::FieldError;

/// How many rows a page of a list has.
pub(in crate::page) const PER_PAGE: u64 = 50;

/// The page.
#[derive(Debug, Clone, Template)]
#[template(path = "matter/list.html")]
struct ListPage {
    shell: Shell,
    title: String,
    sentence: String,
    filter: Filter,
    header: Vec<String>,
    rows: Vec<Row>,
    empty: Option<EmptyState>,
    pager: Pager,
    export: ExportLinks,
    ways: Vec<Link>,
}

/// A row as it is shown: its name leads to the record.
#[derive(Debug, Clone)]
pub(in crate::page) struct Row {
    pub name: Link,
    pub light: Light,
    pub cells: Vec<String>,
}

/// What a family puts into its list.
pub(in crate::page) struct Listing {
    /// The family in keys.
    pub family: &'static str,
    /// The list's path.
    pub home: &'static str,
    /// Names of the columns after name and stage, in keys.
    pub columns: &'static [&'static str],
    pub rows: Vec<Row>,
    pub fields: Vec<FilterField>,
    /// What of it could not be read: then nothing is listed.
    pub faults: Vec<FieldError>,
    pub is_filtered: bool,
    pub page: u64,
    pub total: u64,
    /// What may be begun from here.
    pub ways: Vec<Link>,
}

/// Draws a list. What was asked for and cannot be read is said at its field, and nothing is listed.
pub(in crate::page) fn show(shell: Shell, mut list: Listing) -> Result<Response, WebError> {
    let words = shell.words;
    let is_readable = list.faults.is_empty();
    if !is_readable {
        list.rows.clear();
        list.total = 0;
    }
    let key = |part: &str| format!("{}-{part}", list.family);
    let address = shell.here.clone();
    let count = [("count", list.total.into())];
    let sentence = match (list.total, list.is_filtered) {
        (0, _) => String::new(),
        (_, true) => words.say_with(&key("list-found"), &count),
        (_, false) => words.say_with(&key("list-all"), &count),
    };
    let none = if list.is_filtered { "matter-none-found".to_owned() } else { key("list-none") };
    let mut empty = EmptyState::new(words.say(&none));
    if let Some(way) = list.ways.first().filter(|_| !list.is_filtered) {
        empty = empty.way(way.clone());
    }
    let filter = Filter::new(words, list.home, list.fields, list.is_filtered);
    let page = ListPage {
        title: words.say(&key("list-title")),
        sentence,
        filter: filter.with_faults(&list.faults),
        header: header(words, list.family, list.columns),
        rows: list.rows,
        empty: is_readable.then_some(empty),
        pager: Pager::new(
            words,
            &query::without(&address, "page"),
            list.page,
            PER_PAGE,
            list.total,
        ),
        export: files(&shell, list.home, list.total),
        ways: list.ways,
        shell,
    };
    let status = if is_readable { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, Html(page.render()?)).into_response())
}

/// The links to what a list shows as files; none for an empty one.
pub(in crate::page) fn files(shell: &Shell, home: &str, total: u64) -> ExportLinks {
    let query = shell.here.split_once('?').map_or("", |(_, query)| query);
    let file = |ending: &str| format!("{home}/export.{ending}?{query}");
    let files = vec![Link::new(file("xlsx"), "XLSX"), Link::new(file("csv"), "CSV")];
    ExportLinks::new(shell.words, total, if total > 0 { files } else { vec![] })
}

/// The heads of the columns: name and stage first.
fn header(words: Words, family: &str, columns: &[&str]) -> Vec<String> {
    let of_family = |column: &&str| words.say(&format!("{family}-column-{column}"));
    ["name", "stage"].iter().chain(columns).map(of_family).collect()
}

/// The rows of a list as a file, with what was asked and when.
pub(in crate::page) fn export(
    shell: &Shell,
    (family, stem): (&'static str, &str),
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

/// A day of a line as a cell.
pub(in crate::page) fn day(given: &str) -> Cell {
    given.parse().map_or(Cell::Empty, Cell::Day)
}

/// The orders of a list as choices.
pub(in crate::page) fn orders(
    words: Words,
    family: &str,
    names: &[&str],
    chosen: &str,
) -> FilterField {
    let order =
        |name: &&str| Choice::new(*name, words.say(&format!("{family}-sort-{name}")), chosen);
    FilterField::Choice {
        name: "sort",
        label: words.say("matter-sort"),
        choices: names.iter().map(order).collect(),
    }
}
