//! A list on the screen, a page at a time.

use super::{Listed, PER_PAGE, Page, Row, header, links};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::at::At;
use crate::page::matter::search;
use crate::page::matter::wrong::refuse;
use crate::part::{EmptyState, ExportLinks, Filter, Link, Pager};
use crate::query;
use crate::shell::Shell;
use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use qz_domain::field::FieldError;
use serde::de::DeserializeOwned;

/// The page.
#[derive(Debug, Clone, Template)]
#[template(path = "listing.html")]
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

/// `GET` of a list.
pub(in crate::page) async fn show<L: Listed + DeserializeOwned>(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<L>,
) -> Result<Response, WebError> {
    draw(At { state, granted, shell }, &asked).await
}

/// Draws a list. What was asked for and cannot be read is said at its field, and nothing is listed.
pub(in crate::page) async fn draw<L: Listed>(at: At, list: &L) -> Result<Response, WebError> {
    let (faults, number) = (list.faults(), search::page(list.page()));
    let (lines, total) = if faults.is_empty() {
        let page = Page::number(number.cast_signed(), PER_PAGE.cast_signed());
        let found = list.lines(&at, page).await;
        found.map_err(|fault| refuse(&at.shell, "/desk", fault))?
    } else {
        (vec![], 0)
    };
    let rows = lines.iter().map(|line| list.row(&at, line)).collect();
    let page = page(at, list, &faults, rows, (number, total.unsigned_abs()));
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, Html(page.render()?)).into_response())
}

fn page<L: Listed>(
    at: At,
    list: &L,
    faults: &[FieldError],
    rows: Vec<Row>,
    (number, total): (u64, u64),
) -> ListPage {
    let (words, home, ways) = (at.shell.words, list.home(), list.ways(&at));
    let filter = Filter::new(words, home, list.fields(&at), list.is_filtered());
    let address = query::without(&at.shell.here, "page");
    ListPage {
        title: words.say(&format!("{}-list-title", L::FAMILY)),
        sentence: sentence(&at, list, total),
        filter: filter.with_faults(faults),
        header: header(words, L::FAMILY, L::COLUMNS),
        rows,
        empty: faults.is_empty().then(|| empty(&at, list, &ways)),
        pager: Pager::new(words, &address, number, PER_PAGE, total),
        export: links(&at.shell, home, total),
        ways,
        shell: at.shell,
    }
}

/// How many there are; nothing of none.
fn sentence<L: Listed>(at: &At, list: &L, total: u64) -> String {
    let told = if list.is_filtered() { "found" } else { "all" };
    let key = format!("{}-list-{told}", L::FAMILY);
    if total == 0 { String::new() } else { at.shell.say_with(&key, &[("count", total.into())]) }
}

/// What stands where nothing does: with the way to begin, where nothing was looked for.
fn empty<L: Listed>(at: &At, list: &L, ways: &[Link]) -> EmptyState {
    if list.is_filtered() {
        return EmptyState::new(at.shell.say("matter-none-found"));
    }
    let empty = EmptyState::new(at.shell.say(&format!("{}-list-none", L::FAMILY)));
    match ways.first() {
        Some(way) => empty.way(way.clone()),
        None => empty,
    }
}
