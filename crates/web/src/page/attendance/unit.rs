//! The month of a unit: its people with what their days add up to, the days that wait, the sheet as a file, and the
//! steps on it.

use super::calendar::day_link;
use super::light::of_day;
use super::{HOME, UNIT, month};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::download::{self, Format};
use crate::page::matter::sent::Sent;
use crate::page::matter::timeline::timeline;
use crate::page::matter::wrong::{refuse, settle};
use crate::page::once::once;
use crate::part::{Choice, Filter, FilterField, Light, LightState, Link, RefusalBox, Timeline};
use crate::query;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::Form;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use qz_acts::attendance::AgreeSheet;
use qz_acts::attendance::view::{DayLine, PersonLine, UnitMonth};
use qz_document::sheet::{Cell, Sheet};
use qz_domain::attendance::exception;
use qz_domain::attendance::sheet::{Stage, Step};
use qz_domain::id::UnitId;
use qz_domain::instant;
use qz_domain::month::Month;
use qz_domain::reading::Reading;
use qz_domain::unit::Unit;
use serde::Deserialize;

/// What a visitor asks.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    unit: String,
    month: String,
    copy: String,
}

/// A person of the month.
struct PersonRow {
    name: Link,
    figures: Vec<String>,
}

/// A day that waits for somebody.
struct DayRow {
    /// The name of its tick, where its person may be asked now.
    tick: Option<String>,
    light: Light,
    link: Link,
    name: String,
    said: String,
}

#[derive(Template)]
#[template(path = "attendance/unit.html")]
struct UnitPage {
    shell: Shell,
    title: String,
    sentence: String,
    light: Light,
    beside: Vec<Link>,
    links: Vec<Link>,
    filter: Filter,
    refusal: Option<RefusalBox>,
    /// The form that agrees: its name of a request, unit and month.
    agrees: Option<(String, UnitId, Month)>,
    note: String,
    rows: Vec<PersonRow>,
    waiting: Vec<DayRow>,
    /// The form that asks for explanations: its name of a request, unit and month.
    may_ask: Option<(String, UnitId, Month)>,
    failed: Vec<(String, String)>,
    copies: Vec<(Link, String, String)>,
    prints: Link,
    files: Vec<Link>,
    timeline: Timeline,
}

/// Where the month is as a sheet on paper.
const PRINT: &str = "/desk/attendance/unit/print";

/// The columns of a person's figures.
const FIGURES: [&str; 9] =
    ["days", "normal", "late", "left-early", "missing", "unexplained", "leave", "trip", "worked"];

/// `GET /desk/attendance/unit?unit=QX10&month=2026-10`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let (units, view) = read(&state, &granted, (&shell, &asked)).await?;
    let page = draw(&state, shell, (&units, &view), Said::default());
    Ok(Html(page.render()?).into_response())
}

/// What is said above the month: why it was not agreed, whom one could not ask and why.
#[derive(Default)]
pub(super) struct Said {
    pub refusal: Option<RefusalBox>,
    pub failed: Vec<(String, String)>,
}

/// The month of a unit once more, with what did not go through.
pub(super) async fn again(
    (state, granted, shell): (&WebState, &Granted, Shell),
    (code, month): (String, Month),
    said: Said,
) -> Result<Response, WebError> {
    let asked = Asked { unit: code, month: month.to_string(), copy: String::new() };
    let (units, view) = read(state, granted, (&shell, &asked)).await?;
    let page = draw(state, shell, (&units, &view), said);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page.render()?)).into_response())
}

/// The units one may look at, and the month of the one that is asked for; of the first of them where none is.
pub(super) async fn read(
    state: &WebState,
    granted: &Granted,
    (shell, asked): (&Shell, &Asked),
) -> Result<(Vec<Unit>, UnitMonth), WebError> {
    let refused = |fault| refuse(shell, HOME, fault);
    let units = state.acts.attendance_units(granted.account()).await.map_err(refused)?;
    let code = asked.unit.split_whitespace().next().unwrap_or_default();
    let own =
        || units.iter().find(|unit| granted.actor().grants.iter().any(|one| one.unit == unit.id));
    let unit = match code {
        "" => own().or_else(|| units.first()),
        code => units.iter().find(|unit| unit.code == code),
    };
    let unit = unit.ok_or(WebError::NotFound)?;
    let today = instant::day(state.acts.now());
    let month = month::asked(&asked.month, today);
    let view = state.acts.attendance_of_unit(granted.account(), (unit.id, month)).await;
    Ok((units.clone(), view.map_err(refused)?))
}

