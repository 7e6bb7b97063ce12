//! One's own month, or that of somebody one may read of: a week a line, each day a light that leads to why.

use super::light::of_day;
use super::{HOME, month};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::wrong::refuse;
use crate::part::{Light, Link};
use crate::query;
use crate::shell::Shell;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{Html, IntoResponse, Response};
use jiff::civil::{Date, Weekday};
use qz_acts::attendance::view::{DayLine, PersonMonth};
use qz_domain::attendance::counter::{Absences, Alert};
use qz_domain::id::PersonId;
use qz_domain::instant;
use qz_domain::month::Month;
use serde::Deserialize;

/// What a visitor asks.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    person: String,
    month: String,
}

/// A day of the grid; one that is not of the month or not there yet has nothing.
struct Cell {
    day: String,
    line: Option<(Light, Link)>,
}

/// A day that waits for words.
struct Waiting {
    link: Link,
    light: Light,
    until: String,
}

#[derive(Template)]
#[template(path = "attendance/calendar.html")]
struct CalendarPage {
    shell: Shell,
    title: String,
    beside: Vec<Link>,
    sentence: String,
    heads: Vec<String>,
    weeks: Vec<Vec<Cell>>,
    waiting: Vec<Waiting>,
    figures: Vec<(String, String)>,
    absences: Vec<String>,
}

/// `GET /desk/attendance?person=ID&month=2026-10`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let today = instant::day(state.acts.now());
    let month = month::asked(&asked.month, today);
    let person: Option<PersonId> = asked.person.trim().parse().ok().map(PersonId);
    let view = state.acts.attendance_of(granted.account(), (person, month)).await;
    let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
    let is_own = granted.person() == Some(view.person.id);
    month::note_read(&state, &granted, (view.person.id, view.month));
    Ok(Html(draw(shell, &view, (is_own, today)).render()?).into_response())
}

fn draw(shell: Shell, view: &PersonMonth, (is_own, today): (bool, Date)) -> CalendarPage {
    let words = shell.words;
    let home = if is_own {
        HOME.to_owned()
    } else {
        query::with(HOME, "person", &view.person.id.to_string())
    };
    let values = [
        ("name", view.person.name.clone().into()),
        ("month", words.month(view.month.first()).into()),
    ];
    let key = if is_own { "attendance-mine-month" } else { "attendance-person-month" };
    CalendarPage {
        title: shell.say_with(key, &values),
        beside: month::beside(&shell, &home, view.month, today),
        sentence: sentence(&shell, view),
        heads: heads(&shell),
        weeks: weeks(&shell, view),
        waiting: view.days.iter().filter(|day| day.asks).map(|day| waiting(&shell, day)).collect(),
        figures: figures(&shell, view),
        absences: absences(&shell, view.absences),
        shell,
    }
}

fn sentence(shell: &Shell, view: &PersonMonth) -> String {
    if view.days.is_empty() {
        return shell.say("attendance-none");
    }
    let waits = view.days.iter().filter(|day| day.asks).count();
    let key = if waits == 0 { "attendance-all-in-order" } else { "attendance-some-ask" };
    shell.say_with(key, &[("count", waits.into()), ("days", view.days.len().into())])
}

/// How many days were found absent without leave, in both readings, and whether that alerts.
fn absences(shell: &Shell, found: Absences) -> Vec<String> {
    if found == Absences::default() {
        return vec![];
    }
    let days = |halves: i64| {
        if halves % 2 == 0 { (halves / 2).to_string() } else { format!("{}.5", halves / 2) }
    };
    let values = [
        ("work", days(found.row_workdays).into()),
        ("days", days(found.row_days).into()),
        ("year", days(found.year).into()),
    ];
    let mut said = vec![shell.say_with("attendance-absences-row", &values)];
    said.extend(found.alert().map(|alert| match alert {
        Alert::Talk => shell.say_with("attendance-absences-talk", &values),
        Alert::Exceeded => shell.say("attendance-absences-exceeded"),
    }));
    said
}

/// Monday to Sunday.
fn heads(shell: &Shell) -> Vec<String> {
    let monday = jiff::civil::date(2026, 3, 2);
    (0..7)
        .filter_map(|ahead| monday.checked_add(jiff::ToSpan::days(ahead)).ok())
        .map(|day| shell.words.weekday(day))
        .collect()
}

fn weeks(shell: &Shell, view: &PersonMonth) -> Vec<Vec<Cell>> {
    let first = view.month.first();
    let lead = first.weekday().since(Weekday::Monday);
    let blank = || Cell { day: String::new(), line: None };
    let mut cells: Vec<Cell> = (0..lead).map(|_| blank()).collect();
    let mut day = first;
    while Month::of(day) == view.month {
        let found = view.days.iter().find(|line| line.key.day == day);
        cells.push(Cell { day: day.day().to_string(), line: found.map(|line| cell(shell, line)) });
        match day.tomorrow() {
            Ok(next) => day = next,
            Err(_) => break,
        }
    }
    while !cells.len().is_multiple_of(7) {
        cells.push(blank());
    }
    let mut weeks = vec![];
    let mut cells = cells.into_iter().peekable();
    while cells.peek().is_some() {
        weeks.push(cells.by_ref().take(7).collect());
    }
    weeks
}

fn cell(shell: &Shell, line: &DayLine) -> (Light, Link) {
    (of_day(shell.words, line), day_link(shell, line))
}

/// The way to a day.
pub(super) fn day_link(shell: &Shell, line: &DayLine) -> Link {
    Link::new(format!("{HOME}/days/{}", line.key), shell.words.date(line.key.day))
}

fn waiting(shell: &Shell, line: &DayLine) -> Waiting {
    let until = line.until.map(|day| {
        shell.say_with("attendance-explain-until", &[("day", shell.words.date(day).into())])
    });
    Waiting {
        link: day_link(shell, line),
        light: of_day(shell.words, line),
        until: until.unwrap_or_default(),
    }
}

fn figures(shell: &Shell, view: &PersonMonth) -> Vec<(String, String)> {
    let share = view.share;
    let figure =
        |key: &str, value: u64| (shell.say(&format!("attendance-figure-{key}")), value.to_string());
    vec![
        figure("days", share.days),
        figure("normal", share.normal),
        figure("late", share.late + share.very_late),
        figure("left-early", share.left_early),
        figure("missing", share.missing_points),
        figure("unexplained", share.unexplained_halves),
        figure("leave", share.leave_days),
        figure("trip", share.trip_days),
        (
            shell.say("attendance-figure-worked"),
            shell.words.minutes(u32::try_from(share.worked_minutes).unwrap_or(u32::MAX)),
        ),
    ]
}
