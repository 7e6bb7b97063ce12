//! The red and the black list: who is listed or in notice today. What came down is counted.

use super::paging::{AskedPage, AskedSize, count, links};
use super::unit_name::UnitName;
use crate::app::WebState;
use crate::error::WebError;
use crate::page::portal::hidden::must_be_shown;
use crate::page::portal::{fault, lists as page, today};
use crate::shell::Shell;
use axum::Json;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use qz_acts::list_entry::public::{PublicEntry, RemovalNote};
use qz_domain::list_entry::Board;
use qz_domain::spelled::Spelled;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// What is asked of a list.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct AskedList {
    unit: String,
}

/// An entry that is before the public.
#[derive(Debug, Serialize, ToSchema)]
struct ListEntry {
    /// `listed`, `in_notice`, or `held` by an objection.
    standing: &'static str,
    /// The unit, or the one in which the person has their post.
    unit: UnitName,
    /// The person's name, when it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    person: Option<String>,
    /// For what.
    reason: String,
    /// In notice since, or listed since.
    #[schema(value_type = String, format = Date)]
    since: Date,
    /// The last day of its notice, or the last day it is listed; absent where the calendar is not out.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    until: Option<Date>,
    /// The office that verified it.
    office: UnitName,
    /// The number of the decision it rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    decision: Option<String>,
    /// Whether somebody objected and waits for the answer.
    contested: bool,
}

/// That an entry was removed, until the day it would have come down by itself.
#[derive(Debug, Serialize, ToSchema)]
struct Removal {
    /// `unit`, or `person` for one of its people, who is not named.
    subject: &'static str,
    /// The unit.
    unit: UnitName,
    /// Since when it is removed.
    #[schema(value_type = String, format = Date)]
    on: Date,
    /// Why.
    because: String,
}

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ListPage {
    /// Which list: `red` or `black`.
    list: &'static str,
    /// How many entries are before the public.
    total: i64,
    /// The page, counted from 1.
    page: i64,
    /// How many rows a page has.
    per_page: i64,
    /// The rows: what is listed, then what is in notice.
    entries: Vec<ListEntry>,
    /// What was removed of late.
    removed: Vec<Removal>,
    /// How many entries came down, by how.
    past: BTreeMap<&'static str, usize>,
}

/// One of the two lists today, page by page.
///
/// Whom an entry is about is told while it is in notice or listed, and no longer. The header `Link` leads to
/// the next page while there is one.
#[utoipa::path(
    get,
    path = "/api/v1/lists/{list}",
    tag = "public",
    params(
        ("list" = String, Path, description = "red or black"),
        ("unit" = Option<String>, Query, description = "Code of the unit, or words in its name"),
        ("page" = Option<i64>, Query, minimum = 1, description = "The page, counted from 1"),
        ("per_page" = Option<i64>, Query, minimum = 1, maximum = 200, description = "Rows a page"),
    ),
    responses(
        (status = 200, description = "A page of the list", body = ListPage),
        (status = 404, description = "There is no such list",
            content_type = "application/problem+json"),
        (status = 422, description = "A parameter cannot be used; `errors` names it",
            content_type = "application/problem+json"),
        (status = 451, description = "Kept from the public while it is checked",
            content_type = "application/problem+json"),
    )
)]
pub(crate) async fn list(
    State(state): State<WebState>,
    shell: Shell,
    Path(list): Path<String>,
    Query(asked): Query<AskedList>,
    (Query(page), Query(size)): (Query<AskedPage>, Query<AskedSize>),
) -> Result<Response, WebError> {
    let board = Board::from_code(&list).ok_or(WebError::NotFound)?;
    let path = if board == Board::Red { page::RED } else { page::BLACK };
    must_be_shown(&state, path).await?;
    let paging = page.with(&size, shell.words).map_err(WebError::Invalid)?;
    let day = today(&state.acts);
    let found = state.acts.public_list(board, (&asked.unit, day)).await.map_err(fault)?;
    let entries: Vec<PublicEntry> = found.listed.into_iter().chain(found.noticed).collect();
    let total = count(&entries);
    let body = ListPage {
        list: board.code(),
        total,
        page: paging.page,
        per_page: paging.per_page,
        entries: paging.cut(entries.into_iter().map(entry)),
        removed: found.removed.into_iter().map(removal).collect(),
        past: found.past.into_iter().map(|(standing, n)| (standing.code(), n)).collect(),
    };
    Ok((links(&shell, paging.next(total))?, Json(body)).into_response())
}

fn entry(entry: PublicEntry) -> ListEntry {
    ListEntry {
        standing: entry.standing.code(),
        unit: entry.unit.into(),
        person: entry.person,
        reason: entry.reason,
        since: entry.since,
        until: entry.until,
        office: entry.office.into(),
        decision: entry.decision.map(|number| number.to_string()),
        contested: entry.is_contested,
    }
}

fn removal(note: RemovalNote) -> Removal {
    Removal {
        subject: if note.is_person { "person" } else { "unit" },
        unit: note.unit.into(),
        on: note.on,
        because: note.because,
    }
}
