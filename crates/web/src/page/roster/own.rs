//! One's own duties: those to come and those of the last weeks, the turns one hands over or takes.

use super::said::{kind_light, span, swap_light, swap_title};
use super::{ASK, OWN, SWAP};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::wrong::refuse;
use crate::part::{EmptyState, Light, Link};
use crate::query;
use crate::shell::Shell;
use askama::Template;
use axum::extract::State;
use axum::response::{Html, IntoResponse, Response};
use jiff::ToSpan;
use jiff::civil::Date;
use qz_acts::roster::view::{OwnDuty, SwapLine};
use qz_domain::instant;

/// How many days back duties are shown, and how many ahead.
const BACK: i32 = 31;
const AHEAD: i32 = 92;

/// A duty.
struct DutyRow {
    light: Light,
    when: String,
    about: String,
    hand_over: Link,
}

#[derive(Template)]
#[template(path = "roster/own.html")]
struct OwnPage {
    shell: Shell,
    sentence: String,
    empty: Option<EmptyState>,
    ahead: Vec<DutyRow>,
    past: Vec<DutyRow>,
    swaps: Vec<(Link, Light)>,
    month: Option<Link>,
}

/// `GET /desk/duties`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
) -> Result<Response, WebError> {
    let today = instant::day(state.acts.now());
    let stretch = (today.saturating_sub(BACK.days()), today.saturating_add(AHEAD.days()));
    let refused = |fault| refuse(&shell, OWN, fault);
    let duties = state.acts.own_duties(granted.account(), stretch).await.map_err(refused)?;
    let swaps = state.acts.own_swaps(granted.account()).await.map_err(refused)?;
    Ok(Html(draw(shell, (&duties, &swaps), today).render()?).into_response())
}

fn draw(shell: Shell, (duties, swaps): (&[OwnDuty], &[SwapLine]), today: Date) -> OwnPage {
    let words = shell.words;
    let row = |one: &OwnDuty| row(&shell, one);
    let is_ahead = |one: &&OwnDuty| one.span.1.date() >= today;
    let ahead: Vec<_> = duties.iter().filter(is_ahead).map(row).collect();
    let past: Vec<_> = duties.iter().rev().filter(|one| !is_ahead(one)).map(row).collect();
    let month = || Link::new(super::HOME, shell.say("roster-month-title"));
    let nothing = || EmptyState::new(shell.say("roster-own-empty")).way(month());
    let swap = |line: &SwapLine| {
        let path = query::with(SWAP, "swap", &line.row.id.to_string());
        (Link::new(path, swap_title(words, line)), swap_light(words, line))
    };
    OwnPage {
        sentence: shell.say_with("roster-own-sentence", &[("count", ahead.len().into())]),
        empty: (ahead.is_empty() && past.is_empty()).then(nothing),
        swaps: swaps.iter().map(swap).collect(),
        month: (!duties.is_empty()).then(month),
        ahead,
        past,
        shell,
    }
}

fn row(shell: &Shell, one: &OwnDuty) -> DutyRow {
    let turn = [
        ("roster", one.roster.to_string()),
        ("post", one.turn.post.to_string()),
        ("day", one.turn.day.to_string()),
    ];
    let path =
        turn.iter().fold(ASK.to_owned(), |path, (name, value)| query::with(&path, name, value));
    DutyRow {
        light: kind_light(shell.words, one.kind),
        when: span(shell.words, one.span),
        about: one.post.clone(),
        hand_over: Link::new(path, shell.say("roster-swap-button")),
    }
}
