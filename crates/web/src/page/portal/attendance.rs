//! The attendance of units (考勤公开) for anybody: the rate of every unit whose month is sealed, and who is exempt for what
//! reason. Units are named, persons never.

use super::furniture::{Furniture, home_link};
use super::{called, fault, has, today};
use crate::app::WebState;
use crate::error::WebError;
use crate::part::{Choice, Filter, FilterField, Link};
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{Html, IntoResponse, Response};
use qz_acts::attendance::view::{AssignmentLine, SealedMonth};
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
}

/// A unit, or all of them.
struct Row {
    unit: Option<Link>,
    name: String,
    figures: Vec<String>,
}

#[derive(Template)]
#[template(path = "portal/attendance.html")]
struct AttendancePage {
    shell: Shell,
    furniture: Furniture,
    sentence: String,
    filter: Option<Filter>,
    rows: Vec<Row>,
    exempt: Vec<(String, String, String)>,
}

/// The columns, as they are called in keys.
const COLUMNS: [&str; 8] =
    ["rate", "days", "in-order", "late", "left-early", "missing", "awol", "leave"];

/// `GET /attendance?month=2015-10`
pub(super) async fn show(
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let month: Option<Month> = asked.month.trim().parse().ok();
    let (months, lines) = state.acts.attendance_sealed(month).await.map_err(fault)?;
    let day = today(&state.acts);
    let exempt = state.acts.attendance_exemptions(day).await.map_err(fault)?;
    let chosen = month.or_else(|| months.first().copied());
    let page = AttendancePage {
        furniture: Furniture::below(&shell, vec![home_link(&shell)], &shell.say("nav-attendance")),
        sentence: sentence(&shell, chosen, lines.len()),
        filter: chosen.filter(|_| !months.is_empty()).map(|month| filter(&shell, &months, month)),
        rows: rows((&state, &shell), &lines),
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
        Row { unit: way, name, figures: figures(words, line.figures) }
    };
    let mut rows: Vec<_> = lines.iter().map(row).collect();
    if rows.len() > 1 {
        let sum = lines.iter().fold(Figures::default(), |sum, line| sum.and(line.figures));
        let name = words.say("attendance-public-all");
        rows.push(Row { unit: None, name, figures: figures(words, sum) });
    }
    rows
}

fn figures(words: Words, sum: Figures) -> Vec<String> {
    let rate = sum.rate().map_or_else(
        || "–".to_owned(),
        |(kept, owed)| words.percent(kept.cast_signed(), owed.cast_signed()),
    );
    let counts = [
        sum.obliged,
        sum.in_order,
        sum.late,
        sum.left_early,
        sum.missing,
        sum.awol_halves,
        sum.leave + sum.trip,
    ];
    std::iter::once(rate).chain(counts.map(|count| words.number(count))).collect()
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
