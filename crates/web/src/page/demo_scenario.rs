//! The demo's other scenarios (演示情景): taken with one click in the banner, kept in a cookie. Only a
//! demo with several has this door.

use crate::app::WebState;
use crate::door::{Doors, Method::Get};
use crate::error::WebError;
use axum::extract::{Query, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

/// Where a scenario is taken.
pub(crate) const PATH: &str = "/demo/scenario";
/// The cookie that says which is looked at.
pub(crate) const COOKIE: &str = "scenario";

/// The door of the scenarios.
pub(crate) fn doors(doors: Doors) -> Doors {
    doors.public(Get, PATH, take)
}

#[derive(Debug, Default, Deserialize)]
struct Asked {
    #[serde(default)]
    take: String,
}

/// `GET /demo/scenario?take=CODE`: the visitor looks at that one from now on, from its first page.
async fn take(
    State(state): State<WebState>,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let demo = state.config.demo.as_ref().ok_or(WebError::NotFound)?;
    let known = demo.beside.iter().find(|(code, _)| *code == asked.take);
    let (code, _) = known.ok_or(WebError::NotFound)?;
    let cookie = format!("{COOKIE}={code}; Path=/; SameSite=Lax; HttpOnly");
    let mut response = (StatusCode::SEE_OTHER, [(header::LOCATION, "/")]).into_response();
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}
