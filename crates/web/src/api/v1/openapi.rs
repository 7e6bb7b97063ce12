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
                       rows that /api/v1/visits gives. Units are named, persons never. Errors are \
                       application/problem+json.",
    ),
    paths(
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
