//! Operations (运维): whether the process lives, whether it is ready, its counts; and the two things
//! that every page needs, its assets and its looks.

use crate::address;
use crate::app::WebState;
use crate::asset;
use crate::door::{Doors, Method::Get};
use crate::error::WebError;
use crate::part::Progress;
use crate::session::words_of;
use crate::shell::set_preferences;
use axum::Json;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde::Serialize;

/// Doors that every room has.
pub(crate) fn doors(doors: Doors) -> Doors {
    doors
        .public(Get, "/healthz", health)
        .public(Get, "/readyz", readiness)
        .public(Get, "/metrics", metrics)
        .public(Get, "/asset/{file}", asset::serve)
        .public(Get, "/preferences", set_preferences)
}

/// Paths that answer while the product is not ready.
const ALWAYS: [&str; 5] = ["/healthz", "/readyz", "/metrics", "/asset/", "/preferences"];

/// Middleware: until the product is ready every page shows how far it is.
pub(crate) async fn hold_until_ready(
    State(state): State<WebState>,
    request: Request,
    next: Next,
) -> Response {
    let path = request.uri().path();
    if ALWAYS.iter().any(|always| path.starts_with(always)) {
        return next.run(request).await;
    }
    let Some(preparing) = state.config.readiness.now() else { return next.run(request).await };
    let words = words_of(&request);
    let label = preparing.label.name(words.locale);
    let progress = Progress::new(words, label, preparing.done, preparing.total);
    WebError::NotReady(Some(progress.poll("/readyz"))).into_response()
}

async fn health() -> &'static str {
    "ok\n"
}

#[derive(Serialize)]
struct Progressing {
    done: u64,
    total: u64,
    label: String,
}

async fn readiness(State(state): State<WebState>, request: Request) -> Response {
    let Some(preparing) = state.config.readiness.now() else { return "ready\n".into_response() };
    let label = preparing.label.name(words_of(&request).locale).to_owned();
    let (done, total) = (preparing.done, preparing.total);
    let progress = Json(Progressing { done, total, label });
    (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, "2")], progress).into_response()
}

/// For the county's own monitoring: straight from a machine that is allowed, through no proxy.
async fn metrics(State(state): State<WebState>, request: Request) -> Result<Response, WebError> {
    let peer = address::peer(&request).ok_or(WebError::NotFound)?;
    let allowed = state.config.metrics_from.iter().any(|network| network.holds(peer));
    if !allowed || address::is_forwarded(request.headers()) {
        return Err(WebError::NotFound);
    }
    let kind = [(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")];
    Ok((kind, state.metrics.text(&state.acts)).into_response())
}
