//! The month sheet (月考勤表) on paper: a row a person, a column a day, a mark for what each day came to, and room to sign.

use super::unit::{Asked, read};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::part::Link;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{Html, IntoResponse, Response};
use qz_acts::attendance::view::{DayLine, PersonLine, UnitMonth};
use qz_domain::attendance::Code;
use qz_domain::attendance::exception::Outcome;
use qz_domain::month::Month;
use qz_domain::reading::Reading;
use qz_domain::spelled::Spelled;
use std::collections::BTreeMap;

/// A person of the sheet: name, a mark a day, and what the days add up to.
struct PersonRow {
    number: String,
    name: String,
    marks: Vec<String>,
    sums: [u64; 4],
}

#[derive(Template)]
#[template(path = "attendance/print.html")]
struct PrintPage {
    shell: Shell,
    title: String,
    back: Link,
    stage: String,
    digest: String,
    days: Vec<i8>,
    rows: Vec<PersonRow>,
    legend: Vec<(String, String)>,
    now: String,
}

/// The columns that add up.
const SUMS: [&str; 4] = ["normal", "late", "missing", "unexplained"];

/// The people who sign.
const SIGNS: [&str; 3] = ["keeper", "head", "personnel"];

/// `GET /desk/attendance/unit/print?unit=QX10&month=2026-10`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let (_, view) = read(&state, &granted, (&shell, &asked)).await?;
    let people = view.people.iter().map(|one| one.person);
    state.acts.note_reads(granted.actor(), (Reading::Export, 0), people);
    Ok(Html(draw(shell, &view).render()?).into_response())
}

fn draw(shell: Shell, view: &UnitMonth) -> PrintPage {
    let words = shell.words;
    let values = [
        ("unit", shell.unit_name(&view.unit).into()),
        ("month", words.month(view.month.first()).into()),
    ];
    let days = days(view.month);
    let mut legend = BTreeMap::new();
    let rows = view.people.iter().map(|one| row(words, (one, &days), &mut legend)).collect();
    let kept = view.sheet.as_ref().filter(|_| !view.is_changed);
    PrintPage {
        title: shell.say_with("attendance-print-heading", &values),
        back: Link::new(
            super::unit::of_month(&view.unit, view.month),
            shell.say("attendance-print-back"),
        ),
        stage: view.sheet.as_ref().map(|sheet| words.term(sheet.stage)).unwrap_or_default(),
        digest: kept.map(|sheet| sheet.digest.clone()).unwrap_or_default(),
        now: shell.now_text().unwrap_or_default(),
        legend: legend.into_iter().collect(),
        days,
        rows,
        shell,
    }
}

fn days(month: Month) -> Vec<i8> {
    (1..=month.last().day()).collect()
}

fn row(
    words: Words,
    (one, days): (&PersonLine, &[i8]),
    legend: &mut BTreeMap<String, String>,
) -> PersonRow {
    let mark = |day: &i8| {
        let line = one.days.iter().find(|line| line.key.day.day() == *day);
        let Some((mark, means)) = line.and_then(|line| mark(words, line)) else {
            return String::new();
        };
        legend.insert(mark.clone(), means);
        mark
    };
    let share = one.share;
    PersonRow {
        number: one.number.clone(),
        name: one.name.clone(),
        marks: days.iter().map(mark).collect(),
        sums: [
            share.normal,
            share.late + share.very_late,
            share.missing_points,
            share.unexplained_halves,
        ],
    }
}

/// The mark of a day and what it means: what people found goes before what was judged.
fn mark(words: Words, line: &DayLine) -> Option<(String, String)> {
    match line.found {
        Some(found @ (Outcome::Awol | Outcome::Excused | Outcome::Device)) => {
            let mark = words.say(&format!("attendance-mark-{}", found.code()));
            Some((mark, words.term(found)))
        }
        Some(Outcome::Trip) => Some(of_code(words, Code::Trip)),
        Some(Outcome::Leave) => Some(of_code(words, Code::Leave)),
        Some(Outcome::Stands) | None => line.codes().iter().next().map(|code| of_code(words, code)),
    }
}

fn of_code(words: Words, code: Code) -> (String, String) {
    let key = code.code().replace('_', "-");
    (words.say(&format!("attendance-mark-{key}")), words.term(code))
}
