//! The units of a day with their posts against their people, and one unit's posts with who is in
//! them: `?on=DATE&unit=CODE`; without a day, today's.

use super::holder::{self, HolderRow, PostRow};
use super::list::either;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::download::{self, Format};
use crate::page::matter::search;
use crate::part::{EmptyState, ExportLinks, Filter, FilterField, Link};
use crate::refusal::{act_error, plain};
use crate::shell::Shell;
use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use jiff::civil::Date;
use qz_acts::organisation::on_day::UnitOnDay;
use qz_acts::organisation::view::UnitLine;
use qz_document::sheet::{Cell, Sheet};
use qz_domain::action::Action;
use qz_domain::field::FieldError;
use qz_domain::instant;
use qz_domain::power::Concern;
use qz_domain::reading::Reading;
use serde::Deserialize;

/// The day and the unit that are looked at.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    on: String,
    unit: String,
}

impl Asked {
    /// The day, today when none was given.
    fn day(&self, state: &WebState) -> Result<Date, FieldError> {
        let day = search::day("on", &self.on)?;
        Ok(day.unwrap_or_else(|| instant::day(state.acts.now())))
    }
}

#[derive(Template)]
#[template(path = "person/units.html")]
struct UnitsPage {
    shell: Shell,
    sentence: String,
    filter: Filter,
    one: Option<OneUnit>,
    rows: Vec<Row>,
    empty: Option<EmptyState>,
    export: ExportLinks,
    may_import: bool,
}

/// A unit of the list.
struct Row {
    code: String,
    name: Link,
    kind: String,
    line: String,
    parent: String,
    counts: [i64; 7],
}

/// The unit that was chosen.
struct OneUnit {
    name: String,
    posts: Vec<PostRow>,
    second_line: Vec<HolderRow>,
    lent_out: Vec<HolderRow>,
    away: Vec<HolderRow>,
    people: String,
}

/// `GET /desk/units`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let day = match asked.day(&state) {
        Ok(day) => day,
        Err(fault) => return mistaken(shell, &asked, &fault),
    };
    let lines = state.acts.units_on(day).await.map_err(WebError::internal)?;
    let one = chosen(&granted, &state, &shell, (&asked, day)).await?;
    let may_import = granted.may_somewhere(Action::OrganisationImport);
    let mut empty = EmptyState::new(shell.say("unit-list-none"));
    if may_import {
        empty = empty.way(Link::new("/desk/import", shell.say("import-title")));
    }
    let page = UnitsPage {
        sentence: sentence(&shell, &lines, day),
        filter: filter(&shell, &asked, &lines, Some(day)),
        one: one.map(|one| one_unit(&shell, &granted, &one, day)),
        export: export_links(&shell, lines.len()),
        rows: lines.into_iter().map(|line| row(&shell, line, day)).collect(),
        empty: Some(empty),
        may_import,
        shell,
    };
    Ok(Html(page.render()?).into_response())
}

/// The page when the day that was asked for is none: nothing is listed.
fn mistaken(shell: Shell, asked: &Asked, fault: &FieldError) -> Result<Response, WebError> {
    let page = UnitsPage {
        sentence: String::new(),
        filter: filter(&shell, asked, &[], None).with_faults(std::slice::from_ref(fault)),
        one: None,
        export: export_links(&shell, 0),
        rows: vec![],
        empty: None,
        may_import: false,
        shell,
    };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page.render()?)).into_response())
}

async fn chosen(
    granted: &Granted,
    state: &WebState,
    shell: &Shell,
    (asked, day): (&Asked, Date),
) -> Result<Option<UnitOnDay>, WebError> {
    let code = asked.unit.trim();
    if code.is_empty() {
        return Ok(None);
    }
    let found = state.acts.unit_on(granted.account(), (code, day)).await;
    let back = || Link::new("/desk/units", shell.say("unit-list-title"));
    found.map(Some).map_err(|error| act_error(shell.words, error, back()))
}

fn sentence(shell: &Shell, lines: &[UnitLine], day: Date) -> String {
    let sum = |count: fn(&UnitLine) -> i64| lines.iter().map(count).sum::<i64>();
    shell.say_with(
        "unit-list-on",
        &[
            ("day", shell.words.date(day).into()),
            ("units", lines.len().into()),
            ("posts", sum(|line| line.posts).into()),
            ("authorised", sum(|line| line.balance.authorised).into()),
            ("held", sum(|line| line.balance.held).into()),
            ("second", sum(|line| line.balance.second_line).into()),
            ("lent", sum(|line| line.balance.lent_in).into()),
        ],
    )
}

