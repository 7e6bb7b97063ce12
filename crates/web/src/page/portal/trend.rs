//! Twelve months (十二个月): visits, findings borne out and decisions of a year, month by month, every
//! count with the way to its rows.

use super::buckets::{Bucket, Buckets};
use super::counts::rows;
use super::period::Period;
use super::{decisions, findings};
use crate::part::Link;
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
        let of = (words, period);
        let rows = vec![
            row(of, ("portal-figure-visits", &figures.by_day), &rows),
            row(of, ("portal-figure-findings", &matters.findings), &|period| {
                period.link(findings::PATH)
            }),
            row(of, ("portal-figure-persons", &matters.persons), &persons),
        ];
        Self::of_rows(of, words.say("portal-trend"), rows)
    }

    /// The months of a period at one unit, with the bulletin that stands in one of them. Nothing is
    /// counted there of persons: a unit and a month would tell who it is.
    pub fn of_unit(
        (words, period): (Words, Period),
        (code, caption): (&str, String),
        (figures, matters): (&PublicFigures, &MatterFigures),
        (day, bulletin): (Date, Link),
    ) -> Self {
        let at = |address: String| query::with(&address, "unit", code);
        let of = (words, period);
        let found = |period: Period| at(period.link(findings::PATH));
        let told = |one: &Bucket| {
            let is_here = one.period.from <= day && day <= one.period.to;
            let text = if is_here { bulletin.label.clone() } else { String::new() };
            Cell { text, href: is_here.then(|| bulletin.href.clone()) }
        };
        let months = Buckets::new(words, period, &[]).buckets;
        let bulletins = Row {
            name: words.say("portal-before-bulletin"),
            cells: months.iter().map(told).collect(),
            total: Cell { text: String::new(), href: None },
        };
        let rows = vec![
            row(of, ("portal-figure-visits", &figures.by_day), &|period| at(rows(period))),
            row(of, ("portal-figure-findings", &matters.findings), &found),
            bulletins,
        ];
        Self::of_rows(of, caption, rows)
    }

    fn of_rows((words, period): (Words, Period), caption: String, rows: Vec<Row>) -> Self {
        let months = Buckets::new(words, period, &[]).buckets;
        Self {
            caption,
            months: months.into_iter().map(|month| month.short).collect(),
            all: words.say("portal-total"),
            rows,
        }
    }
}

fn row(
    (words, period): (Words, Period),
    (key, days): (&str, &[(Date, i64)]),
    rows: &dyn Fn(Period) -> String,
) -> Row {
    let buckets = Buckets::new(words, period, days).buckets;
    let cells = buckets.iter().map(|one| cell(words, one.count, || rows(one.period)));
    let total = buckets.iter().map(|one| one.count).sum();
    Row { name: words.say(key), cells: cells.collect(), total: cell(words, total, || rows(period)) }
}

fn cell(words: Words, count: i64, rows: impl Fn() -> String) -> Cell {
    Cell { text: words.number(count), href: (count > 0).then(rows) }
}
