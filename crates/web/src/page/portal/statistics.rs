//! Statistics (统计): each figure with its definition beside it, taken apart by time, manner, organ
//! and unit; every number opens exactly its rows.

use super::buckets::{Buckets, VISITS};
use super::counts::{Counts, rows};
use super::download::{asked as asked_format, links};
use super::furniture::{Furniture, home_link};
use super::period::{AskedPeriod, Period};
use super::years::{Years, by_period};
use super::{data_years, fault, today, unit_name, usual};
use crate::app::WebState;
use crate::error::WebError;
use crate::page::download::{self, Format};
use crate::part::{ExportLinks, FieldError, Filter, FilterField};
use crate::query;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use jiff::civil::Date;
use qz_acts::matter::public::{MatterFigures, Reviewed};
use qz_acts::visit::public::PublicFigures;
use qz_document::sheet::{Cell, Sheet};
use qz_domain::spelled::Spelled;
use qz_domain::unit::Unit;
use serde::Deserialize;

/// How many units are shown before the rest becomes one line.
const MOST_UNITS: usize = 20;

/// What a page about a period is asked for.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    from: Option<String>,
    to: Option<String>,
    format: Option<String>,
}

impl Asked {
    /// The days asked for.
    pub fn period(&self) -> AskedPeriod {
        AskedPeriod::new(self.from.clone(), self.to.clone())
    }

    /// As what.
    pub fn format(&self, words: Words) -> Result<Option<Format>, WebError> {
        asked_format(words, self.format.as_deref())
    }
}

/// A figure with what it means.
struct Defined {
    name: String,
    value: i64,
    rows: String,
    meaning: String,
}

/// What there is to show for a period that could be read.
struct Matter {
    sentence: String,
    scope: String,
    defined: Vec<Defined>,
    by: String,
    chart: String,
    most: String,
    time: Counts,
    manners: Counts,
    organs: Counts,
    units: Counts,
    ranks: Counts,
    kinds: Counts,
    measures: Counts,
    /// How many were let off because the error is excused.
    excused: String,
    /// What became of the reviews.
    reviews: String,
    export: ExportLinks,
    any: bool,
    /// Whether any decision on a person was served.
    persons: bool,
}

#[derive(Template)]
#[template(path = "portal/statistics.html")]
struct StatisticsPage {
    shell: Shell,
    furniture: Furniture,
    form: Filter,
    years: Years,
    faults: Vec<FieldError>,
    matter: Option<Matter>,
}

/// `GET /statistics?from=&to=&format=`
pub(super) async fn show(
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let (words, today) = (shell.words, today(&state.acts));
    let known = data_years(&state.acts).await?;
    let format = asked.format(words)?;
    let period = match asked.period().read(words, usual(known, today)) {
        Ok(period) => period,
        Err(faults) if format.is_some() => return Err(WebError::Invalid(faults)),
        Err(faults) => return Ok(mistaken(shell, &asked, known, faults)?.into_response()),
    };
    let days = (period.from, period.to);
    let figures = state.acts.filed_figures(days, None).await.map_err(fault)?;
    let matters = state.acts.matter_figures(days, None).await.map_err(fault)?;
    if let Some(format) = format {
        let stem = format!("statistics-{}-{}", period.from, period.to);
        return download::sheet(&sheet(&shell, period, today, (&figures, &matters)), &stem, format);
    }
    let matter = build(&shell, period, today, (&figures, &matters));
    let page = StatisticsPage {
        furniture: furniture(&shell).about(matter.sentence.clone()),
        form: form(words, "/statistics", typed(period)),
        years: by_period(words, known, Some(period), "/statistics"),
        faults: vec![],
        matter: Some(matter),
        shell,
    };
    Ok(Html(page.render()?).into_response())
}

/// The page when the days cannot be used: what is wrong, and the form with what was typed.
fn mistaken(
    shell: Shell,
    asked: &Asked,
    known: Option<(i16, i16)>,
    faults: Vec<FieldError>,
) -> Result<(StatusCode, Html<String>), WebError> {
    let page = StatisticsPage {
        furniture: furniture(&shell),
        form: form(shell.words, "/statistics", asked.period().typed()),
        years: by_period(shell.words, known, None, "/statistics"),
        faults,
        matter: None,
        shell,
    };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page.render()?)))
}

fn furniture(shell: &Shell) -> Furniture {
    Furniture::below(shell, vec![home_link(shell)], &shell.say("nav-statistics"))
}

