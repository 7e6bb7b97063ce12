//! The county's months on the way to being sealed: which terminals are silent, which units still settle days, which have
//! agreed; those are sealed together, each by an act of its own.

use super::month;
use super::unit::{home, stage_light};
use super::{CLOSE, HOME};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::sent::Sent;
use crate::page::matter::wrong::{refuse, settle};
use crate::part::{Figure, Figures, Light, Link};
use crate::query;
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::{Query, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use qz_acts::attendance::SealSheet;
use qz_acts::attendance::view::UnitLine;
use qz_domain::attendance::sheet::Stage;
use qz_domain::id::UnitId;
use qz_domain::instant;
use qz_domain::month::Month;
use serde::Deserialize;

/// What a visitor asks.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    month: String,
}

/// A unit of the month.
struct UnitRow {
    light: Light,
    name: Link,
    figures: Vec<String>,
    /// What ticking it is called, where it can be sealed.
    seals: Option<UnitId>,
}

#[derive(Template)]
#[template(path = "attendance/close.html")]
struct ClosePage {
    shell: Shell,
    title: String,
    month: Month,
    request: String,
    beside: Vec<Link>,
    figures: Figures,
    ways: Vec<Link>,
    rows: Vec<UnitRow>,
    /// Units that could not be sealed, and why.
    failed: Vec<(String, String)>,
    may_seal: bool,
}

/// `GET /desk/attendance/close?month=2026-10`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let today = instant::day(state.acts.now());
    let before = Month::of(today).first().yesterday().map_or(Month::of(today), Month::of);
    let month = asked.month.trim().parse().unwrap_or(before);
    draw(&state, &granted, (shell, month), vec![]).await
}

async fn draw(
    state: &WebState,
    granted: &Granted,
    (shell, month): (Shell, Month),
    failed: Vec<(String, String)>,
) -> Result<Response, WebError> {
    let found = state.acts.attendance_months(granted.account(), month).await;
    let lines = found.map_err(|fault| refuse(&shell, HOME, fault))?;
    let today = instant::day(state.acts.now());
    let rows: Vec<_> = lines.iter().map(|line| row(&shell, line, month)).collect();
    let page = ClosePage {
        title: shell.say_with(
            "attendance-close-month",
            &[("month", shell.words.month(month.first()).into())],
        ),
        request: state.acts.new_request(),
        beside: month::beside(&shell, CLOSE, month, today),
        figures: figures(&shell, &lines),
        ways: vec![
            Link::new("/desk/terminals?sort=silent", shell.say("attendance-close-terminals")),
            Link::new("/desk/punches?whose=nobody", shell.say("attendance-close-unmatched")),
        ],
        may_seal: rows.iter().any(|row| row.seals.is_some()),
        rows,
        failed,
        month,
        shell,
    };
    Ok(Html(page.render()?).into_response())
}

fn figures(shell: &Shell, lines: &[UnitLine]) -> Figures {
    let count = |fits: fn(&UnitLine) -> bool| lines.iter().filter(|line| fits(line)).count();
    let figure = |key: &str, value: usize| {
        let label = shell.say(&format!("attendance-close-{key}"));
        let (href, note) = ("#units".to_owned(), String::new());
        Figure { label, value: value.to_string(), href, note }
    };
    let figures = vec![
        figure("units", lines.len()),
        figure("open", lines.iter().map(|line| line.unsettled).sum()),
        figure("agreed", count(|line| is_at(line, Stage::Agreed))),
        figure("sealed", count(|line| is_at(line, Stage::Sealed))),
    ];
    Figures { figures }
}

fn is_at(line: &UnitLine, stage: Stage) -> bool {
    line.sheet.as_ref().is_some_and(|sheet| sheet.stage == stage)
}

fn row(shell: &Shell, line: &UnitLine, month: Month) -> UnitRow {
    let share = line.share;
    let stage = line.sheet.as_ref().map(|sheet| sheet.stage);
    let figures = [
        line.people.to_string(),
        share.normal.to_string(),
        (share.late + share.very_late).to_string(),
        share.missing_points.to_string(),
        share.unexplained_halves.to_string(),
        line.unsettled.to_string(),
    ];
    let href = query::with(&home(&line.unit), "month", &month.to_string());
    UnitRow {
        light: stage_light(shell.words, (stage, line.unsettled)),
        name: Link::new(href, shell.unit_name(&line.unit)),
        figures: figures.to_vec(),
        seals: (stage == Some(Stage::Agreed)).then_some(line.unit.id),
    }
}

/// `POST /desk/attendance/close`: seals the months that were ticked; one that cannot be is named, the others stand.
pub(super) async fn seal(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let month: Month = sent.get("month").parse().map_err(|_| WebError::NotFound)?;
    let ticked = sent.names().filter_map(|name| name.strip_prefix("seal.")?.parse().ok());
    let mut units: Vec<UnitId> = ticked.collect();
    units.sort_unstable();
    let names = state.acts.units().await.map_err(WebError::internal)?;
    let mut failed = vec![];
    for unit in units {
        let act = SealSheet { actor: granted.account(), unit, month };
        let request = format!("{} seal {} {unit}", granted.account(), sent.request());
        if let Err((_, refusal)) = settle(&shell, CLOSE, state.acts.perform(request, act).await)? {
            let name = names.iter().find(|one| one.id == unit).map(|one| shell.unit_name(one));
            failed
                .push((name.unwrap_or_default(), refusal.map(|one| one.title).unwrap_or_default()));
        }
    }
    if failed.is_empty() {
        let home = query::with(CLOSE, "month", &month.to_string());
        return Ok(Redirect::to(&home).into_response());
    }
    draw(&state, &granted, (shell, month), failed).await
}
