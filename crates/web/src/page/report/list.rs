//! The list of reports, owed and made, on the screen and as a file.

use super::HOME;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::at::At;
use crate::page::listing::{self, Listed, Page, Row};
use crate::page::matter::forms::any_of;
use crate::page::person::either;
use crate::part::{Choice, FilterField, Light, Link};
use crate::shell::Shell;
use crate::words::Words;
use axum::extract::{Query, State};
use axum::response::Response;
use qz_acts::ActError;
use qz_acts::monthly_report::view::{ReportFilter, ReportLine, ReportSort};
use qz_document::sheet::Cell;
use qz_domain::month::Month;
use qz_domain::monthly_report::Lamp;
use qz_domain::spelled::Spelled;
use qz_domain::term::Due;
use serde::Deserialize;

const ORDERS: [&str; 3] = ["month", "unit", "due"];

/// What a visitor asks of the list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    year: String,
    month: String,
    lamp: String,
    sort: String,
    page: String,
    /// The year that is looked at, and the first and last there is: found before the list is drawn.
    #[serde(skip)]
    years: (i16, (i16, i16)),
}

impl Asked {
    /// The months that are looked at: one, or those of a year.
    async fn months(&self, state: &WebState) -> Result<(Month, Month), ActError> {
        if let Ok(month) = self.month.trim().parse::<Month>() {
            return Ok((month, month));
        }
        let year = self.year.trim().parse().ok();
        match year.and_then(|year| Month::new(year, 1).zip(Month::new(year, 12))) {
            Some(months) => Ok(months),
            None => state.acts.usual_months().await,
        }
    }

    /// Finds the years to choose from.
    async fn find_years(&mut self, state: &WebState) -> Result<(), ActError> {
        let year = self.months(state).await?.0.year();
        let years = state.acts.report_years().await?;
        let years = years.map_or((year, year), |(first, last)| (first.min(year), last.max(year)));
        self.years = (year, years);
        Ok(())
    }

    async fn filter(&self, state: &WebState) -> Result<ReportFilter, ActError> {
        let (lamp, words) = (Lamp::from_code(&self.lamp), self.q.trim().to_owned());
        Ok(ReportFilter { months: self.months(state).await?, lamp, words })
    }

    fn order(&self) -> ReportSort {
        match self.sort.as_str() {
            "unit" => ReportSort::Unit,
            "due" => ReportSort::Due,
            _ => ReportSort::Month,
        }
    }
}

impl Listed for Asked {
    type Line = ReportLine;

    const FAMILY: &'static str = "report";
    const HOME: &'static str = HOME;
    const STEM: &'static str = "reports";
    const COLUMNS: &'static [&'static str] = &["month", "campaign", "due", "reported-on", "nil"];

    fn page(&self) -> &str {
        &self.page
    }

    fn is_filtered(&self) -> bool {
        let Self { q, year, month, lamp, .. } = self;
        [q, year, month, lamp].iter().any(|field| !field.trim().is_empty())
    }

    fn fields(&self, at: &At) -> Vec<FilterField> {
        let words = at.shell.words;
        let (year, years) = self.years;
        let column = |name: &str| words.say(&format!("report-column-{name}"));
        let chosen = year.to_string();
        let year = |year: i16| Choice::new(year.to_string(), year.to_string(), &chosen);
        let years = (years.0..=years.1).rev().map(year).collect();
        let year = chosen.parse().unwrap_or_default();
        let month = |month: Month| {
            Choice::new(month.to_string(), words.month(month.first()), self.month.trim())
        };
        let all = Choice::new("", words.say("matter-all"), self.month.trim());
        let months = std::iter::once(all).chain(Month::all_of(year).map(month)).collect();
        let lamps = any_of::<Lamp>(words, &self.lamp);
        vec![
            FilterField::Word { name: "q", label: column("name"), value: self.q.clone() },
            FilterField::Choice { name: "year", label: column("year"), choices: years },
            FilterField::Choice { name: "month", label: column("month"), choices: months },
            FilterField::Choice { name: "lamp", label: column("stage"), choices: lamps },
            listing::orders(words, "report", &ORDERS, &self.sort),
        ]
    }

    async fn lines(&self, at: &At, page: Page) -> Result<(Vec<ReportLine>, i64), ActError> {
        let filter = self.filter(&at.state).await?;
        let found = at.state.acts.monthly_reports(at.account(), &filter, self.order()).await?;
        Ok(listing::cut(found, page))
    }

    fn row(&self, at: &At, line: &ReportLine) -> Row {
        let words = at.shell.words;
        let unit = &line.unit;
        let reported = line.report.as_ref().map(|report| words.date(report.first_on));
        let mut cells = texts(words, line).to_vec();
        cells.extend([due_text(words, line.due), reported.unwrap_or_default(), nil(words, line)]);
        Row {
            name: Link::new(
                format!("{HOME}/{}", line.key),
                either(words, &unit.name, &unit.name_en),
            ),
            light: Light::lamp(words, line.lamp),
            cells,
        }
    }

    fn cells(&self, at: &At, line: &ReportLine) -> Vec<Cell> {
        let words = at.shell.words;
        let unit = &line.unit;
        let reported = line.report.as_ref();
        let mut cells = vec![
            Cell::Text(either(words, &unit.name, &unit.name_en)),
            Cell::Text(words.term(line.lamp)),
        ];
        cells.extend(texts(words, line).map(Cell::Text));
        cells.extend([
            match line.due {
                Due::Fixed(day) => Cell::Day(day),
                due @ Due::AwaitingCalendar { .. } => Cell::Text(due_text(words, due)),
            },
            reported.map_or(Cell::Empty, |report| Cell::Day(report.first_on)),
            Cell::Text(nil(words, line)),
        ]);
        cells
    }
}

/// `GET /desk/reports`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(mut asked): Query<Asked>,
) -> Result<Response, WebError> {
    asked.find_years(&state).await.map_err(WebError::internal)?;
    listing::draw(At { state, granted, shell }, &asked).await
}

/// The last day, or from which day on it may be.
pub(in crate::page) fn due_text(words: Words, due: Due) -> String {
    match due {
        Due::Fixed(day) => words.date(day),
        Due::AwaitingCalendar { not_before, .. } => {
            words.say_with("report-due-open", &[("day", words.date(not_before).into())])
        }
    }
}

/// Whether it is a nil report.
fn nil(words: Words, line: &ReportLine) -> String {
    match &line.report {
        Some(report) if report.confirmed.counts.is_nil() => words.say("report-nil"),
        _ => String::new(),
    }
}

fn texts(words: Words, line: &ReportLine) -> [String; 2] {
    [words.month(line.key.month.first()), line.title.clone()]
}
