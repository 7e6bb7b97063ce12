//! One unit (单位): what it is, what is above and below it, and when it was visited.

use super::before::Before;
use super::buckets::{Buckets, VISITS};
use super::counts::{Counts, rows};
use super::furniture::{Furniture, home_link};
use super::home::AskedYear;
use super::period::Period;
use super::years::{Years, by_year};
use super::{data_years, fault, lists, named, today, unit_link, unit_name};
use crate::app::WebState;
use crate::error::WebError;
use crate::format::TimeTag;
use crate::part::{Light, Link};
use crate::query;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{Html, IntoResponse, Response};
use jiff::civil::Date;
use qz_acts::matter::public::MatterFigures;
use qz_acts::visit::public::{Page, PublicFigures, PublicFilter, PublicSort, PublicVisit};
use qz_domain::appointment::Balance;
use qz_domain::list_entry::Board;
use qz_domain::unit::Unit;

/// How many of the latest visits are shown.
const LATEST: i64 = 10;

/// A visit to the unit.
struct Visited {
    day: Date,
    manner: String,
    organ: Link,
    number: String,
}

/// What a unit is.
struct Facts {
    code: String,
    kind: String,
    line: String,
    since: TimeTag,
    above: Option<Link>,
    below: Vec<Link>,
}

#[derive(Template)]
#[template(path = "portal/unit.html")]
struct UnitPage {
    shell: Shell,
    furniture: Furniture,
    name: String,
    sentence: String,
    scope: String,
    facts: Facts,
    years: Years,
    heading: String,
    most: String,
    chart: String,
    table: Counts,
    latest: Vec<Visited>,
    visits: i64,
    all: Link,
    /// How many visits it made itself, where it inspects.
    made: Option<Link>,
    /// How many of the visits to it had been planned beyond the cap, where any.
    over: Option<String>,
    /// What was borne out and decided there, each with the way to its rows.
    held: Vec<Link>,
    /// What it is listed for now, on either list.
    lists: Vec<(Light, String, Link)>,
    /// Before and after its first bulletin, when that was in this time.
    before: Option<Before>,
    /// Posts against people: the label of each count, and the count.
    places: Vec<(String, i64)>,
}

/// `GET /units/{code}?year=`
pub(super) async fn show(
    State(state): State<WebState>,
    shell: Shell,
    Path(code): Path<String>,
    Query(asked): Query<AskedYear>,
) -> Result<Response, WebError> {
    let units = state.acts.units().await.map_err(fault)?;
    let unit = units.iter().find(|unit| unit.code == code).ok_or(WebError::NotFound)?;
    let today = today(&state.acts);
    let known = data_years(&state.acts).await?;
    let period = asked.period(known, today)?;
    let figures = state.acts.filed_figures((period.from, period.to), Some(unit.id)).await;
    let figures = figures.map_err(fault)?;
    let at = PublicFilter { span: Some(period.span()), ..PublicFilter::default() };
    let of_unit = PublicFilter { unit: Some(unit.id), ..at.clone() };
    let by_unit = PublicFilter { organ: Some(unit.id), ..at };
    let (latest, _) = list(&state, &of_unit, LATEST).await?;
    let (_, made) = list(&state, &by_unit, 1).await?;
    let days = (period.from, period.to);
    let over = state.acts.filed_over_cap(days, unit.id).await.map_err(fault)?;
    let matters = state.acts.matter_figures(days, Some(unit.id)).await.map_err(fault)?;
    let scope = period.words(shell.words, today);
    let lists = listed(&state, shell.words, (unit, today)).await?;
    let held = held(shell.words, period, (unit, &matters));
    let counted = (&figures, &matters);
    let before = Before::read(&state, (shell.words, period), unit, counted).await?;
    let balance = state.acts.public_balance(unit.id, today).await.map_err(fault)?;
    let places = balance.map(|balance| places(shell.words, balance)).unwrap_or_default();
    let (units, figures, latest) = (&units, &figures, &latest);
    let seen = Seen { unit, units, figures, latest, made, over, held, lists, before, places };
    let years = by_year(known, period, &unit_link(&unit.code));
    Ok(Html(page(shell, period, scope, years, seen).render()?).into_response())
}

/// What was read for the page.
struct Seen<'a> {
    unit: &'a Unit,
    units: &'a [Unit],
    figures: &'a PublicFigures,
    latest: &'a [PublicVisit],
    made: i64,
    over: i64,
    held: Vec<Link>,
    lists: Vec<(Light, String, Link)>,
    before: Option<Before>,
    places: Vec<(String, i64)>,
}

/// Posts against people, in counts: what a unit is authorised for, has, lacks, has beyond, lends.
fn places(words: Words, one: Balance) -> Vec<(String, i64)> {
    let counts = [
        ("unit-authorised", one.authorised),
        ("unit-held", one.held),
        ("unit-vacant", one.vacant()),
        ("unit-over", one.over()),
        ("unit-lent-in", one.lent_in),
        ("unit-lent-out", one.lent_out),
    ];
    counts.map(|(key, count)| (words.say(key), count)).into()
}

