//! Pages: the time of the handler, asked two hundred times one after the other, without a network.

use super::county::BenchCounty;
use super::figure::Figure;
use anyhow::{Context, Result, bail};
use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response, StatusCode, header};
use jiff::Span;
use jiff::civil::date;
use qz_web::app::{DemoConfig, WebConfig, app};
use qz_web::shell::Named;
use std::time::Instant;
use tower::ServiceExt;

/// How often each page is asked for in a round.
const TIMES: usize = 200;

/// A page: the name of its figure, its path, and who opens it. `DAY` is another day each time, so
/// that no page that was kept is given again; the home page is, as it is to everybody.
const PAGES: &[(&str, &str, Option<&str>)] = &[
    ("page-home", "/", None),
    ("page-statistics", "/statistics?from=2015-01-01&to=DAY", None),
    ("page-statistics-api", "/api/v1/statistics?from=2015-01-01&to=DAY", None),
    ("page-desk", "/desk", Some("clerk")),
    ("page-visits", "/desk/visits", Some("clerk")),
];

/// Every page.
pub async fn measure(rounds: usize) -> Result<Vec<Figure>> {
    let county = BenchCounty::with_year().await?;
    let doors = app(county.acts.clone(), config());
    let cookie = sign_in(&doors, "clerk").await?;
    let mut figures = Vec::new();
    for (name, path, by) in PAGES {
        let cookie = by.map(|_| cookie.as_str());
        let mut times = Vec::new();
        for nth in 0..TIMES * rounds {
            times.push(time(&doors, &path.replace("DAY", &day(nth)), cookie).await?);
        }
        figures.push(Figure::median(name, times, "ms"));
    }
    county.close().await;
    Ok(figures)
}

/// What the bench's county says of itself.
pub fn config() -> WebConfig {
    let name = || Named::new("示河县", "Shihe County");
    let demo = Some(DemoConfig { scenario: name(), beside: vec![], session: "qz", clock: None });
    WebConfig { demo, ..WebConfig::new(name(), name()) }
}

/// A day of the second half of the year, or the years after.
fn day(nth: usize) -> String {
    let days = i64::try_from(nth).unwrap_or_default();
    date(2015, 7, 1).saturating_add(Span::new().days(days)).to_string()
}

/// Milliseconds from the question to the last byte.
async fn time(doors: &Router, path: &str, cookie: Option<&str>) -> Result<f64> {
    let mut request = Request::builder().uri(path);
    if let Some(cookie) = cookie {
        request = request.header(header::COOKIE, cookie);
    }
    let request = request.body(Body::empty())?;
    let began = Instant::now();
    let answer = doors.clone().oneshot(request).await?;
    let status = answer.status();
    axum::body::to_bytes(answer.into_body(), usize::MAX).await?;
    let took = began.elapsed().as_secs_f64() * 1e3;
    if status != StatusCode::OK {
        bail!("{path} answers {status}");
    }
    Ok(took)
}

/// Takes a persona; the cookie that the browser would send.
async fn sign_in(doors: &Router, persona: &str) -> Result<String> {
    let request = Request::post("/demo/sign-in")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(format!("persona={persona}")))?;
    let answer = doors.clone().oneshot(request).await?;
    cookie(&answer).with_context(|| format!("no persona: {}", answer.status()))
}

fn cookie(answer: &Response<Body>) -> Option<String> {
    let pairs = answer.headers().get_all(header::SET_COOKIE).into_iter();
    let pairs = pairs.filter_map(|value| value.to_str().ok()?.split(';').next());
    let pairs: Vec<_> = pairs.collect();
    (!pairs.is_empty()).then(|| pairs.join("; "))
}