fn filter(shell: &Shell, asked: &Asked, lines: &[UnitLine], day: Option<Date>) -> Filter {
    let words = shell.words;
    let mut choices: Vec<_> = lines
        .iter()
        .map(|line| {
            let name = either(words, &line.unit.name, &line.unit.name_en);
            let label = format!("{} {name}", line.unit.code);
            crate::part::Choice::new(line.unit.code.as_str(), label, asked.unit.trim())
        })
        .collect();
    let all = words.say("person-filter-all");
    choices.insert(0, crate::part::Choice::new("", all, asked.unit.trim()));
    let value = day.map(|day| day.to_string()).unwrap_or_default();
    let fields = vec![
        FilterField::Day { name: "on", label: words.say("unit-on"), value },
        FilterField::Choice { name: "unit", label: words.say("person-unit"), choices },
    ];
    let active = !asked.on.trim().is_empty() || !asked.unit.trim().is_empty();
    Filter::new(words, "/desk/units", fields, active)
}

fn export_links(shell: &Shell, rows: usize) -> ExportLinks {
    let query = shell.here.split_once('?').map_or("", |(_, query)| query);
    let file = |ending: &str| format!("/desk/units/export.{ending}?{query}");
    let links = vec![Link::new(file("xlsx"), "Excel"), Link::new(file("csv"), "CSV")];
    ExportLinks::new(shell.words, rows as u64, if rows > 0 { links } else { vec![] })
}

fn one_unit(shell: &Shell, granted: &Granted, one: &UnitOnDay, day: Date) -> OneUnit {
    let words = shell.words;
    let units = vec![(one.unit.id, one.unit.line)];
    let concern = Concern { stage: "", people: vec![], units };
    let may = (day, granted.may(Action::DeputySet, &concern));
    OneUnit {
        name: either(words, &one.unit.name, &one.unit.name_en),
        people: crate::query::with("/desk/people", "unit", &one.unit.code),
        posts: one.posts.iter().map(|post| holder::post(shell, one, post, may)).collect(),
        away: one.away.iter().map(|one| holder::away(shell, one)).collect(),
        second_line: one.second_line.iter().map(|one| holder::row(shell, one, day)).collect(),
        lent_out: one.lent_out.iter().map(|one| holder::row(shell, one, day)).collect(),
    }
}

fn counts(line: &UnitLine) -> [i64; 7] {
    let balance = line.balance;
    let (lent_in, lent_out) = (balance.lent_in, balance.lent_out);
    let (vacant, over) = (balance.vacant(), balance.over());
    [balance.authorised, balance.held, vacant, over, balance.second_line, lent_in, lent_out]
}

fn row(shell: &Shell, line: UnitLine, day: Date) -> Row {
    let words = shell.words;
    let counts = counts(&line);
    let UnitLine { unit, parent_code, .. } = line;
    let href = format!("/desk/units?on={day}&unit={}", crate::query::encode(&unit.code));
    Row {
        name: Link::new(href, either(words, &unit.name, &unit.name_en)),
        kind: words.term(unit.kind),
        line: words.term(unit.line),
        parent: parent_code,
        counts,
        code: unit.code,
    }
}

/// `GET /desk/units/export.csv` and `.xlsx`
///
/// What the screen shows: the chosen unit's posts and people, or the balance of all units.
pub(super) async fn export(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    format: Format,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let day = asked.day(&state);
    let day = day.map_err(|fault| WebError::Invalid(plain(shell.words, &[fault])))?;
    if let Some(one) = chosen(&granted, &state, &shell, (&asked, day)).await? {
        let in_posts = one.posts.iter().flat_map(|post| &post.holders);
        let listed = in_posts.chain(&one.second_line).chain(&one.lent_out);
        let read = listed.map(|holder| holder.person);
        state.acts.note_reads(granted.actor(), (Reading::Export, 0), read);
        return download::sheet(&holder::sheet(&shell, &one, day), "unit", format);
    }
    let lines = state.acts.units_on(day).await.map_err(WebError::internal)?;
    let header = ["unit-code", "person-unit", "unit-kind", "unit-line", "unit-parent"]
        .into_iter()
        .chain(COUNTS)
        .map(|key| shell.say(key));
    let cells = |line: &UnitLine| {
        let (unit, words) = (&line.unit, shell.words);
        let texts = [
            unit.code.clone(),
            either(words, &unit.name, &unit.name_en),
            words.term(unit.kind),
            words.term(unit.line),
            line.parent_code.clone(),
        ];
        texts.map(Cell::Text).into_iter().chain(counts(line).map(Cell::Number)).collect()
    };
    let sheet = Sheet {
        title: shell.say("unit-list-title"),
        header: header.collect(),
        rows: lines.iter().map(cells).collect(),
        notes: vec![sentence(&shell, &lines, day)],
    };
    download::sheet(&sheet, "units", format)
}

/// The headers of the counts of a unit.
const COUNTS: [&str; 7] = [
    "unit-authorised",
    "unit-held",
    "unit-vacant",
    "unit-over",
    "unit-second-line",
    "unit-lent-in",
    "unit-lent-out",
];
