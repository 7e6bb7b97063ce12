//! The reviews that bulletins tell of: of which decision, and what became of it. Nobody is named: as long as a
//! review runs the name is suspended, and of a decision that fell it is gone.

use super::bulletin::Reviewed;
use super::paging::{AskedPage, AskedSize, count, links};
use super::unit_name::UnitName;
use crate::app::WebState;
use crate::error::WebError;
use crate::page::portal::{fault, today};
use crate::shell::Shell;
use axum::Json;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use qz_acts::review::public::ToldReview;
use serde::Serialize;
use utoipa::ToSchema;

/// What a bulletin tells of a decision's review.
#[derive(Debug, Serialize, ToSchema)]
struct ReviewRow {
    /// The bulletin that tells of the decision.
    bulletin: String,
    /// Its number.
    #[schema(examples("〔2015〕1号"))]
    number: String,
    /// The organ that issued it.
    organ: UnitName,
    /// The unit of the decision.
    unit: UnitName,
    /// Whether the decision is on a `unit` or a `person`.
    subject: &'static str,
    /// Whether it is under review.
    under_review: bool,
    /// What the latest review that changed it made of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    review: Option<Reviewed>,
}

/// A page of reviews.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReviewPage {
    /// How many there are in all.
    total: i64,
    /// The page, counted from 1.
    page: i64,
    /// How many rows a page has.
    per_page: i64,
    /// The rows, of the latest bulletin first.
    reviews: Vec<ReviewRow>,
}

/// Reviews that published bulletins tell of, page by page.
///
/// Counts of all reviews are in /api/v1/statistics. The header `Link` leads to the next page while there is one.
#[utoipa::path(
    get,
    path = "/api/v1/reviews",
    tag = "public",
    params(
        ("page" = Option<i64>, Query, minimum = 1, description = "The page, counted from 1"),
        ("per_page" = Option<i64>, Query, minimum = 1, maximum = 200, description = "Rows a page"),
    ),
    responses(
        (status = 200, description = "A page of reviews", body = ReviewPage),
        (status = 422, description = "A parameter cannot be used; `errors` names it",
            content_type = "application/problem+json"),
    )
)]
pub(crate) async fn reviews(
    State(state): State<WebState>,
    shell: Shell,
    (Query(page), Query(size)): (Query<AskedPage>, Query<AskedSize>),
) -> Result<Response, WebError> {
    let paging = page.with(&size, shell.words).map_err(WebError::Invalid)?;
    let found = state.acts.told_reviews(today(&state.acts)).await.map_err(fault)?;
    let total = count(&found);
    let body = ReviewPage {
        total,
        page: paging.page,
        per_page: paging.per_page,
        reviews: paging.cut(found.into_iter().map(row)),
    };
    Ok((links(&shell, paging.next(total))?, Json(body)).into_response())
}

fn row(told: ToldReview) -> ReviewRow {
    ReviewRow {
        bulletin: told.bulletin.to_string(),
        number: told.number.to_string(),
        organ: told.organ.into(),
        unit: told.unit.into(),
        subject: if told.is_person { "person" } else { "unit" },
        under_review: told.is_under_review,
        review: told.mark.map(Reviewed::from),
    }
}
