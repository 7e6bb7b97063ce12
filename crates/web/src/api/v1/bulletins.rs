//! The published bulletins as a list: number, day, title; titles hold no name.

use super::paging::{AskedSize, links};
use super::records;
use super::unit_name::UnitName;
use crate::app::WebState;
use crate::error::WebError;
use crate::page::portal::{AskedRecords, bulletins as page, fault, today};
use crate::shell::Shell;
use axum::Json;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use qz_acts::bulletin::public::{BulletinLine, Page, has_names, highest_rank};
use qz_domain::spelled::Spelled;
use serde::Serialize;
use utoipa::ToSchema;

/// A published bulletin in a list.
#[derive(Debug, Serialize, ToSchema)]
struct BulletinRow {
    /// What `/api/v1/bulletins/{id}` and `/bulletins/{id}` take.
    #[schema(value_type = String)]
    id: String,
    /// Its number in the year's series of its organ.
    #[schema(examples("〔2015〕1号"))]
    number: String,
    /// The issuing organ.
    organ: UnitName,
    /// `ordinary`, or `self_requested` by whom it is on.
    kind: &'static str,
    /// Who may read its names: `public` anybody, `county` its staff.
    scope: &'static str,
    /// The title.
    title: String,
    /// The day it was published.
    #[schema(format = Date)]
    published_on: String,
    /// How many decisions it makes known.
    decisions: i64,
    /// The highest rank among those it names, while it names them.
    #[serde(skip_serializing_if = "Option::is_none")]
    highest_rank: Option<&'static str>,
    /// The last day its names are shown; absent where the calendar of that year is not out.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[schema(format = Date)]
    names_until: String,
    /// Whether names may be read by anybody today.
    names_shown: bool,
    /// What was last said in it because a decision was changed: `corrected` or `withdrawn`.
    #[serde(skip_serializing_if = "Option::is_none")]
    correction: Option<&'static str>,
}

/// A page of bulletins.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct BulletinPage {
    /// How many bulletins there are in all.
    total: i64,
    /// The page, counted from 1.
    page: i64,
    /// How many rows a page has.
    per_page: i64,
    /// The rows.
    bulletins: Vec<BulletinRow>,
}

/// Published bulletins, page by page. What is made known in a unit alone is not among them.
///
/// The header `Link` leads to the next page while there is one.
#[utoipa::path(
    get,
    path = "/api/v1/bulletins",
    tag = "public",
    params(
        ("from" = Option<String>, Query, format = Date, description = "First day of publication"),
        ("to" = Option<String>, Query, format = Date, description = "Last day of publication"),
        ("unit" = Option<String>, Query, description = "Code of the issuing organ"),
        ("kind" = Option<String>, Query, description = "ordinary or self_requested"),
        ("sort" = Option<String>, Query, description = "latest or earliest"),
        ("page" = Option<i64>, Query, minimum = 1, description = "The page, counted from 1"),
        ("per_page" = Option<i64>, Query, minimum = 1, maximum = 200, description = "Rows a page"),
    ),
    responses(
        (status = 200, description = "A page of bulletins", body = BulletinPage),
        (status = 422, description = "A parameter cannot be used; `errors` names it",
            content_type = "application/problem+json"),
        (status = 451, description = "Kept from the public while it is checked",
            content_type = "application/problem+json"),
    )
)]
pub(crate) async fn bulletins(
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<AskedRecords>,
    Query(size): Query<AskedSize>,
) -> Result<Response, WebError> {
    let (of, asked) = ((page::PATH, page::SORTS), (&asked, &size));
    let (wanted, paging) = records::read((&state, shell.words), of, asked).await?;
    let (filter, sort) = (page::filter(&wanted), page::sort(wanted.sort));
    let rows = Page::number(paging.page, paging.per_page);
    let found = state.acts.published(&filter, sort, rows).await;
    let (found, total) = found.map_err(fault)?;
    let today = today(&state.acts);
    let body = BulletinPage {
        total,
        page: paging.page,
        per_page: paging.per_page,
        bulletins: found.into_iter().map(|line| row(line, today)).collect(),
    };
    Ok((links(&shell, paging.next(total))?, Json(body)).into_response())
}

fn row(line: BulletinLine, today: Date) -> BulletinRow {
    BulletinRow {
        highest_rank: highest_rank(&line, today).map(Spelled::code),
        names_shown: has_names(&line, today),
        id: line.id.to_string(),
        number: line.number.map(|number| number.to_string()).unwrap_or_default(),
        organ: line.organ.into(),
        kind: line.kind.code(),
        scope: line.scope.code(),
        title: line.title,
        published_on: line.published_on,
        decisions: line.decisions,
        names_until: line.expires_on,
        correction: line.correction.map(Spelled::code),
    }
}
