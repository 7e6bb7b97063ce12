//! Twelve months (十二个月): visits, findings borne out and decisions of a year, month by month, every
//! count with the way to its rows.

use super::buckets::Buckets;
use super::counts::rows;
use super::period::Period;
use super::{decisions, findings};
use crate::query;
use crate::words::Words;
use askama::Template;
use jiff::civil::Date;
use qz_acts::matter::public::MatterFigures;
use qz_acts::visit::public::PublicFigures;

/// A count and its rows.
struct Cell {
    text: String,
    href: Option<String>,
}

/// What is counted, month by month, and in all.
struct Row {
    name: String,
    cells: Vec<Cell>,
    total: Cell,
}

/// The table.
#[derive(Template)]
#[template(path = "portal/trend.html")]
pub(super) struct Trend {
    caption: String,
    months: Vec<String>,
    all: String,
    rows: Vec<Row>,
}

impl askama::filters::HtmlSafe for Trend {}

impl Trend {
    /// The months of a period.
    pub fn new(
        words: Words,
        period: Period,
        (figures, matters): (&PublicFigures, &MatterFigures),
    ) -> Self {
        let persons =
            |period: Period| query::with(&period.link(decisions::PATH), "subject", "persons");
        let row = |key: &str, days: &[(Date, i64)], rows: &dyn Fn(Period) -> String| {
            let buckets = Buckets::new(words, period, days);
            let cells = buckets.buckets.iter();
            let cells = cells.map(|one| cell(words, one.count, || rows(one.period)));
            let total = buckets.buckets.iter().map(|one| one.count).sum();
            Row {
                name: words.say(key),
                cells: cells.collect(),
                total: cell(words, total, || rows(period)),
            }
        };
        let months = Buckets::new(words, period, &[]).buckets;
        Self {
            caption: words.say("portal-trend"),
            months: months.into_iter().map(|month| month.short).collect(),
            all: words.say("portal-total"),
            rows: vec![
                row("portal-figure-visits", &figures.by_day, &rows),
                row("portal-figure-findings", &matters.findings, &|period| {
                    period.link(findings::PATH)
                }),
                row("portal-figure-persons", &matters.persons, &persons),
            ],
        }
    }
}

fn cell(words: Words, count: i64, rows: impl Fn() -> String) -> Cell {
    Cell { text: words.number(count), href: (count > 0).then(rows) }
}
