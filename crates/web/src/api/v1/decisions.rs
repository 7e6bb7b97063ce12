//! The served decisions. A person's has rank and month, and nothing that tells who it is: names are for a
//! bulletin alone.

use super::paging::{AskedSize, links};
use super::records;
use super::unit_name::UnitName;
use crate::app::WebState;
use crate::error::WebError;
use crate::page::portal::{AskedRecords, decisions as page, fault};
use crate::shell::Shell;
use axum::Json;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use qz_acts::matter::public::{Page, PublicDecision, PublicSubject};
use qz_domain::spelled::Spelled;
use serde::Serialize;
use utoipa::ToSchema;

/// A served decision that stands.
#[derive(Debug, Serialize, ToSchema)]
struct Decision {
    /// `unit` or `person`.
    subject: &'static str,
    /// The organ that decided.
    organ: UnitName,
    /// The month of service.
    #[schema(examples("2015-12"))]
    month: String,
    /// Code of the measure.
    measure: String,
    /// Of a decision on a unit: what tells it apart.
    #[serde(flatten)]
    #[schema(inline)]
    unit: Option<OnUnit>,
    /// Of a decision on a person: rank and footing.
    #[serde(flatten)]
    #[schema(inline)]
    person: Option<OnPerson>,
}

/// What tells a decision on a unit apart.
#[derive(Debug, Serialize, ToSchema)]
struct OnUnit {
    /// The unit.
    unit: UnitName,
    /// The number of the decision.
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<String>,
    /// The number of the finding it rests on.
    finding: String,
    /// The day of service.
    #[schema(format = Date)]
    served_on: String,
}

/// What is told of a person.
#[derive(Debug, Serialize, ToSchema)]
struct OnPerson {
    /// Their rank, `county_head` to `worker`.
    rank: &'static str,
    /// Their footing: `civil_servant` and the others.
    footing: &'static str,
}

/// A page of decisions.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DecisionPage {
    /// How many decisions there are in all.
    total: i64,
    /// The page, counted from 1.
    page: i64,
    /// How many rows a page has.
    per_page: i64,
    /// The rows.
    decisions: Vec<Decision>,
}

/// Served decisions that stand, page by page, without names.
///
/// With a unit only those on the unit itself. The header `Link` leads to the next page while there is one.
#[utoipa::path(
    get,
    path = "/api/v1/decisions",
    tag = "public",
    params(
        ("from" = Option<String>, Query, format = Date, description = "First day of service"),
        ("to" = Option<String>, Query, format = Date, description = "Last day of service"),
        ("subject" = Option<String>, Query, description = "units or persons"),
        ("rank" = Option<String>, Query, description = "A rank, county_head to worker"),
        ("footing" = Option<String>, Query, description = "A footing, civil_servant and the others"),
        ("measure" = Option<String>, Query, description = "Code of a measure"),
        ("unit" = Option<String>, Query, description = "Code of the unit"),
        ("each" = Option<String>, Query, description = "unit: each unit once, by its first decision"),
        ("sort" = Option<String>, Query, description = "day or rank"),
        ("page" = Option<i64>, Query, minimum = 1, description = "The page, counted from 1"),
        ("per_page" = Option<i64>, Query, minimum = 1, maximum = 200, description = "Rows a page"),
    ),
    responses(
        (status = 200, description = "A page of decisions", body = DecisionPage),
        (status = 422, description = "A parameter cannot be used; `errors` names it",
            content_type = "application/problem+json"),
        (status = 451, description = "Kept from the public while it is checked",
            content_type = "application/problem+json"),
    )
)]
pub(crate) async fn decisions(
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<AskedRecords>,
    Query(size): Query<AskedSize>,
) -> Result<Response, WebError> {
    let (of, asked) = ((page::PATH, page::SORTS), (&asked, &size));
    let (wanted, paging) = records::read((&state, shell.words), of, asked).await?;
    let (filter, sort) = (page::filter(&wanted), page::sort(wanted.sort));
    let rows = Page::number(paging.page, paging.per_page);
    let found = state.acts.served_decisions(&filter, sort, rows).await;
    let (found, total) = found.map_err(fault)?;
    let body = DecisionPage {
        total,
        page: paging.page,
        per_page: paging.per_page,
        decisions: found.into_iter().map(decision).collect(),
    };
    Ok((links(&shell, paging.next(total))?, Json(body)).into_response())
}

fn decision(found: PublicDecision) -> Decision {
    let (subject, unit, person) = match found.subject {
        PublicSubject::Unit { unit, number, finding, served_on } => {
            let number = number.map(|number| number.to_string());
            let (unit, finding) = (unit.into(), finding.to_string());
            ("unit", Some(OnUnit { unit, number, finding, served_on }), None)
        }
        PublicSubject::Person(rank, kind) => {
            ("person", None, Some(OnPerson { rank: rank.code(), footing: kind.code() }))
        }
    };
    Decision {
        subject,
        organ: found.organ.into(),
        month: found.month,
        measure: found.measure,
        unit,
        person,
    }
}
