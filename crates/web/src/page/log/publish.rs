//! The published log (C2SP tlog-tiles): what a mirror reads, file by file.

use super::log_of;
use crate::app::WebState;
use crate::error::WebError;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};

const TEXT: &str = "text/plain; charset=utf-8";
const BYTES: &str = "application/octet-stream";

/// The one file that changes: a reader may be a few seconds behind.
const BRIEFLY: &str = "public, max-age=5";
const AN_HOUR: &str = "public, max-age=3600";
/// A tile's bytes never change.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// `GET /log/checkpoint`
pub(super) async fn checkpoint(State(state): State<WebState>) -> Result<Response, WebError> {
    let newest = log_of(&state)?.checkpoint().await.map_err(WebError::internal)?;
    Ok(file(TEXT, BRIEFLY, newest.ok_or(WebError::NotFound)?.into_bytes()))
}

/// `GET /log/vkeys`
pub(super) async fn vkeys(State(state): State<WebState>) -> Result<Response, WebError> {
    Ok(file(TEXT, AN_HOUR, log_of(&state)?.vkeys().into_bytes()))
}

/// `GET /log/tile/{level}/{index}[.p/{width}]`
pub(super) async fn tile(
    State(state): State<WebState>,
    Path(path): Path<String>,
) -> Result<Response, WebError> {
    let path = format!("tile/{path}").parse().map_err(|_| WebError::NotFound)?;
    let found = log_of(&state)?.tile(path).await.map_err(WebError::internal)?;
    Ok(file(BYTES, FOR_EVER, found.ok_or(WebError::NotFound)?))
}

fn file(kind: &'static str, keep: &'static str, bytes: Vec<u8>) -> Response {
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, keep)], bytes).into_response()
}
