//! The lamps of the year (全年的灯): the members of each campaign by month, how each report stands, and
//! the page of a month.

mod month;
mod rows;
mod sheet;
mod strip;

pub(super) use month::month;
pub(crate) use rows::rows;
pub use sheet::month_sheet;
pub(super) use strip::Strip;

use super::download::{asked as asked_format, links};
use super::furniture::{Furniture, home_link};
use super::home::AskedYear;
use super::years::{Years, by_year};
use super::{fault, has, today, unit_link, unit_name};
use crate::app::WebState;
use crate::error::WebError;
use crate::page::download;
use crate::part::{ExportLinks, Light, Link};
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{Html, IntoResponse, Response};
use qz_acts::monthly_report::public::PublicReport;
use qz_domain::month::Month;
use qz_domain::monthly_report::Lamp;
use qz_domain::spelled::Spelled;
use serde::Deserialize;

/// Where the page is.
pub(super) const PATH: &str = "/reports";

/// What is asked for.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    year: Option<String>,
    format: Option<String>,
}

/// A lamp in the table, leading to its month.
struct Lit {
    light: Light,
    href: String,
}

/// A member's year.
struct UnitRow {
    unit: Link,
    cells: Vec<Option<Lit>>,
}

/// A campaign's year.
struct Plan {
    id: String,
    title: String,
    href: Option<String>,
    lead: String,
    rows: Vec<UnitRow>,
}

#[derive(Template)]
#[template(path = "portal/reports.html")]
struct YearPage {
    shell: Shell,
    furniture: Furniture,
    sentence: String,
    years: Years,
    months: Vec<Link>,
    plans: Vec<Plan>,
    legend: Vec<(Light, String)>,
    export: ExportLinks,
}

/// `GET /reports?year=&format=`
pub(super) async fn show(
    State(state): State<WebState>,
    shell: Shell,
    Query(Asked { year, format }): Query<Asked>,
) -> Result<Response, WebError> {
    let words = shell.words;
    let format = asked_format(words, format.as_deref())?;
    let known = state.acts.report_years().await.map_err(fault)?;
    let today = today(&state.acts);
    let period = AskedYear { year }.period(known, today)?;
    let year = period.from.year();
    let reports = of_year(&state, year).await?;
    if let Some(format) = format {
        let sheet = sheet::of_year(&shell, year, &reports);
        return download::sheet(&sheet, &format!("reports-{year}"), format);
    }
    let sentence = sentence(words, &period.words(words, today), &reports);
    let title = shell.say("report-year-title");
    let plans = plans(&reports).into_iter().map(|plan| plan_of(&state, words, year, plan));
    let plans: Vec<_> = plans.collect();
    let months = Month::all_of(year).map(|month| {
        Link::new(month_link(month), words.say(&format!("month-short-{}", month.number())))
    });
    let members = plans.iter().map(|plan| plan.rows.len()).sum();
    let page = YearPage {
        furniture: Furniture::below(&shell, vec![home_link(&shell)], &title)
            .about(sentence.clone()),
        sentence,
        years: by_year(known, period, PATH),
        months: months.collect(),
        plans,
        legend: legend(words),
        export: links(words, &shell.here, members),
        shell,
    };
    Ok(Html(page.render()?).into_response())
}

/// The address of a month's page.
fn month_link(month: Month) -> String {
    format!("{PATH}/{month}")
}

async fn of_year(state: &WebState, year: i16) -> Result<Vec<PublicReport>, WebError> {
    let Some(months) = Month::new(year, 1).zip(Month::new(year, 12)) else { return Ok(vec![]) };
    state.acts.public_reports(months).await.map_err(fault)
}

/// The reports of each campaign together.
fn plans(reports: &[PublicReport]) -> Vec<&[PublicReport]> {
    reports.chunk_by(|one, next| one.key.campaign == next.key.campaign).collect()
}

fn plan_of(state: &WebState, words: Words, year: i16, plan: &[PublicReport]) -> Plan {
    let units = plan.chunk_by(|one, next| one.key.unit == next.key.unit);
    let rows = units.filter_map(|unit| {
        let name = &unit.first()?.unit;
        let cells = Month::all_of(year).map(|month| unit.iter().find(|one| one.key.month == month));
        Some(UnitRow {
            unit: Link::new(unit_link(&name.code), unit_name(words, name)),
            cells: cells.map(|one| one.map(|report| lit(words, report))).collect(),
        })
    });
    let first = plan.first();
    let campaign = first.map(|one| one.key.campaign.to_string()).unwrap_or_default();
    Plan {
        href: has(state, "/campaigns/{id}").then(|| format!("/campaigns/{campaign}")),
        id: format!("c-{campaign}"),
        title: first.map(|one| one.title.clone()).unwrap_or_default(),
        lead: first.map(|one| unit_name(words, &one.lead)).unwrap_or_default(),
        rows: rows.collect(),
    }
}

fn lit(words: Words, report: &PublicReport) -> Lit {
    Lit {
        light: Light::short_lamp(words, report.lamp),
        href: format!("{}#r-{}", month_link(report.key.month), report.key),
    }
}

/// How many there are of a lamp.
fn count(reports: &[PublicReport], lamp: Lamp) -> usize {
    reports.iter().filter(|report| report.lamp == lamp).count()
}

/// How the reports of some months stand, in a sentence.
fn sentence(words: Words, scope: &str, reports: &[PublicReport]) -> String {
    let of = |lamp| count(reports, lamp);
    let said = [
        ("scope", scope.into()),
        ("owed", reports.len().into()),
        ("intime", of(Lamp::InTime).into()),
        ("late", of(Lamp::Late).into()),
        ("overdue", of(Lamp::Overdue).into()),
    ];
    let key = if reports.is_empty() { "report-sentence-none" } else { "report-sentence" };
    words.say_with(key, &said)
}

/// What each lamp means.
fn legend(words: Words) -> Vec<(Light, String)> {
    let means = |lamp: Lamp| words.say(&format!("report-means-{}", lamp.code().replace('_', "-")));
    Lamp::ALL.iter().map(|lamp| (Light::lamp(words, *lamp), means(*lamp))).collect()
}
