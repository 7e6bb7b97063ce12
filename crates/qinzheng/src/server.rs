//! Serving: answers until it is told to stop, ends what is under way, and closes the store.

use anyhow::{Context, Result};
use axum::Router;
use qz_web::serve::{HEAD_PATIENCE, serve as answer};
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::TcpListener;

/// How long requests under way may take once the end was asked for.
const LAST_REQUESTS: Duration = Duration::from_secs(20);

/// Takes the address.
pub async fn listen(address: SocketAddr) -> Result<TcpListener> {
    let listener = TcpListener::bind(address).await;
    listener.with_context(|| format!("{address} cannot be listened at: is another server there?"))
}

/// Serves until Ctrl-C or SIGTERM.
pub async fn serve(listener: TcpListener, app: Router) -> Result<()> {
    let (stop, mut stopped) = tokio::sync::watch::channel(false);
    tokio::spawn(async move {
        asked_to_stop().await;
        tracing::info!("asked to stop: requests under way are finished");
        let _ = stop.send(true);
    });
    let mut told = stopped.clone();
    let graceful = async move {
        let _ = told.wait_for(|stopped| *stopped).await;
    };
    let late = async move {
        let _ = stopped.wait_for(|stopped| *stopped).await;
        tokio::time::sleep(LAST_REQUESTS).await;
    };
    tokio::select! {
        () = answer(listener, app, (HEAD_PATIENCE, graceful)) => {}
        () = late => tracing::warn!("requests were cut off after {LAST_REQUESTS:?}"),
    }
    Ok(())
}

#[cfg(unix)]
async fn asked_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            _ = terminate.recv() => {}
        },
        Err(_) => {
            let _ = tokio::signal::ctrl_c().await;
        }
    }
}

#[cfg(not(unix))]
async fn asked_to_stop() {
    let _ = tokio::signal::ctrl_c().await;
}
