//! The brief of a week (一周简报), for leaders and the clerk: one page of counts, each a link to what
//! anybody may read of it, made to be printed. It names nobody and ranks nobody.

use crate::app::WebState;
use crate::door::{Doors, Granted, Method::Get, Scope};
use crate::error::WebError;
use crate::page::matter::search;
use crate::part::Link;
use crate::refusal::plain;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use jiff::ToSpan;
use jiff::civil::Date;
use qz_acts::brief::{Brief, Counted, InWork};
use qz_domain::action::Action;
use qz_domain::instant;
use serde::Deserialize;

const PATH: &str = "/desk/brief";

/// The door of the brief.
pub(crate) fn doors(doors: Doors) -> Doors {
    let action = Action::BriefRead;
    doors.rail("rail-own", PATH, "brief-title", action).door(Get, PATH, action, Scope::Reach, show)
}

#[derive(Debug, Default, Deserialize)]
struct Asked {
    #[serde(default)]
    day: String,
}

/// A count of the week, of the week before, and of the year.
struct CountRow {
    label: String,
    cells: [Link; 3],
}

#[derive(Template)]
#[template(path = "brief.html")]
struct BriefPage {
    shell: Shell,
    sentence: String,
    /// That the day that was asked for is none; then it is today's brief.
    wrong: Option<String>,
    heads: [String; 3],
    counts: Vec<CountRow>,
    in_work: Vec<(String, String)>,
    earlier: String,
    later: Option<String>,
}

/// `GET /desk/brief?day=`
async fn show(
    _: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let today = instant::day(state.acts.now());
    let (day, faults) = match search::day("day", &asked.day) {
        Ok(day) => (day.unwrap_or(today).min(today), vec![]),
        Err(fault) => (today, vec![fault]),
    };
    let brief = state.acts.brief(day).await.map_err(WebError::internal)?;
    let wrong = plain(shell.words, &faults).pop().map(|fault| fault.message);
    let status = if wrong.is_none() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = BriefPage { wrong, ..draw(shell, &brief, today) };
    Ok((status, Html(page.render()?)).into_response())
}

fn draw(shell: Shell, brief: &Brief, today: Date) -> BriefPage {
    let words = shell.words;
    let Brief { week, before, year, in_work } = brief;
    let (from, day) = week.days;
    let is_latest = day == today;
    let said = [
        ("from", words.date(from).into()),
        ("to", words.date(day).into()),
        ("visits", week.visits.into()),
        ("persons", week.matters.decisions_on_persons().into()),
    ];
    BriefPage {
        wrong: None,
        sentence: words.say_with("brief-sentence", &said),
        heads: ["brief-week", "brief-before", "brief-year"].map(|key| words.say(key)),
        counts: counts(words, [week, before, year]),
        // Of an earlier week nobody knows any more what was in work.
        in_work: if is_latest {
            in_work.iter().map(|one| stage(words, one)).collect()
        } else {
            vec![]
        },
        earlier: at(before.days.1),
        later: (!is_latest).then(|| at(from.saturating_add(13.days()).min(today))),
        shell,
    }
}

fn at(day: Date) -> String {
    format!("{PATH}?day={day}")
}

/// The five counts, each leading to its rows.
fn counts(words: Words, columns: [&Counted; 3]) -> Vec<CountRow> {
    type Number = fn(&Counted) -> i64;
    let rows: [(&str, &str, Number); 5] = [
        ("portal-figure-visits", "/statistics/visits?", |c| c.visits),
        ("portal-figure-findings", "/statistics/findings?", |c| c.matters.findings_upheld()),
        ("portal-figure-held", "/statistics/decisions?subject=units&each=unit&", |c| {
            c.matters.units_held()
        }),
        ("portal-figure-persons", "/statistics/decisions?subject=persons&", |c| {
            c.matters.decisions_on_persons()
        }),
        ("portal-figure-bulletins", "/bulletins?kind=ordinary&", |c| c.matters.bulletins),
    ];
    let row = |(key, path, number): (&str, &str, Number)| {
        let cell = |counted: &Counted| {
            let (from, to) = counted.days;
            Link::new(format!("{path}from={from}&to={to}"), words.number(number(counted)))
        };
        CountRow { label: words.say(key), cells: columns.map(cell) }
    };
    rows.into_iter().map(row).collect()
}

/// How many records stand somewhere.
fn stage(words: Words, (part, stage, count): &InWork) -> (String, String) {
    let label = match part.as_str() {
        "late" => words.say("brief-late"),
        part => words.say(&format!("brief-{part}-{stage}")),
    };
    (label, words.number(*count))
}
