//! The API for programs (接口): JSON under `/api/v1`, described by its own OpenAPI document. Errors
//! are problem+json (RFC 9457) and name the parameter at fault.

mod v1;

use crate::door::{Doors, Method::Get};
use crate::page::portal::{Cache, kept};

/// The doors of the public API.
pub(crate) fn doors(doors: Doors) -> Doors {
    let cache = Cache::default();
    doors
        .public(Get, "/api/v1/statistics", kept(&cache, v1::statistics::statistics))
        .public(Get, "/api/v1/visits", kept(&cache, v1::visits::visits))
        .public(Get, "/api/v1/units", kept(&cache, v1::units::units))
        .public(Get, "/api/v1/findings", kept(&cache, v1::findings::findings))
        .public(Get, "/api/v1/findings/{number}", kept(&cache, v1::findings::one))
        .public(Get, "/api/v1/decisions", kept(&cache, v1::decisions::decisions))
        .public(Get, "/api/v1/bulletins", kept(&cache, v1::bulletins::bulletins))
        .public(Get, "/api/v1/bulletins/{id}", kept(&cache, v1::bulletin::bulletin))
        .public(Get, "/api/v1/lists/{list}", kept(&cache, v1::lists::list))
        .public(Get, "/api/v1/rectifications", kept(&cache, v1::rectifications::rectifications))
        .public(Get, "/api/v1/reviews", kept(&cache, v1::reviews::reviews))
        .public(Get, "/api/v1/openapi.json", v1::openapi::document)
}