pub(super) fn typed(period: Period) -> (String, String) {
    (period.from.to_string(), period.to.to_string())
}

/// The form for the days; plain GET, so that the address says what is shown.
pub(super) fn form(words: Words, action: &'static str, (from, to): (String, String)) -> Filter {
    let day = |name, key: &str, value| FilterField::Day { name, label: words.say(key), value };
    let fields = vec![day("from", "portal-from", from), day("to", "portal-to", to)];
    Filter::new(words, action, fields, false)
}

fn build(
    shell: &Shell,
    period: Period,
    today: Date,
    (figures, matters): (&PublicFigures, &MatterFigures),
) -> Matter {
    let words = shell.words;
    let buckets = Buckets::new(words, period, &figures.by_day);
    let scope = period.words(words, today);
    let caption = words.say_with("portal-time-caption", &[("scope", scope.as_str().into())]);
    let all = |path: &str| period.link(path);
    let by_organ = words.say("portal-organ");
    let by_unit = words.say("portal-unit");
    Matter {
        sentence: sentence(words, &scope, figures),
        defined: defined(words, period, (figures, matters)),
        ranks: Counts::of_ranks(words, matters, period),
        kinds: Counts::of_kinds(words, matters, period),
        measures: Counts::of_measures(words, matters, period),
        excused: words.say_with("portal-excused-sentence", &[("count", matters.excused.into())]),
        reviews: reviews(words, &matters.reviews),
        by: words.say(buckets.by()),
        chart: buckets.chart(words, "time", &caption, rows),
        most: buckets.description((words, VISITS)),
        time: Counts::of_time(words, caption, &buckets, period),
        manners: Counts::of_manners(words, figures, period),
        organs: Counts::of_units(words, by_organ, &figures.by_organ, "organ", period)
            .first(MOST_UNITS, all("/statistics/organs")),
        units: Counts::of_units(words, by_unit, &figures.by_unit, "unit", period)
            .first(MOST_UNITS, all("/statistics/units")),
        export: links(words, &all("/statistics"), lines(figures, matters, &buckets)),
        any: figures.visits > 0,
        persons: matters.decisions_on_persons() > 0,
        scope,
    }
}

/// How many reviews were begun, and what those that were served decided.
fn reviews(words: Words, reviewed: &Reviewed) -> String {
    let served: i64 = reviewed.served.iter().map(|(_, count)| count).sum();
    let each = reviewed.served.iter().map(|(outcome, count)| {
        let said = [("outcome", words.term(*outcome).into()), ("count", (*count).into())];
        words.say_with("portal-reviews-each", &said)
    });
    let said = [("begun", reviewed.begun.into()), ("served", served.into())];
    let parts: Vec<_> =
        std::iter::once(words.say_with("portal-reviews-sentence", &said)).chain(each).collect();
    parts.join(words.say("portal-reviews-between").as_str())
}

/// How many lines the file has: the total and each part.
fn lines(figures: &PublicFigures, matters: &MatterFigures, buckets: &Buckets) -> usize {
    7 + buckets.buckets.len()
        + matters.reviews.served.len()
        + figures.by_manner.len()
        + figures.by_organ.len()
        + figures.by_unit.len()
        + matters.ranks.len()
        + matters.kinds.len()
        + matters.measures.len()
}

fn sentence(words: Words, scope: &str, figures: &PublicFigures) -> String {
    let said = [
        ("scope", scope.into()),
        ("visits", figures.visits.into()),
        ("units", figures.by_unit.len().into()),
        ("organs", figures.by_organ.len().into()),
    ];
    let key =
        if figures.visits == 0 { "portal-statistics-none" } else { "portal-statistics-sentence" };
    words.say_with(key, &said)
}

/// Where the units held to account and the decisions on persons are listed.
pub(super) fn held_links(period: Period) -> [String; 2] {
    let decisions = period.link(super::decisions::PATH);
    let units = query::with(&query::with(&decisions, "subject", "units"), "each", "unit");
    [units, query::with(&decisions, "subject", "persons")]
}

