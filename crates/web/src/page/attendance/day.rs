//! One day and why it came to what it did: the rule, the sessions, the punches with their terminals, what was said.

use super::HOME;
use super::light::{codes, of_codes};
use super::month::note_read;
use super::step;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::timeline::timeline;
use crate::page::matter::wrong::refuse;
use crate::part::{Crumb, Light, Link, Timeline};
use crate::query;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Response};
use jiff::Timestamp;
use qz_acts::attendance::Why;
use qz_acts::attendance::view::Row;
use qz_domain::attendance::{CoverKind, PersonDay};
use qz_domain::instant;
use qz_domain::law::Law;
use qz_domain::month::Month;

#[derive(Template)]
#[template(path = "attendance/day.html")]
struct DayPage {
    shell: Shell,
    crumb: Crumb,
    title: String,
    light: Light,
    links: Vec<Link>,
    notes: Vec<String>,
    sessions: Vec<Vec<String>>,
    punches: Vec<(String, String, Link, String)>,
    texts: Vec<(String, String)>,
    facts: Vec<(String, String)>,
    timeline: Timeline,
}

/// `GET /desk/attendance/days/{day}`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(day): Path<String>,
) -> Result<Response, WebError> {
    let view = read(&state, &granted, (&shell, &day)).await?;
    let is_own = granted.person() == Some(view.key.person);
    Ok(Html(draw(shell, &view, is_own).render()?).into_response())
}

/// The day that an address names; that somebody else's was read is noted.
pub(super) async fn read(
    state: &WebState,
    granted: &Granted,
    (shell, day): (&Shell, &str),
) -> Result<Why, WebError> {
    let key: PersonDay = day.parse().map_err(|()| WebError::NotFound)?;
    let found = state.acts.attendance_day(granted.account(), key).await;
    let view = found.map_err(|fault| refuse(shell, HOME, fault))?;
    note_read(state, granted, (key.person, Month::of(key.day)));
    Ok(view)
}

fn draw(shell: Shell, view: &Why, is_own: bool) -> DayPage {
    let title = title(&shell, view);
    DayPage {
        crumb: Crumb::new(shell.words, vec![month_link(&shell, view, is_own)], title.clone()),
        light: of_codes(shell.words, view.row.codes),
        links: view.steps.iter().map(|one| step::link(&shell, *one, view.key)).collect(),
        notes: notes(&shell, view),
        sessions: sessions(&shell, view),
        punches: punches(&shell, view),
        texts: texts(&shell, view),
        facts: facts(&shell, view),
        timeline: timeline(&shell, &view.timeline, None),
        title,
        shell,
    }
}

/// What a day is called.
pub(super) fn title(shell: &Shell, view: &Why) -> String {
    let words = shell.words;
    let values = [
        ("name", view.person.name.clone().into()),
        ("day", words.date(view.key.day).into()),
        ("weekday", words.weekday(view.key.day).into()),
    ];
    shell.say_with("attendance-day-title", &values)
}

/// The way to the month the day is of.
pub(super) fn month_link(shell: &Shell, view: &Why, is_own: bool) -> Link {
    let month = Month::of(view.key.day);
    let home = query::with(HOME, "month", &month.to_string());
    let home =
        if is_own { home } else { query::with(&home, "person", &view.key.person.to_string()) };
    Link::new(home, shell.words.month(month.first()))
}

