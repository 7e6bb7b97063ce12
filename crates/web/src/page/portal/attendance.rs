//! The attendance of units (考勤公开) for anybody: the rate of every unit whose month is sealed, and who is exempt for what
//! reason. Units are named, persons never.

use super::download::{asked as asked_format, links};
use super::furniture::{Furniture, home_link};
use super::{called, fault, has, today};
use crate::app::WebState;
use crate::error::WebError;
use crate::page::download::{self, Format};
use crate::part::{Choice, ExportLinks, Filter, FilterField, Link};
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{Html, IntoResponse, Response};
use qz_acts::attendance::view::{AssignmentLine, SealedMonth};
use qz_document::sheet::{Cell, Sheet};
use qz_domain::attendance::Figures;
use qz_domain::month::Month;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Where the page is.
pub(super) const PATH: &str = "/attendance";

/// What is asked for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    month: String,
    format: Option<String>,
}

/// A unit, or all of them.
struct Row {
    unit: Option<Link>,
    name: String,
    rate: String,
    counts: [u64; 7],
}

#[derive(Template)]
#[template(path = "portal/attendance.html")]
struct AttendancePage {
    shell: Shell,
    furniture: Furniture,
    sentence: String,
    filter: Option<Filter>,
    rows: Vec<Row>,
    files: ExportLinks,
    exempt: Vec<(String, String, String)>,
}

/// The columns, as they are called in keys.
const COLUMNS: [&str; 8] =
    ["rate", "days", "in-order", "late", "left-early", "missing", "awol", "leave"];

/// `GET /attendance?month=2015-10&format=`
pub(super) async fn show(
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let format = asked_format(shell.words, asked.format.as_deref())?;
    let month: Option<Month> = asked.month.trim().parse().ok();
    let (months, lines) = state.acts.attendance_sealed(month).await.map_err(fault)?;
    let chosen = month.or_else(|| months.first().copied());
    let rows = rows((&state, &shell), &lines);
    if let Some(format) = format {
        return file(&shell, (chosen, lines.len()), &rows, format);
    }
    let exempt = state.acts.attendance_exemptions(today(&state.acts)).await.map_err(fault)?;
    let page = AttendancePage {
        furniture: Furniture::below(&shell, vec![home_link(&shell)], &shell.say("nav-attendance")),
        sentence: sentence(&shell, chosen, lines.len()),
        filter: chosen.filter(|_| !months.is_empty()).map(|month| filter(&shell, &months, month)),
        files: links(shell.words, &shell.here, rows.len()),
        rows,
        exempt: exemptions(shell.words, &exempt),
        shell,
    };
    Ok(Html(page.render()?).into_response())
}

fn sentence(shell: &Shell, month: Option<Month>, units: usize) -> String {
    match month {
        Some(month) if units > 0 => {
            let values =
                [("month", shell.words.month(month.first()).into()), ("units", units.into())];
            shell.say_with("attendance-public-sentence", &values)
        }
        _ => shell.say("attendance-public-none"),
    }
}

fn filter(shell: &Shell, months: &[Month], chosen: Month) -> Filter {
    let chosen = chosen.to_string();
    let choice =
        |month: &Month| Choice::new(month.to_string(), shell.words.month(month.first()), &chosen);
    let field = FilterField::Choice {
        name: "month",
        label: shell.say("attendance-public-month"),
        choices: months.iter().map(choice).collect(),
    };
    Filter::new(shell.words, PATH, vec![field], false)
}

fn rows((state, shell): (&WebState, &Shell), lines: &[SealedMonth]) -> Vec<Row> {
    let words = shell.words;
    let row = |line: &SealedMonth| {
        let (code, name, name_en) = &line.unit;
        let name = called(words, name, name_en);
        let way = has(state, "/units").then(|| Link::new(format!("/units/{code}"), name.clone()));
        Row { unit: way, name, rate: rate(words, line.figures), counts: counts(line.figures) }
    };
    let mut rows: Vec<_> = lines.iter().map(row).collect();
    if rows.len() > 1 {
        let sum = lines.iter().fold(Figures::default(), |sum, line| sum.and(line.figures));
        let name = words.say("attendance-public-all");
        rows.push(Row { unit: None, name, rate: rate(words, sum), counts: counts(sum) });
    }
    rows
}

fn rate(words: Words, sum: Figures) -> String {
    let percent = |(kept, owed): (u64, u64)| words.percent(kept.cast_signed(), owed.cast_signed());
    sum.rate().map_or_else(|| "–".to_owned(), percent)
}

/// The counts, in the order of the columns after the rate.
fn counts(sum: Figures) -> [u64; 7] {
    let away = sum.leave + sum.trip;
    [sum.obliged, sum.in_order, sum.late, sum.left_early, sum.missing, sum.awol_halves, away]
}

/// The same rows as a file.
fn file(
    shell: &Shell,
    (month, units): (Option<Month>, usize),
    rows: &[Row],
    format: Format,
) -> Result<Response, WebError> {
    let columns = COLUMNS.map(|column| shell.say(format!("attendance-public-{column}").as_str()));
    let cells = |row: &Row| {
        let counts = row.counts.map(|count| Cell::Number(count.cast_signed()));
        let names = [&row.name, &row.rate].map(|text| Cell::Text(text.clone()));
        names.into_iter().chain(counts).collect()
    };
    let sheet = Sheet {
        title: shell.say("nav-attendance"),
        header: std::iter::once(shell.say("attendance-column-unit")).chain(columns).collect(),
        rows: rows.iter().map(cells).collect(),
        notes: vec![
            shell.site_name(),
            sentence(shell, month, units),
            shell.say("attendance-public-note"),
            shell.say("portal-licence"),
        ],
    };
    let name = month.map_or_else(|| "attendance".to_owned(), |month| format!("attendance-{month}"));
    download::sheet(&sheet, &name, format)
}

/// How many are exempt in each unit, and for what: without names.
fn exemptions(words: Words, lines: &[AssignmentLine]) -> Vec<(String, String, String)> {
    let mut counted: BTreeMap<(String, String), usize> = BTreeMap::new();
    for line in lines {
        let unit = called(words, &line.unit.0, &line.unit.1);
        let reason = format!("{} {}", line.row.reason, line.row.document);
        *counted.entry((unit, reason.trim().to_owned())).or_default() += 1;
    }
    let row =
        |((unit, reason), count): ((String, String), usize)| (unit, words.number(count), reason);
    counted.into_iter().map(row).collect()
}
