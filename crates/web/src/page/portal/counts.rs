//! A table of counts: what was counted, how often, and the way to exactly those rows.

use super::buckets::Buckets;
use super::period::Period;
use super::{unit_link, unit_name};
use crate::query;
use crate::words::Words;
use askama::Template;
use qz_acts::matter::public::MatterFigures;
use qz_acts::visit::public::PublicFigures;
use qz_domain::spelled::Spelled;
use qz_domain::unit::Unit;

/// The list of visits, where every count opens to its rows.
const ROWS: &str = "/statistics/visits";

/// One line of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// What was counted.
    pub name: String,
    /// Where to read about it.
    pub href: Option<String>,
    /// How many.
    pub count: i64,
    /// The address of the rows.
    pub rows: String,
}

/// The rest of a table that shows the first lines alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rest {
    /// What it says: how many lines are left out.
    pub name: String,
    /// Where the whole table is.
    pub href: String,
    /// How many visits they hold.
    pub count: i64,
}

/// The table.
#[derive(Debug, Clone, Template)]
#[template(path = "portal/counts.html")]
pub(super) struct Counts {
    words: Words,
    caption: String,
    what: String,
    /// What is counted.
    counted: String,
    dense: bool,
    lines: Vec<Line>,
    rest: Option<Rest>,
    total: Line,
}

impl askama::filters::HtmlSafe for Counts {}

/// One part of the decisions on persons: name, code, count.
type Part<'a> = (String, &'a str, i64);

/// The address of the visits of a period.
pub(super) fn rows(period: Period) -> String {
    period.link(ROWS)
}

impl Counts {
    /// A table whose first column is headed `what`.
    pub fn new(words: Words, caption: String, what: String, lines: Vec<Line>, of: Period) -> Self {
        let count = lines.iter().map(|line| line.count).sum();
        let total = Line { name: words.say("portal-total"), href: None, count, rows: rows(of) };
        let counted = words.say("portal-visits");
        Self { words, caption, what, counted, dense: false, lines, rest: None, total }
    }

    /// The same numbers as a chart.
    pub fn of_time(words: Words, caption: String, buckets: &Buckets, of: Period) -> Self {
        let line = |bucket: &super::buckets::Bucket| Line {
            name: bucket.name.clone(),
            href: None,
            count: bucket.count,
            rows: rows(bucket.period),
        };
        let lines = buckets.buckets.iter().map(line).collect();
        let table = Self::new(words, caption, words.say(buckets.by()), lines, of);
        Self { dense: true, ..table }
    }

    /// By the manner of the visits.
    pub fn of_manners(words: Words, figures: &PublicFigures, of: Period) -> Self {
        let line = |(manner, count): &(qz_domain::visit::Manner, i64)| Line {
            name: words.term(*manner),
            href: None,
            count: *count,
            rows: query::with(&rows(of), "manner", manner.code()),
        };
        let lines = figures.by_manner.iter().map(line).collect();
        Self::new(words, words.say("portal-by-manner"), words.say("portal-manner"), lines, of)
    }

    /// By unit; `name` is the parameter that stands for the unit in the list of visits.
    pub fn of_units(
        words: Words,
        what: String,
        units: &[(Unit, i64)],
        name: &str,
        of: Period,
    ) -> Self {
        let line = |(unit, count): &(Unit, i64)| Line {
            name: unit_name(words, unit),
            href: Some(unit_link(&unit.code)),
            count: *count,
            rows: query::with(&rows(of), name, &unit.code),
        };
        let lines = units.iter().map(line).collect();
        Self::new(words, what.clone(), what, lines, of)
    }

    /// The decisions on persons by rank, highest first.
    pub fn of_ranks(words: Words, matters: &MatterFigures, of: Period) -> Self {
        let counts = matters.ranks.iter();
        let named = counts.map(|(rank, count)| (words.term(*rank), rank.code(), *count));
        Self::of_persons(words, ("portal-by-rank", "portal-rank"), ("rank", named.collect()), of)
    }

    /// The decisions on persons by footing.
    pub fn of_kinds(words: Words, matters: &MatterFigures, of: Period) -> Self {
        let counts = matters.kinds.iter();
        let named = counts.map(|(kind, count)| (words.term(*kind), kind.code(), *count));
        let heads = ("portal-by-footing", "portal-footing");
        Self::of_persons(words, heads, ("footing", named.collect()), of)
    }

    /// The decisions on persons by measure.
    pub fn of_measures(words: Words, matters: &MatterFigures, of: Period) -> Self {
        let name = |code: &str| words.measure(code, of.to);
        let counts = matters.measures.iter();
        let named = counts.map(|(code, count)| (name(code), code.as_str(), *count));
        let heads = ("portal-by-measure", "portal-measure");
        Self::of_persons(words, heads, ("measure", named.collect()), of)
    }

    fn of_persons(
        words: Words,
        (caption, what): (&str, &str),
        (name, counts): (&str, Vec<Part<'_>>),
        of: Period,
    ) -> Self {
        let [_, rows] = super::statistics::held_links(of);
        let line = |(named, value, count): Part<'_>| Line {
            name: named,
            href: None,
            count,
            rows: query::with(&rows, name, value),
        };
        let lines = counts.into_iter().map(line).collect();
        let mut table = Self::new(words, words.say(caption), words.say(what), lines, of);
        table.counted = words.say("portal-persons-count");
        table.total.rows.clone_from(&rows);
        table
    }

    /// Narrows every line, and the total, to one unit or manner.
    #[must_use]
    pub fn at(mut self, name: &str, value: &str) -> Self {
        for line in self.lines.iter_mut().chain(std::iter::once(&mut self.total)) {
            line.rows = query::with(&line.rows, name, value);
        }
        self
    }

    /// Shows the first `most` lines; the rest is one line that leads to the whole table. The total
    /// stays that of all.
    #[must_use]
    pub fn first(mut self, most: usize, whole: String) -> Self {
        if self.lines.len() <= most {
            return self;
        }
        let rest = self.lines.split_off(most);
        let count = rest.iter().map(|line| line.count).sum();
        let name = self.words.say_with("portal-rest", &[("count", rest.len().into())]);
        self.rest = Some(Rest { name, href: whole, count });
        self
    }
}
