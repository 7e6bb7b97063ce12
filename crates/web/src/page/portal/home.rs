//! The first page (首页): a sentence, the figures, the months, the latest visits, and what one can
//! do here.

use super::buckets::{Buckets, VISITS};
use super::campaigns::Present;
use super::counts::{Counts, rows};
use super::furniture::Furniture;
use super::period::Period;
use super::reports::Strip;
use super::story::Told;
use super::story::schemes::{Card, wall};
use super::trend::Trend;
use super::years::{Years, by_year};
use super::{data_years, fault, has, is_county, named, phrases, today, unit_link, usual};
use crate::app::WebState;
use crate::error::WebError;
use crate::format::TimeTag;
use crate::part::{Figure, Figures, Link};
use crate::query;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{Html, IntoResponse, Response};
use qz_acts::bulletin::public::{BulletinFilter, BulletinLine, BulletinSort};
use qz_acts::matter::public::MatterFigures;
use qz_acts::visit::public::{Page, PublicFigures, PublicFilter, PublicSort, PublicVisit};
use qz_domain::bulletin::Kind;
use serde::Deserialize;

/// How many of the latest visits are shown.
const LATEST: i64 = 6;

/// The year that was asked for.
#[derive(Debug, Default, Deserialize)]
pub(super) struct AskedYear {
    pub year: Option<String>,
}

/// A visit in the list of the latest.
struct Latest {
    unit: Link,
    manner: String,
    day: TimeTag,
    number: Link,
}

/// A bulletin in the list of the latest.
struct ToldLine {
    title: Link,
    number: String,
    day: String,
    own: Option<String>,
}

/// What there is to show once a visit has been filed.
struct Matter {
    figures: Figures,
    heading: String,
    chart: String,
    table: Counts,
    trend: Option<Trend>,
    manners: Counts,
    most: String,
    latest: Vec<Latest>,
    told: Vec<ToldLine>,
    all: String,
    statistics: String,
}

#[derive(Template)]
#[template(path = "portal/home.html")]
struct HomePage {
    shell: Shell,
    furniture: Furniture,
    title: Vec<String>,
    scope: String,
    years: Years,
    matter: Option<Matter>,
    strip: Option<Strip>,
    verify: bool,
    campaign: Option<Present>,
    story: Option<Told>,
    wall: Vec<Card>,
}

/// `GET /?year=`
pub(super) async fn show(
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<AskedYear>,
) -> Result<Response, WebError> {
    let today = today(&state.acts);
    let known = data_years(&state.acts).await?;
    let period = asked.period(known, today)?;
    let words = shell.words;
    let scope = period.words(words, today);
    let mut title = words.say_with("portal-home-empty", &[("county", county(&shell).into())]);
    let mut matter = None;
    if known.is_some() {
        let figures = state.acts.filed_figures((period.from, period.to), None).await;
        let figures = figures.map_err(fault)?;
        title = sentence(words, &scope, &figures);
        if figures.visits > 0 {
            let units = state.acts.units().await.map_err(fault)?;
            let total = units.iter().filter(|unit| !is_county(unit, &units)).count();
            let latest = latest(&state, period).await?;
            let days = (period.from, period.to);
            let matters = state.acts.matter_figures(days, None).await.map_err(fault)?;
            let told = bulletins(&state, period).await?;
            if matters.findings_upheld() > 0 {
                title = year_sentence(words, &scope, &figures, &matters);
            }
            matter = Some(build(words, period, (&figures, total, &matters), (latest, told)));
        }
    }
    let page = HomePage {
        furniture: Furniture::home(&shell).about(title.clone()),
        title: phrases(&title),
        scope,
        years: by_year(known, period, "/"),
        matter,
        strip: Strip::of_year(&state, words, period.from.year()).await?,
        verify: has(&state, "/verify"),
        campaign: Present::on(&state, words, today).await?,
        story: Told::on(&state, &shell),
        wall: wall(&state, words).await?,
        shell,
    };
    Ok(Html(page.render()?).into_response())
}

impl AskedYear {
    /// The year, the usual one when none was asked for. A text that is no year is no page.
    pub fn period(
        &self,
        known: Option<(i16, i16)>,
        today: jiff::civil::Date,
    ) -> Result<Period, WebError> {
        match self.year.as_deref().map(str::trim).filter(|year| !year.is_empty()) {
            None => Ok(usual(known, today)),
            Some(year) => {
                let year = year.parse().ok().filter(|year| (1900..=2199).contains(year));
                year.map(Period::year).ok_or(WebError::NotFound)
            }
        }
    }
}

fn county(shell: &Shell) -> &str {
    shell.site.county.name(shell.words.locale)
}

/// What is so, in a sentence.
fn sentence(words: Words, scope: &str, figures: &PublicFigures) -> String {
    let said = [
        ("scope", scope.into()),
        ("visits", figures.visits.into()),
        ("units", figures.by_unit.len().into()),
        ("organs", figures.by_organ.len().into()),
    ];
    let key = if figures.visits == 0 { "portal-home-none" } else { "portal-home-sentence" };
    words.say_with(key, &said)
}

/// What came of a year, in a sentence.
fn year_sentence(
    words: Words,
    scope: &str,
    figures: &PublicFigures,
    matters: &MatterFigures,
) -> String {
    let said = [
        ("scope", scope.into()),
        ("visits", figures.visits.into()),
        ("findings", matters.findings_upheld().into()),
        ("units", matters.units_held().into()),
        ("persons", matters.decisions_on_persons().into()),
    ];
    words.say_with("portal-home-year", &said)
}

