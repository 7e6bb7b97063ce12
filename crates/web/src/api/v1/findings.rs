//! The findings that were borne out: neither facts nor names.

use super::paging::{AskedSize, links};
use super::records;
use super::unit_name::UnitName;
use crate::app::WebState;
use crate::error::WebError;
use crate::page::portal::hidden::must_be_shown;
use crate::page::portal::{AskedRecords, fault, findings as page};
use crate::shell::Shell;
use axum::Json;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use qz_acts::matter::public::{FindingFilter, FindingSort, Page, PublicFinding};
use qz_domain::number::FindingNumber;
use qz_domain::spelled::Spelled;
use serde::Serialize;
use utoipa::ToSchema;

/// A finding that was borne out.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Finding {
    /// Its number.
    #[schema(examples("2015-0041"))]
    number: String,
    /// The day it was adjudicated.
    #[schema(format = Date)]
    adjudicated_on: String,
    /// `upheld` or `partly_upheld`.
    stage: &'static str,
    /// The unit it concerns.
    unit: UnitName,
    /// The number of the visit it comes from; absent where the unit saw it itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    visit: Option<String>,
    /// The organ that looked into it.
    organ: UnitName,
}

/// A page of findings.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FindingPage {
    /// How many findings there are in all.
    total: i64,
    /// The page, counted from 1.
    page: i64,
    /// How many rows a page has.
    per_page: i64,
    /// The rows.
    findings: Vec<Finding>,
}

/// Findings that were borne out, page by page.
///
/// The header `Link` leads to the next page while there is one.
#[utoipa::path(
    get,
    path = "/api/v1/findings",
    tag = "public",
    params(
        ("from" = Option<String>, Query, format = Date, description = "First day of adjudication"),
        ("to" = Option<String>, Query, format = Date, description = "Last day of adjudication"),
        ("unit" = Option<String>, Query, description = "Code of the unit"),
        ("sort" = Option<String>, Query, description = "number, day or unit"),
        ("page" = Option<i64>, Query, minimum = 1, description = "The page, counted from 1"),
        ("per_page" = Option<i64>, Query, minimum = 1, maximum = 200, description = "Rows a page"),
    ),
    responses(
        (status = 200, description = "A page of findings", body = FindingPage),
        (status = 422, description = "A parameter cannot be used; `errors` names it",
            content_type = "application/problem+json"),
        (status = 451, description = "Kept from the public while it is checked",
            content_type = "application/problem+json"),
    )
)]
pub(crate) async fn findings(
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<AskedRecords>,
    Query(size): Query<AskedSize>,
) -> Result<Response, WebError> {
    let (of, asked) = ((page::PATH, page::SORTS), (&asked, &size));
    let (wanted, paging) = records::read((&state, shell.words), of, asked).await?;
    let (filter, sort) = (page::filter(&wanted), page::sort(wanted.sort));
    let rows = Page::number(paging.page, paging.per_page);
    let found = state.acts.upheld_findings(&filter, sort, rows).await;
    let (found, total) = found.map_err(fault)?;
    let body = FindingPage {
        total,
        page: paging.page,
        per_page: paging.per_page,
        findings: found.into_iter().map(finding).collect(),
    };
    Ok((links(&shell, paging.next(total))?, Json(body)).into_response())
}

/// One finding that was borne out, by its number.
#[utoipa::path(
    get,
    path = "/api/v1/findings/{number}",
    tag = "public",
    params(("number" = String, Path, description = "Its number, like 2015-0041")),
    responses(
        (status = 200, description = "The finding", body = Finding),
        (status = 404, description = "No such finding was borne out",
            content_type = "application/problem+json"),
        (status = 451, description = "Kept from the public while it is checked",
            content_type = "application/problem+json"),
    )
)]
pub(crate) async fn one(
    State(state): State<WebState>,
    Path(number): Path<String>,
) -> Result<Json<Finding>, WebError> {
    must_be_shown(&state, page::PATH).await?;
    let number: FindingNumber = number.parse().map_err(|_| WebError::NotFound)?;
    let filter = FindingFilter { number: Some(number), ..FindingFilter::default() };
    let found = state.acts.upheld_findings(&filter, FindingSort::Number, Page::all()).await;
    let (found, _) = found.map_err(fault)?;
    found.into_iter().next().map(|one| Json(finding(one))).ok_or(WebError::NotFound)
}

fn finding(finding: PublicFinding) -> Finding {
    Finding {
        number: finding.number.to_string(),
        adjudicated_on: finding.adjudicated_on,
        stage: finding.stage.code(),
        unit: finding.unit.into(),
        visit: finding.visit.map(|visit| visit.to_string()),
        organ: finding.organ.into(),
    }
}
