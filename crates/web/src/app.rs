//! The application: every door of an installation behind its layers.
//!
//! To add a family of pages: write `page/<family>.rs` with
//! `pub(crate) fn doors(doors: Doors) -> Doors`, mount its doors there (see [`crate::door`]), and
//! add one line to [`doors`] below, under the room it belongs to. Everything else (who is signed
//! in, the shell, headers, limits, error pages) comes from the layers of [`app`].

mod config;
mod measure;
mod side_by_side;
mod state;

pub use config::{DemoConfig, Room, WebConfig};
pub use side_by_side::side_by_side;
pub use state::{Preparing, Readiness, WebState};

use crate::door::Doors;
use crate::error::{WebError, page_errors};
use crate::{api, headers, page, session};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use qz_acts::Acts;
use std::any::Any;
use std::sync::Arc;
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;

/// How long a request may take, its body's way here included.
const PATIENCE: Duration = Duration::from_mins(1);

/// Every door of an installation.
pub fn doors(config: &WebConfig) -> Doors {
    let mut doors = page::operations::doors(Doors::new());
    if config.serves(Room::Portal) {
        doors = page::portal::doors(doors, config.demo.is_some());
        doors = api::doors(doors);
    }
    if config.serves(Room::Desk) {
        doors = page::sign_in::doors(doors, config.demo.is_some());
        doors = page::kiosk::doors(doors);
        doors = page::desk::doors(doors);
        doors = page::brief::doors(doors);
        doors = page::my_account::doors(doors);
        doors = page::visit::doors(doors);
        doors = page::draw::doors(doors);
        doors = page::finding::doors(doors);
        doors = page::chain::doors(doors);
        doors = page::dossier::doors(doors);
        doors = page::accountability::doors(doors);
        doors = page::bulletin::doors(doors);
        doors = page::campaign::doors(doors);
        doors = page::scheme::doors(doors);
        doors = page::filing::doors(doors);
        doors = page::prompt::doors(doors);
        doors = page::report::doors(doors);
        doors = page::board::doors(doors);
        doors = page::rectification::doors(doors);
        doors = page::meeting::doors(doors);
        doors = page::review::doors(doors);
        doors = page::article::doors(doors);
        doors = page::opening::doors(doors);
        doors = page::sanction::doors(doors);
        doors = page::suspicion::doors(doors);
        doors = page::ticket::doors(doors);
        doors = page::law::doors(doors);
        doors = people(doors);
        doors = page::record::doors(doors);
        doors = page::import::doors(doors);
        doors = page::calendar::doors(doors);
        doors = page::account::doors(doors);
    }
    if config.demo.as_ref().is_some_and(|demo| demo.clock.is_some()) {
        doors = page::demo_clock::doors(doors);
    }
    if config.demo.as_ref().is_some_and(|demo| !demo.beside.is_empty()) {
        doors = page::demo_scenario::doors(doors);
    }
    doors = page::log::doors(doors, config);
    doors = page::help::doors(doors);
    doors
}

/// The doors of who works where, who is away, and attendance.
fn people(doors: Doors) -> Doors {
    let doors = page::person::doors(doors);
    let doors = page::away::doors(doors);
    let doors = page::deputy::doors(doors);
    let doors = page::stand_in::doors(doors);
    let doors = page::attendance::doors(doors);
    let doors = page::roster::doors(doors);
    let doors = page::request::doors(doors);
    let doors = page::outage::doors(doors);
    page::terminal::doors(doors)
}

/// The application, to be served with
/// `into_make_service_with_connect_info::<std::net::SocketAddr>()`: limits on sign-ins and the door
/// to the metrics need the address of whoever asks.
pub fn app(acts: Acts, config: WebConfig) -> Router {
    let doors = doors(&config);
    assemble(acts, config, doors)
}

/// Puts doors behind the layers that every request passes.
pub(crate) fn assemble(acts: Acts, config: WebConfig, doors: Doors) -> Router {
    let site = Arc::new(config.site(&doors));
    let state = WebState::new(acts, config, Arc::clone(&site), &doors);
    doors
        .into_router()
        .layer(DefaultBodyLimit::disable())
        .layer(RequestBodyLimitLayer::new(crate::door::UPLOAD_MOST))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, PATIENCE))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn_with_state(state.clone(), page::operations::hold_until_ready))
        .layer(from_fn_with_state(Arc::clone(&site), page_errors))
        .layer(from_fn_with_state(state.clone(), session::identify))
        .layer(from_fn(measure::measure))
        .layer(from_fn_with_state(site, headers::protect))
        .layer(CompressionLayer::new().compress_when(is_public))
        .with_state(state)
}

/// A handler that panicked is a fault of ours like any other; the process lives.
#[expect(clippy::needless_pass_by_value, reason = "the layer gives the panic's value away")]
fn panicked(fault: Box<dyn Any + Send + 'static>) -> Response {
    let said = fault
        .downcast_ref::<String>()
        .cloned()
        .or_else(|| fault.downcast_ref::<&str>().map(|said| (*said).to_owned()));
    WebError::internal(said.unwrap_or_else(|| "a handler panicked".to_owned())).into_response()
}

/// Only what anyone may read is compressed: the length of a compressed page tells of what stands
/// beside its secrets (a form's token).
fn is_public(
    _: StatusCode,
    _: axum::http::Version,
    headers: &HeaderMap,
    _: &axum::http::Extensions,
) -> bool {
    let kept = headers.get(header::CACHE_CONTROL).and_then(|value| value.to_str().ok());
    !kept.is_some_and(|kept| kept.contains("no-store"))
}
