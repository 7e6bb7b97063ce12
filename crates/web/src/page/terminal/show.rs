//! One terminal: when it was heard, whose its numbers are, what it sent, what was set aside and why, what was ordered.

use super::list::{drift, moment, stage_light};
use super::punches::{clock_light, person, taken};
use super::step::Terminals;
use super::{HOME, PIN, PUNCHES, key, order, pin};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::family;
use crate::page::matter::timeline::timeline;
use crate::page::matter::wrong::refuse;
use crate::part::{Crumb, Light, Link, Timeline};
use crate::query;
use crate::shell::Shell;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Response};
use jiff::Timestamp;
use qz_acts::terminal::view::{Numbers, OrderLine, PINS_MOST, TerminalView};
use qz_domain::id::TerminalId;
use qz_domain::terminal::Step;

/// A table of the page: its heading, what it says when it is empty, its columns, its rows.
struct Listing {
    key: &'static str,
    columns: Vec<&'static str>,
    rows: Vec<Vec<String>>,
}

/// A row of whose a number is.
struct PinRow {
    pin: String,
    person: String,
    span: String,
    end: Option<Link>,
}

#[derive(Template)]
#[template(path = "terminal/show.html")]
struct ShowPage {
    shell: Shell,
    crumb: Crumb,
    title: String,
    light: Light,
    links: Vec<Link>,
    pins: Option<Vec<PinRow>>,
    /// Says that not all of them are shown.
    more_pins: Option<String>,
    tables: Vec<Listing>,
    facts: Vec<(String, String)>,
    timeline: Timeline,
}

