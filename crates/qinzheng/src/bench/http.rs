//! HTTP over loopback: the home page as people get it, beside the least an axum server can do with
//! as many bytes. CPU a request, the asking included on both sides.

use super::county::BenchCounty;
use super::figure::Figure;
use super::meter::{Meter, unit};
use anyhow::{Context, Result, bail};
use axum::Router;
use axum::routing::get;
use qz_web::app::app;
use std::net::SocketAddr;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// Connections at once, each kept alive.
const CONNECTIONS: usize = 8;
/// Requests of a round on each of them.
const REQUESTS: usize = 1_000;

/// Both in turn.
pub async fn measure(rounds: usize) -> Result<Vec<Figure>> {
    let county = BenchCounty::with_year().await?;
    let ours = serve(app(county.acts.clone(), super::pages::config())).await?;
    let length = ask(&mut TcpStream::connect(ours).await?, &mut Vec::new()).await?;
    let page: &'static str = "x".repeat(length).leak();
    let peer = serve(Router::new().route("/", get(move || async move { page }))).await?;
    let (mut home, mut least) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        least.push(per_request(peer).await?);
        home.push(per_request(ours).await?);
    }
    county.close().await;
    let unit = unit("CPU-us/request", "wall-us/request");
    let ratio = Figure::ratio("http-beside-axum", &home, &least);
    let home = Figure::median("http-home", home, unit);
    Ok(vec![home, Figure::median("axum-own", least, unit), ratio])
}

async fn serve(doors: Router) -> Result<SocketAddr> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let service = doors.into_make_service_with_connect_info::<SocketAddr>();
    tokio::spawn(async move { axum::serve(listener, service).await });
    Ok(address)
}

/// Microseconds a request.
async fn per_request(server: SocketAddr) -> Result<f64> {
    let meter = Meter::start();
    let askers: Vec<_> = (0..CONNECTIONS).map(|_| tokio::spawn(ask_often(server))).collect();
    for asker in askers {
        asker.await??;
    }
    let requests = u32::try_from(CONNECTIONS * REQUESTS)?;
    Ok(meter.stop().seconds() * 1e6 / f64::from(requests))
}

async fn ask_often(server: SocketAddr) -> Result<()> {
    let mut stream = TcpStream::connect(server).await?;
    let mut answer = Vec::new();
    for _ in 0..REQUESTS {
        ask(&mut stream, &mut answer).await?;
    }
    Ok(())
}

/// Asks for the home page once; how long its body is.
async fn ask(stream: &mut TcpStream, answer: &mut Vec<u8>) -> Result<usize> {
    stream.write_all(b"GET / HTTP/1.1\r\nHost: bench.example\r\n\r\n").await?;
    answer.clear();
    loop {
        if stream.read_buf(answer).await? == 0 {
            bail!("the server closed the connection");
        }
        let Some(end) = answer.windows(4).position(|four| four == b"\r\n\r\n") else { continue };
        let length = body_length(&answer[..end])?;
        if answer.len() >= end + 4 + length {
            return Ok(length);
        }
    }
}

/// The length that the head of an answer of 200 names.
fn body_length(head: &[u8]) -> Result<usize> {
    let head = std::str::from_utf8(head)?.to_ascii_lowercase();
    if !head.starts_with("http/1.1 200") {
        bail!("the server answers {}", head.lines().next().unwrap_or_default());
    }
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    length.context("the answer names no length")?.trim().parse().context("the answer's length")
}
