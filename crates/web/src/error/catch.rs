//! The layer that turns errors into pages and problems, and logs faults of ours once.

use super::problem::Problem;
use super::{Failure, WebError, draw_page};
use crate::query;
use crate::shell::{Preferences, Shell, Site};
use crate::words::weighted;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use std::error::Error;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// What the layer keeps of the request while the handler runs.
struct Asked {
    method: Method,
    path: String,
    shell: Shell,
    machine: bool,
}

/// Middleware inside the layer that adds the [`Shell`], outside everything that may fail:
/// `from_fn_with_state(site, page_errors)`. Where a request has no shell (before the store is
/// open, say) it draws a plain one.
pub async fn page_errors(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let asked = Asked::read(&request, &site);
    let mut response = next.run(request).await;
    let error = match response.extensions_mut().remove::<Failure>() {
        Some(Failure(error)) => error,
        None if is_bare(&response) => match WebError::from_status(response.status()) {
            Some(error) => Arc::new(error),
            None => return response,
        },
        None => return response,
    };
    let mut drawn = draw(&error, asked);
    for name in [header::ALLOW, header::RETRY_AFTER] {
        if let Some(value) = response.headers_mut().remove(&name) {
            drawn.headers_mut().insert(name, value);
        }
    }
    drawn
}

impl Asked {
    fn read(request: &Request, site: &Arc<Site>) -> Self {
        let (headers, uri) = (request.headers(), request.uri());
        let here = uri.path_and_query().map_or("/", |path| path.as_str());
        let plain = || Shell::plain(Arc::clone(site), Preferences::from_headers(headers), here);
        Self {
            method: request.method().clone(),
            path: uri.path().to_owned(),
            shell: request.extensions().get::<Shell>().cloned().unwrap_or_else(plain),
            machine: uri.path().starts_with("/api/") || prefers_json(headers),
        }
    }
}

fn draw(error: &WebError, asked: Asked) -> Response {
    let id = log_fault(error, &asked);
    let status = error.status();
    if asked.machine {
        return Problem::new(error, &asked.shell, &asked.path, id).into_response();
    }
    if let (WebError::SignedOut, &Method::GET, Some(door)) =
        (error, &asked.method, asked.shell.site.sign_in)
    {
        let door = query::with(door, "back", &asked.shell.here);
        return (StatusCode::SEE_OTHER, [(header::LOCATION, door)]).into_response();
    }
    match draw_page(error, asked.shell, id) {
        Ok(page) => (status, [(header::CACHE_CONTROL, "no-store")], Html(page)).into_response(),
        Err(failed) => {
            tracing::error!(error = %failed, "the page of an error could not be drawn");
            status.into_response()
        }
    }
}

/// Logs a fault of ours, with its whole chain, and gives it the number that the visitor sees.
/// The query of the address is left out: it may hold names.
fn log_fault(error: &WebError, asked: &Asked) -> Option<String> {
    static COUNT: AtomicU64 = AtomicU64::new(1);
    let WebError::Internal(cause) = error else {
        return None;
    };
    let id = format!("{:x}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let (method, path) = (asked.method.as_str(), asked.path.as_str());
    tracing::error!(%id, method, ?path, cause = ?chain(cause.as_ref()), "a request failed");
    Some(id)
}

fn chain<'a>(error: &'a (dyn Error + 'static)) -> Vec<String> {
    let next = |error: &&'a (dyn Error + 'static)| (*error).source();
    std::iter::successors(Some(error), next).map(ToString::to_string).collect()
}

/// An error answer of the framework: no words of ours, no page, no JSON.
fn is_bare(response: &Response) -> bool {
    let failed = response.status().is_client_error() || response.status().is_server_error();
    let kind = response.headers().get(header::CONTENT_TYPE);
    failed && kind.is_none_or(|kind| kind.as_bytes().starts_with(b"text/plain"))
}

/// Whether JSON is liked better than a page.
fn prefers_json(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).map(HeaderValue::to_str);
    let Some(Ok(accept)) = accept else {
        return false;
    };
    let liking = |kinds: &[&str]| {
        let items = accept.split(',').map(weighted);
        items.filter(|(name, _)| kinds.contains(name)).map(|(_, weight)| weight).max().unwrap_or(0)
    };
    liking(&["application/json", "application/problem+json"])
        > liking(&["text/html", "application/xhtml+xml", "text/*", "*/*"])
}

#[cfg(test)]
mod tests;
