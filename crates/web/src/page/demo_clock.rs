//! The demo's clock (演示时钟): moved on by a day, to the next day a term ends, or past the next expiry,
//! so that one sees lights turn and names go. Only a demo has these doors; the clock never goes back.

use crate::app::WebState;
use crate::door::Doors;
use crate::door::Method::{Get, Post};
use crate::error::WebError;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::response::{Html, IntoResponse, Redirect, Response};
use jiff::ToSpan;
use jiff::civil::Date;
use qz_acts::calendar::Upcoming;
use qz_domain::instant;
use serde::Deserialize;

/// Where the page is.
pub(crate) const PATH: &str = "/demo/clock";

/// The hour at which a moved clock stands.
const MORNING: (i8, i8) = (9, 1);

/// The doors of the clock.
pub(crate) fn doors(doors: Doors) -> Doors {
    doors.public(Get, PATH, show).public(Post, PATH, advance)
}

/// A way to move on.
struct Way {
    to: &'static str,
    label: String,
    day: Option<String>,
}

#[derive(Template)]
#[template(path = "demo_clock.html")]
struct ClockPage {
    shell: Shell,
    now: String,
    ways: [Way; 3],
}

#[derive(Debug, Default, Deserialize)]
struct Sent {
    #[serde(default)]
    to: String,
}

/// Where each way leads from a day.
fn day_of(to: &str, today: Date, upcoming: Upcoming) -> Option<Date> {
    match to {
        "day" => Some(today.saturating_add(1.day())),
        "due" => upcoming.due,
        // Names are shown on the last day and gone on the next.
        "expiry" => upcoming.expiry.map(|last| last.saturating_add(1.day())),
        _ => None,
    }
}

/// `GET /demo/clock`
async fn show(State(state): State<WebState>, shell: Shell) -> Result<Response, WebError> {
    let today = instant::day(state.acts.now());
    let upcoming = state.acts.upcoming(today).await.map_err(WebError::internal)?;
    let words = shell.words;
    let way = |to: &'static str, key: &str| Way {
        to,
        label: words.say(key),
        day: day_of(to, today, upcoming).map(|day| said(words, day)),
    };
    let page = ClockPage {
        now: shell.now_text().unwrap_or_default(),
        ways: [
            way("day", "demo-clock-day"),
            way("due", "demo-clock-due"),
            way("expiry", "demo-clock-expiry"),
        ],
        shell,
    };
    Ok(Html(page.render()?).into_response())
}

fn said(words: Words, day: Date) -> String {
    words.date(day)
}

/// `POST /demo/clock`
async fn advance(
    State(state): State<WebState>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let clock = state.config.demo.as_ref().and_then(|demo| demo.clock.as_ref());
    let clock = clock.ok_or(WebError::NotFound)?;
    let today = instant::day(state.acts.now());
    let upcoming = state.acts.upcoming(today).await.map_err(WebError::internal)?;
    let day = day_of(&sent.to, today, upcoming).ok_or(WebError::NotFound)?;
    let (hour, minute) = MORNING;
    if let Some(at) = instant::instant(day.at(hour, minute, 0, 0)) {
        clock.tick_from(at);
    }
    Ok(Redirect::to(PATH).into_response())
}