fn draw(
    state: &WebState,
    shell: Shell,
    (units, view): (&[Unit], &UnitMonth),
    said: Said,
) -> UnitPage {
    let today = instant::day(state.acts.now());
    let home = home(&view.unit);
    let values = [
        ("unit", shell.unit_name(&view.unit).into()),
        ("month", shell.words.month(view.month.first()).into()),
    ];
    let file = |ending: &str| {
        let path = format!(
            "{UNIT}/sheet.{ending}?unit={}&month={}",
            query::encode(&view.unit.code),
            view.month
        );
        Link::new(path, ending.to_uppercase())
    };
    let form = |is_due: bool| is_due.then(|| (state.acts.new_request(), view.unit.id, view.month));
    UnitPage {
        title: shell.say_with("attendance-unit-month", &values),
        sentence: sentence(&shell, view),
        light: light(shell.words, view),
        beside: month::beside(&shell, &home, view.month, today),
        links: links(&shell, view),
        filter: filter(&shell, units, view),
        refusal: said.refusal,
        failed: said.failed,
        agrees: form(view.steps.contains(&Step::Agree)),
        may_ask: form(view.people.iter().flat_map(|one| &one.days).any(|day| day.may_ask)),
        note: note(&shell, view),
        rows: view.people.iter().map(|one| person_row(one, view.month)).collect(),
        waiting: waiting(&shell, view),
        copies: copies(&shell, view),
        prints: Link::new(
            query::with(
                &query::with(PRINT, "unit", &view.unit.code),
                "month",
                &view.month.to_string(),
            ),
            shell.say("attendance-print-button"),
        ),
        files: vec![file("xlsx"), file("csv")],
        timeline: timeline(&shell, &view.timeline, None),
        shell,
    }
}

/// The way to one month of a unit.
pub(super) fn of_month(unit: &Unit, month: Month) -> String {
    query::with(&home(unit), "month", &month.to_string())
}

/// The way to a unit's month.
pub(super) fn home(unit: &Unit) -> String {
    query::with(UNIT, "unit", &unit.code)
}

fn sentence(shell: &Shell, view: &UnitMonth) -> String {
    if view.people.is_empty() {
        return shell.say("attendance-unit-none");
    }
    let values = [("people", view.people.len().into()), ("count", view.unsettled.into())];
    shell.say_with("attendance-unit-sentence", &values)
}

/// Where a month stands, as a light.
pub(super) fn stage_light(words: Words, (stage, unsettled): (Option<Stage>, usize)) -> Light {
    match stage {
        Some(stage @ Stage::Sealed) => Light::new(LightState::Ok, words.term(stage)),
        Some(stage @ Stage::Agreed) => Light::new(LightState::Warn, words.term(stage)),
        Some(stage @ Stage::Returned) => Light::new(LightState::Stop, words.term(stage)),
        None if unsettled > 0 => Light::new(LightState::Stop, words.say("attendance-stage-open")),
        None => Light::new(LightState::None, words.say("attendance-stage-ready")),
    }
}

fn light(words: Words, view: &UnitMonth) -> Light {
    stage_light(words, (view.sheet.as_ref().map(|sheet| sheet.stage), view.unsettled))
}

fn links(shell: &Shell, view: &UnitMonth) -> Vec<Link> {
    let link = |step: &Step| {
        let name = match step {
            Step::Return => "return",
            Step::Correct => "correct",
            Step::Agree | Step::Seal => return None,
        };
        let path =
            format!("{UNIT}/{name}?unit={}&month={}", query::encode(&view.unit.code), view.month);
        Some(Link::new(path, shell.say(&format!("attendance-{name}-button"))))
    };
    view.steps.iter().filter_map(link).collect()
}

fn note(shell: &Shell, view: &UnitMonth) -> String {
    match &view.sheet {
        Some(sheet) if !sheet.returned.is_empty() => shell
            .say_with("attendance-unit-returned", &[("because", sheet.returned.clone().into())]),
        Some(_) if view.is_changed => shell.say("attendance-unit-changed"),
        _ => String::new(),
    }
}

fn filter(shell: &Shell, units: &[Unit], view: &UnitMonth) -> Filter {
    let choice = |unit: &Unit| Choice::new(&*unit.code, shell.unit_name(unit), &view.unit.code);
    let field = FilterField::Choice {
        name: "unit",
        label: shell.say("attendance-column-unit"),
        choices: units.iter().map(choice).collect(),
    };
    Filter::new(
        shell.words,
        query::with(UNIT, "month", &view.month.to_string()),
        vec![field],
        false,
    )
}

fn person_row(one: &PersonLine, month: Month) -> PersonRow {
    let share = one.share;
    let hours = share.worked_minutes / 60;
    let figures = [
        share.days,
        share.normal,
        share.late + share.very_late,
        share.left_early,
        share.missing_points,
        share.unexplained_halves,
        share.leave_days,
        share.trip_days,
        hours,
    ];
    let href = query::with(
        &query::with(HOME, "person", &one.person.to_string()),
        "month",
        &month.to_string(),
    );
    PersonRow {
        name: Link::new(href, format!("{} {}", one.number, one.name)),
        figures: figures.iter().map(ToString::to_string).collect(),
    }
}

