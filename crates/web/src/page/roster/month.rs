//! The roster of a unit's month: who is on which post, what is lacking, what changed, what may be done.

use super::said::{clock, swap_light, swap_title};
use super::table::{self, DayRow};
use super::{CHANGE, CLOSE, DRAFT, HOME, POST, SWAP};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::download::{self, Format};
use crate::page::matter::sent::Sent;
use crate::page::matter::timeline::timeline;
use crate::page::matter::wrong::{refuse, settle};
use crate::page::once::once;
use crate::part::{
    Choice, EmptyState, Filter, FilterField, Light, LightState, Link, RefusalBox, Timeline,
};
use crate::query;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::Form;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use qz_acts::roster::PublishRoster;
use qz_acts::roster::view::RosterMonth;
use qz_document::sheet::{Cell, Sheet};
use qz_domain::attendance::CoverKind;
use qz_domain::id::RosterId;
use qz_domain::instant;
use qz_domain::month::Month;
use qz_domain::roster::{Clash, DutyPost, RosterChange, Stage, Step, TurnChange};
use qz_domain::unit::Unit;
use serde::Deserialize;

/// How many months ahead of today's one may look.
const AHEAD: i64 = 3;

/// What a visitor asks.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    pub unit: String,
    pub month: String,
}

/// A post of the unit.
struct PostRow {
    name: String,
    light: Light,
    hours: String,
    needed: i64,
    close: Option<Link>,
}

#[derive(Template)]
#[template(path = "roster/month.html")]
struct MonthPage {
    shell: Shell,
    title: String,
    unit: String,
    month: Month,
    sentence: String,
    light: Light,
    beside: Vec<Link>,
    links: Vec<Link>,
    filter: Filter,
    refusal: Option<RefusalBox>,
    /// The form that publishes: its name of a request, roster and version.
    publishes: Option<(String, RosterId, i64)>,
    empty: Option<EmptyState>,
    prompts: Vec<String>,
    posts: Vec<PostRow>,
    rows: Vec<DayRow>,
    swaps: Vec<(Link, Light)>,
    changes: Vec<(String, Vec<String>)>,
    files: Vec<Link>,
    timeline: Timeline,
}

/// The address of a unit's month.
pub(super) fn address(path: &str, unit: &Unit, month: Month) -> String {
    query::with(&query::with(path, "unit", &unit.code), "month", &month.to_string())
}

/// `GET /desk/roster?unit=QX20&month=2016-03`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let (units, view) = read(&state, &granted, (&shell, &asked)).await?;
    let page = draw(&state, shell, (&units, &view), None);
    Ok(Html(page.render()?).into_response())
}

/// The units one may look at, and the month of the one that is asked for; of one's own where none is.
pub(super) async fn read(
    state: &WebState,
    granted: &Granted,
    (shell, asked): (&Shell, &Asked),
) -> Result<(Vec<Unit>, RosterMonth), WebError> {
    let refused = |fault| refuse(shell, HOME, fault);
    let units = state.acts.roster_units(granted.account()).await.map_err(refused)?;
    let code = asked.unit.split_whitespace().next().unwrap_or_default();
    let own =
        || units.iter().find(|unit| granted.actor().grants.iter().any(|one| one.unit == unit.id));
    let unit = match code {
        "" => own().or_else(|| units.first()),
        code => units.iter().find(|unit| unit.code == code),
    };
    let unit = unit.ok_or(WebError::NotFound)?;
    let today = instant::day(state.acts.now());
    let month = asked.month.trim().parse().unwrap_or_else(|_| Month::of(today));
    let view = state.acts.roster_of(granted.account(), (unit.id, month)).await;
    Ok((units.clone(), view.map_err(refused)?))
}

