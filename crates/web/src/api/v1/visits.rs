//! The rows behind the figures, page by page.

use super::paging::{AskedSize, links};
use super::unit_name::UnitName;
use crate::app::WebState;
use crate::error::WebError;
use crate::page::portal::{AskedVisits, fault};
use crate::shell::Shell;
use axum::Json;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use qz_acts::visit::public::{Page, PublicVisit};
use qz_domain::spelled::Spelled;
use serde::Serialize;
use utoipa::ToSchema;

/// A filed visit.
#[derive(Debug, Serialize, ToSchema)]
struct Visit {
    /// The number on paper.
    #[schema(examples("2015-0311"))]
    number: String,
    /// The day.
    #[schema(value_type = String, format = Date, examples("2015-06-18"))]
    day: Date,
    /// How it was done: `open`, `covert`, `written`, `telephone`.
    manner: &'static str,
    /// The visited unit.
    unit: UnitName,
    /// The inspecting organ.
    organ: UnitName,
}

/// A page of visits.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct VisitPage {
    /// How many visits there are in all.
    total: i64,
    /// The page, counted from 1.
    page: i64,
    /// How many rows a page has.
    per_page: i64,
    /// The rows.
    visits: Vec<Visit>,
}

/// Filed visits, page by page.
///
/// The header `Link` leads to the next page while there is one.
#[utoipa::path(
    get,
    path = "/api/v1/visits",
    tag = "public",
    params(
        ("from" = Option<String>, Query, format = Date, description = "First day"),
        ("to" = Option<String>, Query, format = Date, description = "Last day"),
        ("unit" = Option<String>, Query, description = "Code of the visited unit"),
        ("organ" = Option<String>, Query, description = "Code of the inspecting organ"),
        ("manner" = Option<String>, Query, description = "open, covert, written or telephone"),
        ("q" = Option<String>, Query, description = "Words in the name of either unit"),
        ("number" = Option<String>, Query, description = "The number on paper, like 2015-0311"),
        ("sort" = Option<String>, Query, description = "latest, earliest, number, unit or organ"),
        ("page" = Option<i64>, Query, minimum = 1, description = "The page, counted from 1"),
        ("per_page" = Option<i64>, Query, minimum = 1, maximum = 200, description = "Rows a page"),
    ),
    responses(
        (status = 200, description = "A page of visits", body = VisitPage),
        (status = 422, description = "A parameter cannot be used; `errors` names it",
            content_type = "application/problem+json"),
    )
)]
pub(crate) async fn visits(
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<AskedVisits>,
    Query(size): Query<AskedSize>,
) -> Result<Response, WebError> {
    let read = asked.read(&state.acts, shell.words).await?;
    let (wanted, per_page) = match (read, size.read(shell.words)) {
        (Ok(wanted), Ok(per_page)) => (wanted, per_page),
        (wanted, per_page) => {
            let mut faults = wanted.err().unwrap_or_default();
            faults.extend(per_page.err());
            return Err(WebError::Invalid(faults));
        }
    };
    let page = Page::number(wanted.page, per_page);
    let found = state.acts.filed_visits(&wanted.filter, wanted.sort, page).await;
    let (visits, total) = found.map_err(fault)?;
    let next = (wanted.page.saturating_mul(per_page) < total).then_some(wanted.page + 1);
    let visits = visits.into_iter().map(visit).collect();
    let body = VisitPage { total, page: wanted.page, per_page, visits };
    Ok((links(&shell, next)?, Json(body)).into_response())
}

fn visit(visit: PublicVisit) -> Visit {
    Visit {
        number: visit.number.to_string(),
        day: visit.day,
        manner: visit.manner.code(),
        unit: visit.unit.into(),
        organ: visit.organ.into(),
    }
}
