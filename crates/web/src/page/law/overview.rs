//! The law of a day on the desk: the terms the county sets, what changes soon, the files with their
//! hashes, and the digests that leaves name.

use super::terms::{self, Settable};
use super::{CHANGES, HOME, PROPOSE};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::wrong::field_faults;
use crate::page::portal::law::digests;
use crate::part::{Filter, FilterField, Link};
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use jiff::ToSpan;
use jiff::civil::Date;
use qz_acts::law::public::ConfirmedLaw;
use qz_domain::action::Action;
use qz_domain::calendar::Calendar;
use qz_domain::field;
use qz_domain::law::{Law, LawFile, Turn};
use serde::Deserialize;

/// How far ahead is soon, in days.
const SOON: i32 = 365;

/// The day that was asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    on: String,
}

/// A term the county sets.
struct TermRow {
    name: String,
    /// Now, at the least, at the most: each with the day it would end.
    lengths: [(String, String); 3],
    source: String,
    propose: Option<Link>,
}

/// What comes or goes.
struct TurnRow {
    day: String,
    what: String,
    source: String,
}

/// A file of the law.
struct FileRow {
    name: &'static str,
    rows: String,
    in_force: String,
    since: String,
    digest: String,
}

#[derive(Template)]
#[template(path = "law/overview.html")]
struct OverviewPage {
    shell: Shell,
    sentence: String,
    filter: Filter,
    faults: Vec<String>,
    ways: Vec<Link>,
    may: bool,
    day: String,
    terms: Vec<TermRow>,
    turns: Vec<TurnRow>,
    files: Vec<FileRow>,
    years: String,
    digests: Vec<(String, String)>,
    public: String,
}

/// `GET /desk/law?on=`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let today = qz_domain::instant::day(state.acts.now());
    let read = match asked.on.trim() {
        "" => Ok(today),
        given => field::day("on", given),
    };
    let (day, faults) = match read {
        Ok(day) => (day, vec![]),
        Err(wrong) => (today, vec![wrong]),
    };
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let law = state.acts.confirmed_law().await.map_err(WebError::internal)?;
    let calendar = state.acts.calendar().await.map_err(WebError::internal)?;
    let may = granted.may_somewhere(Action::LawPropose);
    let faults = field_faults(&shell, &faults).into_iter().map(|fault| fault.message).collect();
    let page = draw(shell, (&law, &calendar), (day, may), faults);
    Ok((status, Html(page.render()?)).into_response())
}

fn draw(
    shell: Shell,
    (law, calendar): (&ConfirmedLaw, &Calendar),
    (day, may): (Date, bool),
    faults: Vec<String>,
) -> OverviewPage {
    let words = shell.words;
    let settable = terms::settable(&law.county, day);
    let changed = settable.iter().filter(|one| one.now.county.is_some()).count();
    let said = [
        ("day", words.date(day).into()),
        ("terms", settable.len().into()),
        ("changed", changed.into()),
    ];
    let (label, value) = (shell.say("portal-law-on"), day.to_string());
    let field = FilterField::Day { name: "on", label, value };
    let years: Vec<i16> = calendar.years().collect();
    let (first, last) = years.first().zip(years.last()).unwrap_or((&0, &0));
    let years = [("first", (*first).into()), ("last", (*last).into())];
    OverviewPage {
        sentence: words.say_with("law-sentence", &said),
        filter: Filter::new(words, HOME, vec![field], false),
        faults,
        ways: ways(words, may),
        may,
        day: words.date(day),
        terms: settable.iter().map(|one| term_row(words, calendar, (day, may), one)).collect(),
        turns: turns(words, law, day),
        files: Law::shipped().files(day).iter().map(|file| file_row(words, file)).collect(),
        years: words.say_with("law-years", &years),
        digests: digests(words, law.in_force()),
        public: format!("/law?on={day}"),
        shell,
    }
}

fn ways(words: Words, may: bool) -> Vec<Link> {
    let propose = may.then(|| Link::new(PROPOSE, words.say("law-propose-title")));
    propose.into_iter().chain([Link::new(CHANGES, words.say("law-list-title"))]).collect()
}

fn term_row(
    words: Words,
    calendar: &Calendar,
    (day, may): (Date, bool),
    one: &Settable<'_>,
) -> TermRow {
    let counted = |length| (words.length(length), terms::ends(words, calendar, (day, length)));
    let (code, label) = (&one.now.term.code, words.say("law-propose-short"));
    TermRow {
        name: terms::name(words, one.now.term),
        lengths: [one.now.length(), one.bounds.least, one.bounds.most].map(counted),
        source: one.now.source().to_owned(),
        propose: may.then(|| Link::new(format!("{PROPOSE}?term={code}"), label)),
    }
}

/// What comes or goes within a year: rows of the files, and what the county confirmed.
fn turns(words: Words, law: &ConfirmedLaw, day: Date) -> Vec<TurnRow> {
    let until = day.saturating_add(SOON.days());
    let mut found: Vec<(Date, TurnRow)> = Law::shipped()
        .on(day)
        .turns(until)
        .iter()
        .map(|turn| (turn.day, turn_row(words, turn)))
        .collect();
    let soon = law.county.terms().iter().filter(|one| one.from > day && one.from <= until);
    found.extend(soon.map(|one| {
        let said = [
            ("name", terms::name_of(words, &one.code, one.from).into()),
            ("length", words.length(one.length).into()),
        ];
        let what = words.say_with("law-turn-county", &said);
        (one.from, TurnRow { day: words.date(one.from), what, source: one.source.clone() })
    }));
    found.sort_by_key(|(day, _)| *day);
    found.into_iter().map(|(_, row)| row).collect()
}

fn turn_row(words: Words, turn: &Turn) -> TurnRow {
    let key = if turn.comes { "law-turn-comes" } else { "law-turn-goes" };
    let name = words.unit(&turn.zh, &turn.en).to_owned();
    let what = words.say_with(key, &[("name", name.into())]);
    TurnRow { day: words.date(turn.day), what, source: turn.source.clone() }
}

fn file_row(words: Words, file: &LawFile) -> FileRow {
    FileRow {
        name: file.name,
        rows: words.number(file.rows),
        in_force: words.number(file.in_force),
        since: file.first.map_or_else(String::new, |day| words.date(day)),
        digest: crate::format::hex(&file.digest),
    }
}