/// What is to be known before anything is said of the day.
pub(super) fn notes(shell: &Shell, view: &Why) -> Vec<String> {
    let mut notes = vec![];
    let mut note = |key: &str| notes.push(shell.say(key));
    if view.row.remarks & Row::UNAPPROVED != 0 {
        note("attendance-note-unapproved");
    }
    if view.row.remarks & Row::PROVISIONAL != 0 {
        note("attendance-note-provisional");
    }
    if let Some(rule) = &view.rule {
        let words = shell.words;
        let values = [("code", rule.code.clone().into()), ("since", words.date(rule.from).into())];
        notes.push(shell.say_with("attendance-note-rule", &values));
    }
    for (kind, label, from, to) in &view.covers {
        let short = |at: &Timestamp| instant::civil(*at).strftime("%m-%d %H:%M").to_string();
        let leave = Law::shipped().on(view.key.day).leave(label).ok();
        let leave = leave.filter(|_| *kind == CoverKind::Leave);
        let named = leave.map(|rule| shell.words.unit(&rule.zh, &rule.en).to_owned());
        let what = named.unwrap_or_else(|| shell.words.term(*kind));
        let values =
            [("what", what.into()), ("from", short(from).into()), ("to", short(to).into())];
        notes.push(shell.say_with("attendance-note-cover", &values));
    }
    if let (Some(exception), Some(until)) = (&view.exception, view.contest_until)
        && exception.outcome.is_some()
    {
        let values = [("day", shell.words.date(until).into())];
        notes.push(shell.say_with("attendance-note-contest", &values));
    }
    if view.exception.as_ref().is_some_and(|one| !one.speaks_of(&view.row.codes.to_string())) {
        notes.push(shell.say("attendance-note-rejudged"));
    }
    notes
}

fn clock(words: Words, at: Option<Timestamp>) -> String {
    at.map_or_else(
        || words.say("attendance-no-evidence"),
        |at| instant::civil(at).strftime("%H:%M:%S").to_string(),
    )
}

fn sessions(shell: &Shell, view: &Why) -> Vec<Vec<String>> {
    let words = shell.words;
    let row = |one: &qz_acts::attendance::SessionLine| {
        let (late, early, worked) = one.minutes;
        let short = |at: Timestamp| instant::civil(at).strftime("%H:%M").to_string();
        let minutes = |count: i32| words.minutes(u32::try_from(count).unwrap_or_default());
        vec![
            one.name.clone(),
            format!("{}–{}", short(one.due.0), short(one.due.1)),
            clock(words, one.seen.0),
            clock(words, one.seen.1),
            codes(words, one.codes),
            minutes(late),
            minutes(early),
            minutes(worked),
        ]
    };
    view.sessions.iter().map(row).collect()
}

fn punches(shell: &Shell, view: &Why) -> Vec<(String, String, Link, String)> {
    let row = |line: &qz_acts::terminal::view::PunchLine| {
        let taken = instant::civil(line.at).strftime("%m-%d %H:%M:%S").to_string();
        let (terminal, name) = &line.terminal;
        let way = Link::new(format!("/desk/terminals/{terminal}"), name.clone());
        (taken, line.shown.clone(), way, shell.words.term(line.clock))
    };
    view.punches.iter().map(row).collect()
}

/// What was said, to be read before deciding.
pub(super) fn texts(shell: &Shell, view: &Why) -> Vec<(String, String)> {
    let Some(one) = &view.exception else { return vec![] };
    let outcome = one.outcome.map_or_else(String::new, |outcome| {
        let because =
            if one.because.is_empty() { String::new() } else { format!("\n{}", one.because) };
        format!("{}{because}", shell.words.term(outcome))
    });
    let text =
        |key: &str, text: &str| (shell.say(&format!("attendance-text-{key}")), text.to_owned());
    let texts =
        [text("said", &one.said), text("found", &outcome), text("contested", &one.contested)];
    texts.into_iter().filter(|(_, text)| !text.is_empty()).collect()
}

/// The day in short.
pub(super) fn facts(shell: &Shell, view: &Why) -> Vec<(String, String)> {
    let words = shell.words;
    let column = |key: &str| shell.say(&format!("attendance-column-{key}"));
    let minutes = |count: u16| words.minutes(u32::from(count));
    let mut facts = vec![
        (column("person"), format!("{} {}", view.person.number, view.person.name)),
        (column("unit"), shell.unit_name(&view.unit)),
        (column("result"), codes(words, view.row.codes)),
        (column("late"), minutes(view.row.late)),
        (column("early"), minutes(view.row.early)),
        (column("worked"), minutes(view.row.worked)),
    ];
    if !view.missing.is_empty() {
        facts.push((column("missing"), view.missing.clone()));
    }
    if let Some(one) = &view.exception {
        facts.push((column("stage"), words.term(one.stage)));
    }
    if let Some(day) = view.explain_until {
        facts.push((column("until"), words.date(day)));
    }
    facts
}
