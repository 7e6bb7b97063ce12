//! The rectifications: what was promised in public, and by unit what was ordered. What rests on a finding
//! stands without its words, which may name somebody.

use super::paging::{AskedPage, AskedSize, count, links};
use super::unit_name::UnitName;
use crate::app::WebState;
use crate::error::WebError;
use crate::page::portal::fault;
use crate::page::portal::hidden::must_be_shown;
use crate::page::portal::rectifications::{Asked, PATH};
use crate::shell::Shell;
use axum::Json;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use qz_acts::rectification::view::RectificationLine;
use qz_domain::spelled::Spelled;
use qz_domain::term::Due;
use serde::Serialize;
use utoipa::ToSchema;

/// A rectification.
#[derive(Debug, Serialize, ToSchema)]
struct Rectification {
    /// The unit that puts it right.
    unit: UnitName,
    /// `promise` of a self-requested bulletin, or `finding`.
    source: &'static str,
    /// What is to be put right, where it was promised in public.
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<String>,
    /// The bulletin that promised it.
    #[serde(skip_serializing_if = "Option::is_none")]
    bulletin: Option<String>,
    /// The promise's place there, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    promise: Option<i64>,
    /// The day it was ordered or taken up.
    #[schema(value_type = String, format = Date)]
    ordered_on: Date,
    /// The last day to put it right; absent where the calendar of that year is not out.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    due: Option<Date>,
    /// Where it stands: `ordered` to `reopened`.
    stage: &'static str,
    /// How it stands to its term: `not_due`, `near`, `overdue`, `in_time`, `late`, `unknown`.
    lamp: &'static str,
    /// The day it was found put right.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    closed_on: Option<Date>,
}

/// A page of rectifications.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RectificationPage {
    /// How many rectifications there are in all.
    total: i64,
    /// The page, counted from 1.
    page: i64,
    /// How many rows a page has.
    per_page: i64,
    /// The rows.
    rectifications: Vec<Rectification>,
}

/// Rectifications, page by page.
///
/// The header `Link` leads to the next page while there is one.
#[utoipa::path(
    get,
    path = "/api/v1/rectifications",
    tag = "public",
    params(
        ("q" = Option<String>, Query, description = "Code of the unit, or words in its name"),
        ("told" = Option<String>, Query, description = "ordered, closed, in_time, returned, revisited or reopened"),
        ("stage" = Option<String>, Query, description = "A stage, ordered to reopened"),
        ("source" = Option<String>, Query, description = "promise or finding"),
        ("sort" = Option<String>, Query, description = "earliest or unit; the latest step comes first without it"),
        ("page" = Option<i64>, Query, minimum = 1, description = "The page, counted from 1"),
        ("per_page" = Option<i64>, Query, minimum = 1, maximum = 200, description = "Rows a page"),
    ),
    responses(
        (status = 200, description = "A page of rectifications", body = RectificationPage),
        (status = 422, description = "A parameter cannot be used; `errors` names it",
            content_type = "application/problem+json"),
        (status = 451, description = "Kept from the public while it is checked",
            content_type = "application/problem+json"),
    )
)]
pub(crate) async fn rectifications(
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
    (Query(page), Query(size)): (Query<AskedPage>, Query<AskedSize>),
) -> Result<Response, WebError> {
    must_be_shown(&state, PATH).await?;
    let paging = match (page.with(&size, shell.words), asked.faults(shell.words)) {
        (Ok(paging), faults) if faults.is_empty() => paging,
        (paging, faults) => {
            let wrong = faults.into_iter().chain(paging.err().unwrap_or_default());
            return Err(WebError::Invalid(wrong.collect()));
        }
    };
    let mut lines = state.acts.told_rectifications().await.map_err(fault)?;
    lines.retain(|line| asked.fits(line));
    asked.sorted(&mut lines);
    let total = count(&lines);
    let body = RectificationPage {
        total,
        page: paging.page,
        per_page: paging.per_page,
        rectifications: paging.cut(lines.into_iter().map(row)),
    };
    Ok((links(&shell, paging.next(total))?, Json(body)).into_response())
}

fn row(line: RectificationLine) -> Rectification {
    let told = line.told_item().map(|(bulletin, item)| (bulletin.to_string(), item.to_owned()));
    let (bulletin, item) = told.unzip();
    let (promise, one) = (line.promise(), line.rectification);
    Rectification {
        unit: line.unit.into(),
        source: if promise.is_some() { "promise" } else { "finding" },
        item,
        bulletin,
        promise,
        ordered_on: one.ordered_on,
        due: match one.due.due {
            Due::Fixed(day) => Some(day),
            Due::AwaitingCalendar { .. } => None,
        },
        stage: one.stage.code(),
        lamp: line.lamp.code(),
        closed_on: one.closed_on,
    }
}
