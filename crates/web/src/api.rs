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
        .public(Get, "/api/v1/openapi.json", v1::openapi::document)
}
