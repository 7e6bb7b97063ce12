//! The red and the black list (红黑榜) for anybody: who is listed and in notice, for what, until when, who
//! verified it, how to object. What came down is counted; what was removed keeps a note for its time.

use super::furniture::{Furniture, home_link};
use super::{fault, has, today, unit_link, unit_name};
use crate::app::WebState;
use crate::error::WebError;
use crate::page::matter::days_left;
use crate::part::{ExportLinks, Filter, FilterField, Light, Link};
use crate::query;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{Html, IntoResponse, Response};
use jiff::civil::Date;
use qz_acts::list_entry::public::{PublicEntry, PublicList, RemovalNote};
use qz_domain::list_entry::Board;
use qz_domain::spelled::Spelled;
use serde::Deserialize;

/// Where the red list is.
pub(crate) const RED: &str = "/lists/red";
/// Where the black list is.
pub(crate) const BLACK: &str = "/lists/black";

/// What a visitor asks of a list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
}

/// An entry as it is shown.
struct Shown {
    name: String,
    unit: Link,
    light: Light,
    reason: String,
    facts: Vec<(String, String)>,
    decision: Option<Link>,
}

/// A note on what was removed.
struct Note {
    text: String,
    because: String,
}

#[derive(Template)]
#[template(path = "portal/lists.html")]
struct ListsPage {
    shell: Shell,
    furniture: Furniture,
    title: String,
    sentence: String,
    other: Link,
    form: Filter,
    listed: Vec<Shown>,
    noticed: Vec<Shown>,
    notes: Vec<Note>,
    past: Vec<(String, String)>,
    objecting: Vec<String>,
    write: Option<Link>,
    rules: Vec<String>,
    export: ExportLinks,
}

/// `GET /lists/red?q=`
pub(super) async fn red(
    state: State<WebState>,
    shell: Shell,
    asked: Query<Asked>,
) -> Result<Response, WebError> {
    show(state, shell, asked, Board::Red).await
}

/// `GET /lists/black?q=`
pub(super) async fn black(
    state: State<WebState>,
    shell: Shell,
    asked: Query<Asked>,
) -> Result<Response, WebError> {
    show(state, shell, asked, Board::Black).await
}

async fn show(
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
    board: Board,
) -> Result<Response, WebError> {
    const WRITE: &str = "/corrections/new";
    let day = today(&state.acts);
    let list = state.acts.public_list(board, (&asked.q, day)).await.map_err(fault)?;
    let write = has(&state, WRITE).then(|| Link::new(WRITE, shell.say("board-write")));
    Ok(Html(page(shell, &list, (board, &asked, day), write).render()?).into_response())
}

fn page(
    shell: Shell,
    list: &PublicList,
    (board, asked, day): (Board, &Asked, Date),
    write: Option<Link>,
) -> ListsPage {
    let words = shell.words;
    let keyed = |key: &str| format!("board-{}-{key}", board.code());
    let title = words.term(board);
    let counts = [("listed", list.listed.len().into()), ("noticed", list.noticed.len().into())];
    let sentence = words.say_with(&keyed("sentence"), &counts);
    let shown = |entries: &[PublicEntry]| {
        entries.iter().map(|entry| row(words, entry, day)).collect::<Vec<_>>()
    };
    ListsPage {
        furniture: Furniture::below(&shell, vec![home_link(&shell)], &title)
            .about(sentence.clone()),
        other: other(words, board),
        form: form(words, board, asked),
        listed: shown(&list.listed),
        noticed: shown(&list.noticed),
        notes: list.removed.iter().map(|note| removal(words, note)).collect(),
        past: past(words, list),
        objecting: vec![words.say(&keyed("objecting")), words.say("board-objecting-answer")],
        rules: ["who", "notice", "down", "order"]
            .map(|rule| words.say(&keyed(&format!("rule-{rule}"))))
            .into(),
        export: files(words, board, list),
        title,
        sentence,
        write,
        shell,
    }
}

fn other(words: Words, board: Board) -> Link {
    match board {
        Board::Red => Link::new(BLACK, words.say("board-see-black")),
        Board::Black => Link::new(RED, words.say("board-see-red")),
    }
}

fn form(words: Words, board: Board, asked: &Asked) -> Filter {
    let label = words.say("board-column-unit");
    let field = FilterField::Word { name: "q", label, value: asked.q.clone() };
    let path = if board == Board::Red { RED } else { BLACK };
    Filter::new(words, path, vec![field], !asked.q.trim().is_empty())
}

fn row(words: Words, entry: &PublicEntry, day: Date) -> Shown {
    let unit = unit_name(words, &entry.unit);
    let since = words.say_with("board-since", &[("day", words.date(entry.since).into())]);
    let until = match entry.until {
        Some(until) => {
            let left = days_left(until, day);
            let said = [("day", words.date(until).into()), ("left", left.into())];
            words.say_with("board-until", &said)
        }
        None => words.say("board-until-held"),
    };
    let days = [("since", since.into()), ("until", until.into())];
    let label = |key: &str| words.say(&format!("board-column-{key}"));
    let mut facts = vec![
        (label("days"), words.say_with("board-days", &days)),
        (label("office"), unit_name(words, &entry.office)),
    ];
    if entry.is_contested {
        facts.push((label("objection"), words.say("board-contested")));
    }
    Shown {
        name: entry.person.clone().unwrap_or_else(|| unit.clone()),
        unit: Link::new(unit_link(&entry.unit.code), unit),
        light: Light::standing(words, (entry.board, entry.standing)),
        reason: entry.reason.clone(),
        facts,
        decision: entry.decision.map(|number| decision(words, entry, number.to_string())),
    }
}

/// Where the decision stands among those that were served.
fn decision(words: Words, entry: &PublicEntry, number: String) -> Link {
    let href = query::with(super::decisions::PATH, "unit", &entry.unit.code);
    Link::new(href, words.say_with("board-decision-number", &[("number", number.into())]))
}

fn removal(words: Words, note: &RemovalNote) -> Note {
    let key = if note.is_person { "board-removed-person" } else { "board-removed-unit" };
    let said = [("unit", unit_name(words, &note.unit).into()), ("day", words.date(note.on).into())];
    Note { text: words.say_with(key, &said), because: note.because.clone() }
}

/// What came down, as counts alone.
fn past(words: Words, list: &PublicList) -> Vec<(String, String)> {
    let count = |count: usize| words.number(i64::try_from(count).unwrap_or(i64::MAX));
    list.past.iter().map(|(standing, found)| (words.term(*standing), count(*found))).collect()
}

/// The same rows for programs.
fn files(words: Words, board: Board, list: &PublicList) -> ExportLinks {
    let total = (list.listed.len() + list.noticed.len()) as u64;
    let link = |ending: &str, label: &str| {
        Link::new(format!("/data/{}_list.{ending}", board.code()), label)
    };
    ExportLinks::new(words, total, vec![link("csv", "CSV"), link("json", "JSON")])
}