async fn latest(state: &WebState, period: Period) -> Result<Vec<PublicVisit>, WebError> {
    let filter = PublicFilter { span: Some(period.span()), ..PublicFilter::default() };
    let page = Page::number(1, LATEST);
    let found = state.acts.filed_visits(&filter, PublicSort::Latest, page).await;
    found.map(|(visits, _)| visits).map_err(fault)
}

/// The latest bulletins of the days.
async fn bulletins(state: &WebState, period: Period) -> Result<Vec<BulletinLine>, WebError> {
    let published = Some((period.from, period.to));
    let filter = BulletinFilter { published, ..BulletinFilter::default() };
    let page = Page::number(1, LATEST);
    let found = state.acts.published(&filter, BulletinSort::Latest, page).await;
    found.map(|(lines, _)| lines).map_err(fault)
}

fn build(
    words: Words,
    period: Period,
    (figures, total, matters): (&PublicFigures, usize, &MatterFigures),
    (latest, told): (Vec<PublicVisit>, Vec<BulletinLine>),
) -> Matter {
    let buckets = Buckets::new(words, period, &figures.by_day);
    let year = ("year", period.from.year().into());
    let heading = words.say_with("portal-home-months", &[year]);
    let note = change(words, &buckets);
    let big = match matters.findings_upheld() {
        0 => visited(words, period, (figures, total), note),
        _ => five(words, period, (figures, matters), note),
    };
    Matter {
        figures: Figures { figures: big },
        chart: buckets.chart(words, "months", &heading, rows),
        most: buckets.description((words, VISITS)),
        trend: (matters.findings_upheld() > 0)
            .then(|| Trend::new(words, period, (figures, matters))),
        table: Counts::of_time(words, heading.clone(), &buckets, period),
        manners: Counts::of_manners(words, figures, period),
        heading,
        latest: latest.into_iter().map(|visit| line(words, &visit)).collect(),
        told: told.iter().map(|line| told_line(words, line)).collect(),
        all: rows(period),
        statistics: period.link("/statistics"),
    }
}

fn figure(words: Words, label: &str, value: i64, (href, note): (String, String)) -> Figure {
    Figure { label: words.say(label), value: words.number(value), href, note }
}

/// The five figures of some days, each a query that opens to its rows.
pub(super) fn five(
    words: Words,
    period: Period,
    (figures, matters): (&PublicFigures, &MatterFigures),
    note: String,
) -> Vec<Figure> {
    let say = |key: &str| words.say(key);
    let [units, persons] = super::statistics::held_links(period);
    let own = ("own", matters.self_requested.into());
    let told = words.say_with("portal-figure-bulletins-note", &[own]);
    let findings = (period.link(super::findings::PATH), say("portal-figure-findings-note"));
    let held = (units, say("portal-figure-held-note"));
    let persons = (persons, say("portal-figure-persons-note"));
    let bulletins = (period.link(super::bulletins::PATH), told);
    vec![
        figure(words, "portal-figure-visits", figures.visits, (rows(period), note)),
        figure(words, "portal-figure-findings", matters.findings_upheld(), findings),
        figure(words, "portal-figure-held", matters.units_held(), held),
        figure(words, "portal-figure-persons", matters.decisions_on_persons(), persons),
        figure(words, "portal-figure-bulletins", matters.bulletins, bulletins),
    ]
}

/// The figures of a county that has visited and decided nothing yet.
fn visited(
    words: Words,
    period: Period,
    (figures, total): (&PublicFigures, usize),
    note: String,
) -> Vec<Figure> {
    let count = |units: usize| i64::try_from(units).unwrap_or(i64::MAX);
    let of = words.say_with("portal-figure-units-note", &[("total", total.into())]);
    let units = (period.link("/statistics/units"), of);
    let organs = (period.link("/statistics/organs"), words.say("portal-figure-organs-note"));
    vec![
        figure(words, "portal-figure-visits", figures.visits, (rows(period), note)),
        figure(words, "portal-figure-units", count(figures.by_unit.len()), units),
        figure(words, "portal-figure-organs", count(figures.by_organ.len()), organs),
    ]
}

fn told_line(words: Words, line: &BulletinLine) -> ToldLine {
    ToldLine {
        title: Link::new(format!("{}/{}", super::bulletins::PATH, line.id), line.title.clone()),
        number: super::bulletins::number(words, line),
        day: line.published_on.clone(),
        own: (line.kind == Kind::SelfRequested).then(|| words.say("portal-bulletin-own")),
    }
}

/// The last month that has any against the one before it, in words.
fn change(words: Words, buckets: &Buckets) -> String {
    let counts = &buckets.buckets;
    let Some(at) = counts.iter().rposition(|bucket| bucket.count > 0).filter(|at| *at > 0) else {
        return String::new();
    };
    let (last, before) = (&counts[at], &counts[at - 1]);
    let difference = last.count - before.count;
    let said = [
        ("month", last.short.as_str().into()),
        ("count", last.count.into()),
        ("before", before.short.as_str().into()),
        ("difference", difference.abs().into()),
    ];
    words.say_with(
        match difference {
            ..0 => "portal-change-less",
            0 => "portal-change-same",
            _ => "portal-change-more",
        },
        &said,
    )
}

fn line(words: Words, visit: &PublicVisit) -> Latest {
    let number = visit.number.to_string();
    Latest {
        unit: Link::new(unit_link(&visit.unit.code), named(words, &visit.unit)),
        manner: words.term(visit.manner),
        day: words.short_day(visit.day),
        number: Link::new(query::with("/statistics/visits", "number", &number), number),
    }
}