/// What a unit is listed for today: which list, for what, where.
async fn listed(
    state: &WebState,
    words: Words,
    (unit, today): (&Unit, Date),
) -> Result<Vec<(Light, String, Link)>, WebError> {
    let found = state.acts.lists_of_unit(&unit.code, today).await.map_err(fault)?;
    let shown = found.into_iter().map(|entry| {
        let path = if entry.board == Board::Red { lists::RED } else { lists::BLACK };
        let light = Light::standing(words, (entry.board, entry.standing));
        (light, entry.reason, Link::new(path, words.term(entry.board)))
    });
    Ok(shown.collect())
}

/// What was borne out and decided at the unit in a period, as far as there is any.
fn held(words: Words, period: Period, (unit, matters): (&Unit, &MatterFigures)) -> Vec<Link> {
    let at = |path: &str| query::with(&period.link(path), "unit", &unit.code);
    let decisions = at(super::decisions::PATH);
    let lines = [
        ("portal-unit-findings", matters.findings_upheld(), at(super::findings::PATH)),
        ("portal-unit-held", matters.units_held(), query::with(&decisions, "subject", "units")),
    ];
    let any = lines.into_iter().filter(|(_, count, _)| *count > 0);
    any.map(|(key, count, href)| Link::new(href, words.say_with(key, &[("count", count.into())])))
        .collect()
}

async fn list(
    state: &WebState,
    filter: &PublicFilter,
    size: i64,
) -> Result<(Vec<PublicVisit>, i64), WebError> {
    let page = Page::number(1, size);
    state.acts.filed_visits(filter, PublicSort::Latest, page).await.map_err(fault)
}

fn page(shell: Shell, period: Period, scope: String, years: Years, seen: Seen<'_>) -> UnitPage {
    let words = shell.words;
    let Seen { unit, units, figures, latest, made, over, held, lists, before, places } = seen;
    let name = unit_name(words, unit);
    let visits_of = |period| query::with(&rows(period), "unit", &unit.code);
    let buckets = Buckets::new(words, period, &figures.by_day);
    let heading = words.say_with("portal-unit-months", &[("scope", scope.as_str().into())]);
    let sentence = sentence(words, &name, &scope, figures.visits, latest.first());
    let above = vec![home_link(&shell), Link::new("/units", shell.say("nav-units"))];
    let made_link = || {
        let label = words.say_with("portal-unit-made", &[("count", made.into())]);
        Link::new(query::with(&rows(period), "organ", &unit.code), label)
    };
    let all = words.say_with("portal-unit-all", &[("count", figures.visits.into())]);
    UnitPage {
        furniture: Furniture::below(&shell, above, &name).about(sentence.clone()),
        facts: facts(words, unit, units),
        chart: buckets.chart(words, "months", &heading, visits_of),
        most: buckets.description((words, VISITS)),
        table: Counts::of_time(words, heading.clone(), &buckets, period).at("unit", &unit.code),
        latest: latest.iter().map(|visit| visited(words, visit)).collect(),
        all: Link::new(visits_of(period), all),
        made: (made > 0).then(made_link),
        over: (over > 0).then(|| words.say_with("portal-unit-over", &[("count", over.into())])),
        held,
        lists,
        before,
        places,
        visits: figures.visits,
        name,
        sentence,
        scope,
        years,
        heading,
        shell,
    }
}

fn sentence(
    words: Words,
    name: &str,
    scope: &str,
    visits: i64,
    last: Option<&PublicVisit>,
) -> String {
    let mut said = vec![("unit", name.into()), ("scope", scope.into()), ("count", visits.into())];
    match last {
        None => words.say_with("portal-unit-none", &said),
        Some(last) => {
            said.push(("day", words.month_day(last.day).into()));
            words.say_with("portal-unit-sentence", &said)
        }
    }
}

fn facts(words: Words, unit: &Unit, units: &[Unit]) -> Facts {
    let link = |unit: &Unit| Link::new(unit_link(&unit.code), unit_name(words, unit));
    Facts {
        code: unit.code.clone(),
        kind: words.term(unit.kind),
        line: words.term(unit.line),
        since: words.day(unit.since),
        above: units.iter().find(|other| Some(other.id) == unit.parent).map(link),
        below: units.iter().filter(|other| other.parent == Some(unit.id)).map(link).collect(),
    }
}

fn visited(words: Words, visit: &PublicVisit) -> Visited {
    Visited {
        day: visit.day,
        manner: words.term(visit.manner),
        organ: Link::new(unit_link(&visit.organ.code), named(words, &visit.organ)),
        number: visit.number.to_string(),
    }
}