fn defined(
    words: Words,
    period: Period,
    (figures, matters): (&PublicFigures, &MatterFigures),
) -> Vec<Defined> {
    let one = |name: &str, value: i64, rows: String, meaning: &str| Defined {
        name: words.say(name),
        value,
        rows,
        meaning: words.say(meaning),
    };
    let count = |units: usize| i64::try_from(units).unwrap_or(i64::MAX);
    let units = period.link("/statistics/units");
    let organs = period.link("/statistics/organs");
    let [held, persons] = held_links(period);
    let (findings, upheld) = (period.link(super::findings::PATH), matters.findings_upheld());
    let bulletins = query::with(&period.link(super::bulletins::PATH), "kind", "ordinary");
    vec![
        one("portal-figure-visits", figures.visits, rows(period), "portal-define-visits"),
        one("portal-figure-findings", upheld, findings, "portal-define-findings"),
        one("portal-figure-held", matters.units_held(), held, "portal-define-held"),
        one(
            "portal-figure-persons",
            matters.decisions_on_persons(),
            persons,
            "portal-define-persons",
        ),
        one("portal-figure-bulletins", matters.bulletins, bulletins, "portal-define-bulletins"),
        one("portal-figure-units", count(figures.by_unit.len()), units, "portal-define-units"),
        one("portal-figure-organs", count(figures.by_organ.len()), organs, "portal-define-organs"),
    ]
}

/// Everything the page shows, and the units in full.
fn sheet(
    shell: &Shell,
    period: Period,
    today: Date,
    (figures, matters): (&PublicFigures, &MatterFigures),
) -> Sheet {
    let words = shell.words;
    let scope = period.words(words, today);
    let line = |part: &str, code: &str, name: String, count: i64| {
        let part = Cell::Text(words.say(part));
        vec![part, Cell::Text(code.to_owned()), Cell::Text(name), Cell::Number(count)]
    };
    let mut lines =
        vec![line("portal-total", "", words.say("portal-figure-visits"), figures.visits)];
    let total = |name: &str, count| line("portal-total", "", words.say(name), count);
    lines.extend([
        total("portal-figure-findings", matters.findings_upheld()),
        total("portal-figure-held", matters.units_held()),
        total("portal-figure-persons", matters.decisions_on_persons()),
        total("portal-figure-bulletins", matters.bulletins),
        total("portal-figure-excused", matters.excused),
        total("portal-figure-reviews", matters.reviews.begun),
    ]);
    let served = matters.reviews.served.iter();
    lines.extend(served.map(|(o, n)| line("portal-by-review", o.code(), words.term(*o), *n)));
    let buckets = Buckets::new(words, period, &figures.by_day);
    let by = buckets.by();
    lines.extend(
        buckets
            .buckets
            .iter()
            .map(|b| line(by, &b.period.from.to_string(), b.name.clone(), b.count)),
    );
    let manners = figures.by_manner.iter();
    lines.extend(
        manners.map(|(m, count)| line("portal-by-manner", m.code(), words.term(*m), *count)),
    );
    let unit = |part: &'static str| {
        move |(unit, count): &(Unit, i64)| line(part, &unit.code, unit_name(words, unit), *count)
    };
    lines.extend(figures.by_organ.iter().map(unit("portal-by-organ")));
    lines.extend(figures.by_unit.iter().map(unit("portal-by-unit")));
    let (ranks, kinds) = (matters.ranks.iter(), matters.kinds.iter());
    lines.extend(ranks.map(|(r, n)| line("portal-by-rank", r.code(), words.term(*r), *n)));
    lines.extend(kinds.map(|(k, n)| line("portal-by-footing", k.code(), words.term(*k), *n)));
    let name = |code: &str| words.measure(code, period.to);
    let measures = matters.measures.iter();
    lines.extend(measures.map(|(code, n)| line("portal-by-measure", code, name(code), *n)));
    let header = ["portal-part", "portal-code", "portal-name", "portal-visits"];
    Sheet {
        title: words.say("nav-statistics"),
        header: header.map(|key| words.say(key)).into(),
        notes: file_notes(shell, &scope, lines.len()),
        rows: lines,
    }
}

/// What stands on the second worksheet: what it is, of which days, as of when, how many rows.
pub(super) fn file_notes(shell: &Shell, scope: &str, lines: usize) -> Vec<String> {
    let now = super::now_text(shell);
    let said = [("scope", scope.into()), ("now", now.into())];
    vec![
        shell.site_name(),
        shell.say_with("portal-scope", &said),
        shell.say_with("portal-lines", &[("count", lines.into())]),
        shell.say("portal-define-visits"),
        shell.say("portal-licence"),
    ]
}
