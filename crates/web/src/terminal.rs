//! The terminal port (考勤机端口): a listener of its own at which attendance terminals call, in the vendor's push protocol
//! over plain HTTP. It has no page and no account; the number on the box is all a caller says of itself. Door controllers
//! have a door of their own there, [`isapi`].
//!
//! A box judges by the status alone: what is not answered with 200 it keeps and sends again. So 200 leaves after the
//! commit, and whoever is not in service hears 503.

mod call;
mod hello;
mod isapi;
mod port;

use call::Asked;
use port::Port;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{DefaultBodyLimit, RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use qz_acts::terminal::{Called, Upload};
use qz_acts::{ActError, Acts};
use qz_domain::terminal::Terminal;
use qz_domain::terminal::command::results;
use sha2::{Digest as _, Sha256};
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::timeout::TimeoutLayer;

/// The most bytes of one upload: some fifty thousand punches.
pub const BODY_MOST: usize = 2 * 1024 * 1024;

/// How long a call may take, its body's way here included.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// The doors of the terminal port.
pub fn terminals(acts: Acts, patience: Duration) -> Router {
    let mut router = Router::new();
    for end in ["", ".aspx"] {
        router = router
            .route(&format!("/iclock/cdata{end}"), get(greet).post(upload))
            .route(&format!("/iclock/getrequest{end}"), get(poll))
            .route(&format!("/iclock/devicecmd{end}"), post(answer));
    }
    router
        .route("/isapi/{serial}/{key}", post(isapi::events))
        .layer(DefaultBodyLimit::disable())
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, patience))
        .layer(CatchPanicLayer::new())
        .with_state(Port::new(acts))
}

/// What is answered: a text, with the time by which boxes set their clocks.
fn say(port: &Port, status: StatusCode, text: String) -> Response {
    let mut response = (status, text).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain"));
    let date = port.acts.now().strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
    if let Ok(date) = HeaderValue::from_str(&date) {
        headers.insert(header::DATE, date);
    }
    response
}

/// Lets a terminal in service in; anybody else hears why not.
async fn admit(port: &Port, asked: &Asked, headers: &HeaderMap) -> Result<Terminal, Response> {
    let Some(serial) = asked.serial() else {
        return Err(say(port, StatusCode::BAD_REQUEST, "ERROR: no SN\n".to_owned()));
    };
    match port.called(&serial, headers).await {
        Ok(Called::InService(terminal)) => Ok(terminal),
        Ok(Called::Waiting) => {
            Err(say(port, StatusCode::SERVICE_UNAVAILABLE, "ERROR: not in service\n".to_owned()))
        }
        Err(fault) => Err(failed(port, &fault)),
    }
}

/// As [`admit`], with all that it sent.
async fn receive(
    port: &Port,
    asked: &Asked,
    (headers, body): (&HeaderMap, Body),
) -> Result<(Terminal, Vec<u8>), Response> {
    let terminal = admit(port, asked, headers).await?;
    let Ok(body) = to_bytes(body, BODY_MOST).await else {
        let text = "ERROR: too much at once\n".to_owned();
        return Err(say(port, StatusCode::PAYLOAD_TOO_LARGE, text));
    };
    Ok((terminal, body.to_vec()))
}

/// The box keeps what it has and comes again.
fn failed(port: &Port, fault: &ActError) -> Response {
    if matches!(fault, ActError::Store(_)) {
        tracing::error!(error = fault as &dyn std::error::Error, "a terminal was put off");
    }
    say(port, StatusCode::SERVICE_UNAVAILABLE, "ERROR: later\n".to_owned())
}

/// `GET cdata`: the hello, or what time it is.
async fn greet(
    State(port): State<Port>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let asked = Asked::read(query.as_deref());
    let terminal = match admit(&port, &asked, &headers).await {
        Ok(terminal) => terminal,
        Err(response) => return response,
    };
    if asked.value("type") == Some("time") {
        let now = qz_domain::instant::rfc3339(port.acts.now());
        return say(&port, StatusCode::OK, format!("Time={now}\n"));
    }
    match port.acts.terminal_stamps(terminal.id).await {
        Ok(stamps) => say(&port, StatusCode::OK, hello::options(&asked, &terminal, &stamps)),
        Err(fault) => failed(&port, &fault),
    }
}

/// `POST cdata`: what a terminal has to tell.
async fn upload(
    State(port): State<Port>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let asked = Asked::read(query.as_deref());
    let (terminal, body) = match receive(&port, &asked, (&headers, body)).await {
        Ok(received) => received,
        Err(response) => return response,
    };
    let upload = match asked.value("table").map(str::to_ascii_uppercase).as_deref() {
        Some("ATTLOG") => Upload::Attlog(body),
        Some("OPERLOG") => Upload::Operlog(body),
        table => {
            // Anything but yes would make it send that for ever.
            let (size, hash) = (body.len(), format!("{:x?}", &Sha256::digest(&body)[..8]));
            tracing::info!(terminal.id = terminal.id.0, table, size, hash, "dropped at the door");
            return say(&port, StatusCode::OK, "OK\n".to_owned());
        }
    };
    let drift = port.drift(&headers);
    let stamp = asked.stamp();
    match port.acts.take_upload_of(terminal.id, (upload, stamp), drift).await {
        Ok(taken) => {
            let lines = taken.taken + taken.repeated;
            say(&port, StatusCode::OK, format!("OK: {lines}\n"))
        }
        Err(fault) => failed(&port, &fault),
    }
}

/// `GET getrequest`: whether anything is wanted of it.
async fn poll(State(port): State<Port>, RawQuery(query): RawQuery, headers: HeaderMap) -> Response {
    let asked = Asked::read(query.as_deref());
    let terminal = match admit(&port, &asked, &headers).await {
        Ok(terminal) => terminal,
        Err(response) => return response,
    };
    match port.acts.terminal_orders(terminal.id).await {
        Ok(orders) if orders.is_empty() => say(&port, StatusCode::OK, "OK\n".to_owned()),
        Ok(orders) => say(&port, StatusCode::OK, orders),
        Err(fault) => failed(&port, &fault),
    }
}

/// `POST devicecmd`: what came of what was wanted.
async fn answer(
    State(port): State<Port>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let asked = Asked::read(query.as_deref());
    let (terminal, body) = match receive(&port, &asked, (&headers, body)).await {
        Ok(received) => received,
        Err(response) => return response,
    };
    let results = results(&String::from_utf8_lossy(&body));
    match port.acts.terminal_answered(terminal.id, results).await {
        Ok(_) => say(&port, StatusCode::OK, "OK\n".to_owned()),
        Err(fault) => failed(&port, &fault),
    }
}
