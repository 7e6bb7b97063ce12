//! The description of the API in OpenAPI 3.1. A test holds it to the doors there are.

use axum::Json;
use utoipa::OpenApi;
use utoipa::openapi;

/// The description, put together from what stands beside each handler.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Qinzheng public API",
        description = "Public records of a county's inspection work. Every figure is a count of \
                       rows that the lists give. What is said is what the public pages say on the \
                       same day: units are named; a person only in a bulletin or on a list, and only \
                       as long as the page names them. Errors are application/problem+json.",
    ),
    paths(
        super::bulletin::bulletin,
        super::bulletins::bulletins,
        super::decisions::decisions,
        super::findings::findings,
        super::findings::one,
        super::lists::list,
        super::rectifications::rectifications,
        super::reviews::reviews,
        super::statistics::statistics,
        super::units::units,
        super::visits::visits,
        document,
    ),
    tags((name = "public", description = "Needs no account."))
)]
struct Description;

/// The description of this API.
#[utoipa::path(
    get,
    path = "/api/v1/openapi.json",
    tag = "public",
    responses((status = 200, description = "This document", content_type = "application/json"))
)]
pub(crate) async fn document() -> Json<openapi::OpenApi> {
    Json(Description::openapi())
}
