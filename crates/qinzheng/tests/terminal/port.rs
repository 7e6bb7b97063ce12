//! A terminal port, and what a store keeps of what came in by it.

use axum::Router;
use qz_acts::terminal::view::{Page, PunchFilter};
use qz_domain::role::Role;
use qz_testkit::county::County;
use qz_web::serve::{HEAD_PATIENCE, serve};
use qz_web::terminal::{PATIENCE, terminals};
use std::net::SocketAddr;
use tokio::net::TcpListener;

/// Opens a port on a store.
pub async fn port(county: &County) -> SocketAddr {
    port_through(county, |doors| doors).await
}

/// As [`port`], with something around the doors.
pub async fn port_through(county: &County, around: impl FnOnce(Router) -> Router) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("its address");
    let doors = around(terminals(county.acts.clone(), PATIENCE));
    tokio::spawn(serve(listener, doors, (HEAD_PATIENCE, std::future::pending())));
    address
}

/// Terminal, number, time as shown: every punch there is, twice if it is there twice.
pub async fn kept(county: &County) -> Vec<(i64, String, String)> {
    let hr = county.account(Role::Hr).await;
    let found = county.acts.punches(hr, &PunchFilter::default(), Page::all()).await;
    let lines = found.expect("the punches").0;
    lines.into_iter().map(|one| (one.terminal.0.0, one.pin, one.shown)).collect()
}