fn draw(
    state: &WebState,
    shell: Shell,
    (units, view): (&[Unit], &RosterMonth),
    refusal: Option<RefusalBox>,
) -> MonthPage {
    let words = shell.words;
    let file = |ending: &str| {
        let path = address(&format!("{HOME}/export.{ending}"), &view.unit, view.month);
        Link::new(path, ending.to_uppercase())
    };
    let roster = view.roster.as_ref().filter(|_| view.steps.contains(&Step::Publish));
    MonthPage {
        title: title(&shell, view),
        unit: view.unit.code.clone(),
        month: view.month,
        sentence: sentence(words, view),
        light: stage_light(words, view),
        beside: beside(&shell, view, Month::of(instant::day(state.acts.now()))),
        links: links(&shell, view),
        filter: filter(&shell, units, view),
        refusal,
        publishes: roster.map(|one| (state.acts.new_request(), one.id, one.version)),
        empty: empty(&shell, view),
        prompts: view.clashes.iter().map(|one| prompt(words, view, one)).collect(),
        posts: view.posts.iter().zip(&view.hours).map(|one| post_row(&shell, view, one)).collect(),
        rows: if view.roster.is_some() { table::rows(words, view) } else { vec![] },
        swaps: view
            .swaps
            .iter()
            .map(|line| {
                let path = query::with(SWAP, "swap", &line.row.id.to_string());
                (Link::new(path, swap_title(words, line)), swap_light(words, line))
            })
            .collect(),
        changes: view.changes.iter().map(|one| change(words, view, one)).collect(),
        files: vec![file("xlsx"), file("csv")],
        timeline: timeline(&shell, &view.timeline, None),
        shell,
    }
}

/// What the page of a unit's month is called.
pub(super) fn title(shell: &Shell, view: &RosterMonth) -> String {
    let values = [
        ("unit", shell.unit_name(&view.unit).into()),
        ("month", shell.words.month(view.month.first()).into()),
    ];
    shell.say_with("roster-month-of", &values)
}

fn sentence(words: Words, view: &RosterMonth) -> String {
    match (&view.roster, view.lacking()) {
        (None, _) => words.say("roster-none"),
        (Some(_), 0) => words.say("roster-full"),
        (Some(_), count) => words.say_with("roster-lacking", &[("count", count.into())]),
    }
}

fn stage_light(words: Words, view: &RosterMonth) -> Light {
    match view.roster.as_ref().map(|one| one.stage) {
        Some(stage @ Stage::Published) => Light::new(LightState::Ok, words.term(stage)),
        Some(stage @ Stage::Drafted) => Light::new(LightState::Warn, words.term(stage)),
        None => Light::new(LightState::None, words.say("roster-stage-none")),
    }
}

fn beside(shell: &Shell, view: &RosterMonth, now: Month) -> Vec<Link> {
    let before = view.month.first().yesterday().ok().map(Month::of);
    let after = view.month.next().filter(|next| next.count() <= now.count() + AHEAD);
    let link = |month: Month| {
        Link::new(address(HOME, &view.unit, month), shell.words.month(month.first()))
    };
    before.into_iter().chain(after).map(link).collect()
}

fn links(shell: &Shell, view: &RosterMonth) -> Vec<Link> {
    let way =
        |path: &str, key: &str| Link::new(address(path, &view.unit, view.month), shell.say(key));
    let has_posts = !view.posts.is_empty();
    let mut links = vec![];
    if view.steps.contains(&Step::Draft) && has_posts {
        links.push(way(DRAFT, "roster-draft-button"));
    }
    if view.steps.contains(&Step::Change) {
        links.push(way(CHANGE, "roster-change-button"));
    }
    if view.may_set_posts {
        links.push(way(POST, "roster-post-title"));
    }
    links
}

fn empty(shell: &Shell, view: &RosterMonth) -> Option<EmptyState> {
    if view.roster.is_some() {
        return None;
    }
    let key = match (view.posts.is_empty(), view.steps.contains(&Step::Draft)) {
        (true, _) => "roster-empty-posts",
        (false, true) => "roster-empty-draft",
        (false, false) => "roster-empty-wait",
    };
    let empty = EmptyState::new(shell.say(key));
    Some(match links(shell, view).into_iter().next() {
        Some(link) => empty.way(link),
        None => empty,
    })
}

fn prompt(words: Words, view: &RosterMonth, clash: &Clash) -> String {
    let (key, person, day) = match clash {
        Clash::Twice { person, day } => ("roster-prompt-twice", person, day),
        Clash::Away { person, day, kind: CoverKind::Leave } => ("roster-prompt-leave", person, day),
        Clash::Away { person, day, .. } => ("roster-prompt-trip", person, day),
        Clash::SecondNight { person, day } => ("roster-prompt-night", person, day),
    };
    let values = [("person", view.name(*person).into()), ("day", words.date(*day).into())];
    words.say_with(key, &values)
}

