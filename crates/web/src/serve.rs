//! Serving: connections are taken in and given to the doors, and whoever dawdles over the head of a request is cut off.
//!
//! A door's own patience begins when the head is whole. Without a limit before that, anybody could hold connections open
//! with a letter now and then.

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::pin::pin;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tower::ServiceExt as _;

/// How long the head of a request may take to come; a connection that is kept open may be silent as long.
pub const HEAD_PATIENCE: Duration = Duration::from_secs(30);

/// How long to wait when the machine has no connection left to give.
const BREATHER: Duration = Duration::from_secs(1);

/// Serves until `stop`, then until every request under way is answered.
pub async fn serve(
    listener: TcpListener,
    doors: Router,
    (head, stop): (Duration, impl Future<Output = ()>),
) {
    let (stopping, stopped) = watch::channel(false);
    let mut stop = pin!(stop);
    loop {
        let (stream, peer) = tokio::select! {
            taken = take(&listener) => taken,
            () = &mut stop => break,
        };
        tokio::spawn(answer(stream, (doors.clone(), peer), (head, stopped.clone())));
    }
    drop((listener, stopped));
    let _ = stopping.send(true);
    // Every connection holds the other end until it ends.
    stopping.closed().await;
}

/// The next connection. One that is gone before it is taken is nobody's fault, and want of room passes.
async fn take(listener: &TcpListener) -> (TcpStream, SocketAddr) {
    loop {
        let fault: io::Error = match listener.accept().await {
            Ok(taken) => return taken,
            Err(fault) => fault,
        };
        let gone = [
            ErrorKind::ConnectionAborted,
            ErrorKind::ConnectionRefused,
            ErrorKind::ConnectionReset,
        ];
        if !gone.contains(&fault.kind()) {
            tracing::error!(error = &fault as &dyn std::error::Error, "no connection can be taken");
            tokio::time::sleep(BREATHER).await;
        }
    }
}

/// Answers what comes on one connection.
async fn answer(
    stream: TcpStream,
    (doors, peer): (Router, SocketAddr),
    (head, mut stopped): (Duration, watch::Receiver<bool>),
) {
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(ConnectInfo(peer));
        doors.clone().oneshot(request.map(Body::new))
    });
    let mut builder = http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(head);
    let mut connection = pin!(builder.serve_connection(TokioIo::new(stream), service));
    let mut is_stopping = false;
    loop {
        tokio::select! {
            ended = &mut connection => {
                if let Err(fault) = ended {
                    tracing::debug!(error = &fault as &dyn std::error::Error, "a connection broke off");
                }
                return;
            }
            _ = stopped.wait_for(|stopped| *stopped), if !is_stopping => {
                is_stopping = true;
                connection.as_mut().graceful_shutdown();
            }
        }
    }
}