fn waiting(shell: &Shell, view: &UnitMonth) -> Vec<DayRow> {
    let mut rows = vec![];
    for one in &view.people {
        let waits = |day: &&DayLine| day.is_unsettled || day.asks;
        for day in one.days.iter().filter(waits) {
            rows.push(DayRow {
                tick: day.may_ask.then(|| format!("ask.{}", day.key)),
                light: of_day(shell.words, day),
                link: day_link(shell, day),
                name: one.name.clone(),
                said: stands(shell, day),
            });
        }
    }
    rows
}

/// Where what was said of a day stands.
fn stands(shell: &Shell, day: &DayLine) -> String {
    match (&day.exception, day.until) {
        (None, _) => shell.say("attendance-not-asked"),
        (Some(one), Some(until)) if one.stage == exception::Stage::Asked => {
            let values = [("day", shell.words.date(until).into())];
            format!(
                "{} {}",
                shell.words.term(one.stage),
                shell.say_with("attendance-explain-until", &values)
            )
        }
        (Some(one), _) => shell.words.term(one.stage),
    }
}

fn copies(shell: &Shell, view: &UnitMonth) -> Vec<(Link, String, String)> {
    let row = |copy: &qz_domain::attendance::sheet::Copy| {
        let name = match copy.number {
            0 => shell.say("attendance-copy-sealed"),
            number => shell.say_with("attendance-copy-correction", &[("number", number.into())]),
        };
        let path = format!(
            "{UNIT}/kept.csv?unit={}&month={}&copy={}",
            query::encode(&view.unit.code),
            view.month,
            copy.number
        );
        (Link::new(path, name), copy.digest.clone(), copy.because.clone())
    };
    view.copies.iter().map(row).collect()
}

/// `POST /desk/attendance/unit`: agrees to the month.
pub(super) async fn agree(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let unit: UnitId = sent.get("unit").parse().map_err(|_| WebError::NotFound)?;
    let month: Month = sent.get("month").parse().map_err(|_| WebError::NotFound)?;
    let act = AgreeSheet { actor: granted.account(), unit, month };
    let outcome = state.acts.perform(once(&state, &granted, &sent.request()), act).await;
    let units = state.acts.units().await.map_err(WebError::internal)?;
    let code = units.into_iter().find(|one| one.id == unit).map(|one| one.code).unwrap_or_default();
    match settle(&shell, UNIT, outcome)? {
        Ok(_) => {
            let home = query::with(&query::with(UNIT, "unit", &code), "month", &month.to_string());
            Ok(Redirect::to(&home).into_response())
        }
        Err((_, refusal)) => {
            let said = Said { refusal, ..Said::default() };
            again((&state, &granted, shell), (code, month), said).await
        }
    }
}

/// `GET /desk/attendance/unit/sheet.csv` and `.xlsx`: a line a day, as the screen has it now.
pub(super) async fn export(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    format: Format,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let (_, view) = read(&state, &granted, (&shell, &asked)).await?;
    let people = view.people.iter().map(|one| one.person);
    state.acts.note_reads(granted.actor(), (Reading::Export, 0), people);
    let column = |key: &&str| shell.say(&format!("attendance-column-{key}"));
    let header =
        ["number", "person", "day", "result", "late", "early", "missing", "worked", "found"];
    let now = shell.now_text().unwrap_or_default();
    let sheet = Sheet {
        title: shell.say("attendance-unit-title"),
        header: header.iter().map(column).collect(),
        rows: view
            .people
            .iter()
            .flat_map(|one| one.days.iter().map(|day| cells(shell.words, one, day)))
            .collect(),
        notes: vec![shell.say_with("attendance-export-note", &[("now", now.into())])],
    };
    download::sheet(&sheet, &format!("attendance-{}-{}", view.unit.code, view.month), format)
}

fn cells(words: Words, one: &PersonLine, day: &DayLine) -> Vec<Cell> {
    let number = |count: u16| Cell::Number(i64::from(count));
    vec![
        Cell::Text(one.number.clone()),
        Cell::Text(one.name.clone()),
        Cell::Day(day.key.day),
        Cell::Text(super::light::codes(words, day.codes())),
        number(day.row.late),
        number(day.row.early),
        Cell::Text(day.missing.clone()),
        number(day.row.worked),
        Cell::Text(day.found.map(|found| words.term(found)).unwrap_or_default()),
    ]
}

/// `GET /desk/attendance/unit/kept.csv`: a copy that is kept, byte for byte.
pub(super) async fn kept(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let (_, view) = read(&state, &granted, (&shell, &asked)).await?;
    let number: i64 = asked.copy.trim().parse().map_err(|_| WebError::NotFound)?;
    let copy = view.copies.iter().find(|copy| copy.number == number).ok_or(WebError::NotFound)?;
    let name = format!("attendance-{}-{}-{number}.csv", view.unit.code, view.month);
    download::file(copy.body.clone().into_bytes(), &name, "text/csv; charset=utf-8")
}