/// `GET /desk/terminals/{id}`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<TerminalId>,
) -> Result<Response, WebError> {
    let view = state.acts.terminal(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
    Ok(Html(draw(shell, &view, state.acts.now()).render()?).into_response())
}

fn draw(shell: Shell, view: &TerminalView, now: Timestamp) -> ShowPage {
    let row = &view.row;
    let home = format!("{HOME}/{}", row.id);
    let above = vec![Link::new(HOME, shell.say("terminal-list-title"))];
    let reads = view.may_read_punches;
    ShowPage {
        crumb: Crumb::new(shell.words, above, row.name.clone()),
        title: row.name.clone(),
        light: stage_light(shell.words, row.stage),
        links: links(&shell, view, &home),
        pins: reads.then(|| pins(&shell, view)),
        more_pins: more_pins(&shell, view),
        tables: if reads { tables(&shell, view) } else { vec![] },
        facts: facts(&shell, view, now),
        timeline: timeline(&shell, &view.timeline, None),
        shell,
    }
}

fn links(shell: &Shell, view: &TerminalView, home: &str) -> Vec<Link> {
    let row = &view.row;
    let step = |one: &Step| family::link::<Terminals>(shell, *one, home);
    // What ends its service stands last, so that it is never the first thing at hand.
    let (ends, others): (Vec<_>, Vec<_>) = view.steps.iter().partition(|one| **one == Step::Retire);
    let mut links: Vec<_> = others.into_iter().map(step).collect();
    if view.may_read_punches {
        let map = query::with(PIN, "numbering", &row.numbering);
        links.push(Link::new(map, shell.say("terminal-pin-title")));
        let all = query::with(PUNCHES, "terminal", &row.id.to_string());
        links.push(Link::new(all, shell.say("punch-list-title")));
    }
    let (give, end) = view.may_key;
    if give {
        links.push(key::link(shell, row.id));
    }
    if end {
        links.push(key::end_link(shell, row.id));
    }
    if view.may_order {
        links.push(order::link(shell, row.id));
    }
    links.extend(ends.into_iter().map(step));
    links
}

fn pins(shell: &Shell, view: &TerminalView) -> Vec<PinRow> {
    let words = shell.words;
    let row = |line: &qz_acts::terminal::view::PinLine| {
        let (number, name) = &line.person;
        let until =
            line.row.until.map_or_else(|| words.say("terminal-open"), |day| words.date(day));
        PinRow {
            pin: line.row.pin.to_string(),
            person: format!("{name} {number}"),
            span: format!("{} – {until}", words.date(line.row.since)),
            end: line.row.until.is_none().then(|| pin::end_link(shell, line.row.id)),
        }
    };
    view.pins.iter().take(shown()).map(row).collect()
}

fn shown() -> usize {
    usize::try_from(PINS_MOST).unwrap_or(usize::MAX)
}

fn more_pins(shell: &Shell, view: &TerminalView) -> Option<String> {
    let say = || shell.say_with("terminal-pins-first", &[("count", PINS_MOST.into())]);
    (view.pins.len() > shown()).then(say)
}

fn tables(shell: &Shell, view: &TerminalView) -> Vec<Listing> {
    let words = shell.words;
    let punches = view.punches.iter().map(|line| {
        let clock = clock_light(words, line.clock).word;
        vec![taken(line), person(words, line), line.pin.clone(), line.shown.clone(), clock]
    });
    let asides = view.asides.iter().map(|line| {
        let at = moment(words, Some(line.received_at));
        vec![at, words.term(line.reason), line.number.to_string(), line.body.clone()]
    });
    let orders = view.orders.iter().map(|line| {
        let at = moment(words, Some(line.ordered_at));
        vec![at, line.body.clone(), moment(words, line.sent_at), result(shell, line)]
    });
    vec![
        Listing {
            key: "punches",
            columns: vec!["taken", "person", "pin", "shown", "clock"],
            rows: punches.collect(),
        },
        Listing {
            key: "asides",
            columns: vec!["received", "reason", "line", "body"],
            rows: asides.collect(),
        },
        Listing {
            key: "orders",
            columns: vec!["ordered", "order", "sent-out", "result"],
            rows: orders.collect(),
        },
    ]
}

fn result(shell: &Shell, line: &OrderLine) -> String {
    match line.result {
        Some(0) => shell.say("terminal-result-done"),
        Some(code) => shell.say_with("terminal-result-failed", &[("code", code.into())]),
        None => shell.say("terminal-result-waits"),
    }
}

fn facts(shell: &Shell, view: &TerminalView, now: Timestamp) -> Vec<(String, String)> {
    let (row, words) = (&view.row, shell.words);
    let column = |key: &str| shell.say(&format!("terminal-column-{key}"));
    let heard = view.heard;
    let gap = heard.sent_at.map_or_else(
        || words.say("terminal-never"),
        |at| {
            let hours = now.duration_since(at).as_hours();
            words.say_with("terminal-hours", &[("hours", hours.into())])
        },
    );
    let mut facts = vec![
        (column("comes-in"), words.term(row.kind)),
        (column("serial"), row.serial.to_string()),
        (column("unit"), shell.unit_name(&view.unit)),
        (column("place"), row.place.clone()),
        (column("numbering"), row.numbering.clone()),
        (column("heard"), moment(words, heard.heard_at)),
        (column("gap"), gap),
        (column("drift"), drift(words, heard.drift)),
        (column("punches"), view.counts.0.to_string()),
        (column("asides"), view.counts.1.to_string()),
    ];
    if row.kind.has_key() {
        let since = view
            .keyed_at
            .map_or_else(|| words.say("terminal-key-none"), |at| moment(words, Some(at)));
        facts.push((column("key"), since));
    }
    if row.kind.is_numbered() {
        facts.push((column("missing"), missing(shell, &view.numbers)));
    }
    facts
}

/// Which of its events never came; the latest gaps by their numbers.
fn missing(shell: &Shell, numbers: &Numbers) -> String {
    const GAPS_MOST: usize = 3;
    let Some(highest) = numbers.highest else { return shell.say("terminal-never") };
    if numbers.gaps.is_empty() {
        return shell.say_with("terminal-missing-none", &[("highest", highest.to_string().into())]);
    }
    let gap = |(first, last): &(i64, i64)| {
        if first == last { first.to_string() } else { format!("{first}–{last}") }
    };
    let gaps: Vec<_> = numbers.gaps.iter().take(GAPS_MOST).map(gap).collect();
    let more = if numbers.gaps.len() > GAPS_MOST { " …" } else { "" };
    let values = [
        ("count", numbers.missing().into()),
        ("gaps", format!("{}{more}", gaps.join(&shell.say("refusal-joint"))).into()),
    ];
    shell.say_with("terminal-missing", &values)
}
