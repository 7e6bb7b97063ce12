//! A month (当月): the county's figures, and which unit reported, in time or not, with its counts.

use super::{PATH, month_link, plans, rows, sentence, sheet};
use crate::app::WebState;
use crate::error::WebError;
use crate::page::download;
use crate::page::portal::download::{asked as asked_format, links};
use crate::page::portal::furniture::{Furniture, home_link};
use crate::page::portal::home::five;
use crate::page::portal::period::Period;
use crate::page::portal::{fault, unit_link, unit_name};
use crate::page::report::due_text;
use crate::part::{ExportLinks, Figures, Light, Link};
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{Html, IntoResponse, Response};
use qz_acts::matter::public::MatterFigures;
use qz_acts::monthly_report::public::PublicReport;
use qz_acts::visit::public::PublicFigures;
use qz_domain::month::Month;
use qz_domain::monthly_report::Counted;
use serde::Deserialize;

/// As what the month is asked for.
#[derive(Debug, Default, Deserialize)]
pub(in crate::page::portal) struct Asked {
    format: Option<String>,
}

/// A member's report.
struct ReportRow {
    id: String,
    unit: Link,
    light: Light,
    due: String,
    reported: String,
    /// Each count, leading to its rows as they are now.
    counts: Vec<Link>,
    nil: String,
}

/// A campaign's month.
struct Plan {
    id: String,
    title: String,
    rows: Vec<ReportRow>,
}

#[derive(Template)]
#[template(path = "portal/month.html")]
struct MonthPage {
    shell: Shell,
    furniture: Furniture,
    title: String,
    sentence: String,
    scope: String,
    figures: Figures,
    counted: Vec<String>,
    plans: Vec<Plan>,
    beside: Vec<Link>,
    export: ExportLinks,
}

/// `GET /reports/{month}?format=`
pub(in crate::page::portal) async fn month(
    State(state): State<WebState>,
    shell: Shell,
    Path(month): Path<String>,
    Query(Asked { format }): Query<Asked>,
) -> Result<Response, WebError> {
    let month: Month = month.parse().map_err(|_| WebError::NotFound)?;
    let words = shell.words;
    if let Some(format) = asked_format(words, format.as_deref())? {
        let sheet = sheet::month_sheet(&state.acts, words, month).await.map_err(fault)?;
        return download::sheet(&sheet, &format!("report-{month}"), format);
    }
    let days = (month.first(), month.last());
    let reports = state.acts.public_reports((month, month)).await.map_err(fault)?;
    let figures = state.acts.filed_figures(days, None).await.map_err(fault)?;
    let matters = state.acts.matter_figures(days, None).await.map_err(fault)?;
    Ok(Html(draw(shell, month, &reports, (&figures, &matters)).render()?).into_response())
}

fn draw(
    shell: Shell,
    month: Month,
    reports: &[PublicReport],
    (figures, matters): (&PublicFigures, &MatterFigures),
) -> MonthPage {
    let words = shell.words;
    let period = Period { from: month.first(), to: month.last() };
    let name = words.month(month.first());
    let title = words.say_with("report-month-title", &[("month", name.as_str().into())]);
    let sentence = sentence(words, &name, reports);
    let above = vec![home_link(&shell), Link::new(PATH, shell.say("report-year-title"))];
    let furniture = Furniture::below(&shell, above, &name).about(sentence.clone());
    let now = [("now", furniture.as_of.as_str().into())];
    MonthPage {
        scope: words.say_with("report-month-scope", &now),
        figures: Figures { figures: five(words, period, (figures, matters), String::new()) },
        counted: Counted::PUBLIC.iter().map(|what| words.term(*what)).collect(),
        plans: plans(reports).into_iter().map(|plan| plan_of(words, plan)).collect(),
        beside: beside(words, month),
        export: links(words, &shell.here, sheet::COUNTY_ROWS + reports.len()),
        furniture,
        title,
        sentence,
        shell,
    }
}

/// The months before and after.
fn beside(words: Words, month: Month) -> Vec<Link> {
    let before = month.first().yesterday().ok().map(Month::of);
    let months = [before, month.next()].into_iter().flatten();
    months.map(|month| Link::new(month_link(month), words.month(month.first()))).collect()
}

fn plan_of(words: Words, plan: &[PublicReport]) -> Plan {
    let first = plan.first();
    Plan {
        id: first.map(|one| format!("c-{}", one.key.campaign)).unwrap_or_default(),
        title: first.map(|one| one.title.clone()).unwrap_or_default(),
        rows: plan.iter().map(|report| row(words, report)).collect(),
    }
}

fn row(words: Words, report: &PublicReport) -> ReportRow {
    let (unit, month) = (&report.unit, report.key.month);
    let reported = report.reported_on.map(|day| words.date(day));
    let count = |what: &Counted| {
        let Some((counts, _)) = &report.confirmed else { return Link::new("", "") };
        let count = counts.of(*what);
        let href = if count > 0 { rows(*what, &unit.code, month) } else { String::new() };
        Link::new(href, words.number(count))
    };
    ReportRow {
        id: format!("r-{}", report.key),
        unit: Link::new(unit_link(&unit.code), unit_name(words, unit)),
        light: Light::lamp(words, report.lamp),
        due: due_text(words, report.due),
        reported: reported.unwrap_or_default(),
        counts: Counted::PUBLIC.iter().map(count).collect(),
        nil: nil(words, report),
    }
}

/// Whether everything that anybody may know of it is nothing.
pub(super) fn nil(words: Words, report: &PublicReport) -> String {
    let is_nil = report.confirmed.is_some_and(|(counts, _)| counts.is_publicly_nil());
    if is_nil { words.say("report-nil") } else { String::new() }
}