fn post_row(
    shell: &Shell,
    view: &RosterMonth,
    (post, hours): (&DutyPost, &(jiff::civil::DateTime, jiff::civil::DateTime)),
) -> PostRow {
    let words = shell.words;
    let close = || {
        let path =
            query::with(&address(CLOSE, &view.unit, view.month), "post", &post.id.to_string());
        Link::new(path, shell.say("roster-close-title"))
    };
    let name = match post.closed_on {
        None => post.name.clone(),
        Some(last) => {
            let values = [("post", post.name.as_str().into()), ("day", words.date(last).into())];
            words.say_with("roster-post-closed", &values)
        }
    };
    PostRow {
        name,
        light: super::kind_light(words, post.kind),
        hours: clock(words, *hours),
        needed: post.needed,
        close: (view.may_set_posts && post.closed_on.is_none()).then(close),
    }
}

fn change(words: Words, view: &RosterMonth, one: &RosterChange) -> (String, Vec<String>) {
    let values = [("day", words.date(one.on).into()), ("because", one.reason.as_str().into())];
    let lines = one.turns.iter().map(|turn| turn_change(words, view, turn)).collect();
    (words.say_with("roster-change-line", &values), lines)
}

fn turn_change(words: Words, view: &RosterMonth, one: &TurnChange) -> String {
    let nobody = || words.say("roster-nobody");
    let name = |person: Option<_>| person.map_or_else(nobody, |person| view.name(person));
    let post = view.posts.iter().find(|post| post.id == one.post);
    let values = [
        ("day", words.date(one.day).into()),
        ("post", post.map_or("", |post| post.name.as_str()).into()),
        ("was", name(one.was).into()),
        ("now", name(one.now).into()),
    ];
    let key = if one.is_late { "roster-changed-late" } else { "roster-changed" };
    words.say_with(key, &values)
}

fn filter(shell: &Shell, units: &[Unit], view: &RosterMonth) -> Filter {
    let choice = |unit: &Unit| Choice::new(&*unit.code, shell.unit_name(unit), &view.unit.code);
    let field = FilterField::Choice {
        name: "unit",
        label: shell.say("roster-column-unit"),
        choices: units.iter().map(choice).collect(),
    };
    let action = query::with(HOME, "month", &view.month.to_string());
    Filter::new(shell.words, action, vec![field], false)
}

/// `GET /desk/roster/export.csv` and `.xlsx`: the table as the screen has it now.
pub(super) async fn export(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    format: Format,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let (_, view) = read(&state, &granted, (&shell, &asked)).await?;
    let words = shell.words;
    let fixed = [shell.say("roster-column-day"), shell.say("roster-column-weekday")];
    let rows = table::rows(words, &view).into_iter().zip(table::days(&view));
    let row = |(row, day): (DayRow, jiff::civil::Date)| {
        let first = [Cell::Day(day), Cell::Text(row.weekday.clone())];
        let cells = row.cells.iter().map(|cell| Cell::Text(table::text(words, cell)));
        first.into_iter().chain(cells).collect()
    };
    let now = shell.now_text().unwrap_or_default();
    let sheet = Sheet {
        title: title(&shell, &view),
        header: fixed.into_iter().chain(view.posts.iter().map(|post| post.name.clone())).collect(),
        rows: rows.map(row).collect(),
        notes: vec![shell.say_with("roster-export-note", &[("now", now.into())])],
    };
    download::sheet(&sheet, &format!("roster-{}-{}", view.unit.code, view.month), format)
}

/// `POST /desk/roster/publish`
pub(super) async fn publish(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let roster: RosterId = sent.get("roster").parse().map_err(|_| WebError::NotFound)?;
    let asked = Asked { unit: sent.text("unit"), month: sent.text("month") };
    let act = PublishRoster { actor: granted.account(), roster, version: sent.version() };
    let outcome = state.acts.perform(once(&state, &granted, &sent.request()), act).await;
    let home = query::with(&query::with(HOME, "unit", &asked.unit), "month", &asked.month);
    match settle(&shell, &home, outcome)? {
        Ok(_) => Ok(Redirect::to(&home).into_response()),
        Err((_, refusal)) => {
            let (units, view) = read(&state, &granted, (&shell, &asked)).await?;
            let page = draw(&state, shell, (&units, &view), refusal);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page.render()?)).into_response())
        }
    }
}
