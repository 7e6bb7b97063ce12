//! The units of the county (单位名录): found by name, code, kind or line; each above those below it.

use super::download::{asked as asked_format, links};
use super::furniture::{Furniture, home_link};
use super::period::Period;
use super::{data_years, fault, is_county, today, unit_link, unit_name, usual};
use crate::app::WebState;
use crate::error::WebError;
use crate::page::download;
use crate::part::{Choice, ExportLinks, Filter, FilterField, Link, Pager};
use crate::query;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{Html, IntoResponse, Response};
use qz_document::sheet::{Cell, Sheet};
use qz_domain::id::UnitId;
use qz_domain::spelled::Spelled;
use qz_domain::unit::{Line, Unit, UnitKind};
use serde::Deserialize;
use std::collections::HashMap;

const PATH: &str = "/units";
/// How many rows a page shows.
const PER_PAGE: usize = 100;

/// What is looked for. A kind or line that does not exist finds nothing and says so.
#[derive(Debug, Default, Clone, Deserialize)]
pub(super) struct Asked {
    q: Option<String>,
    kind: Option<String>,
    line: Option<String>,
    page: Option<String>,
    format: Option<String>,
}

/// A unit with its place in the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Placed {
    unit: Unit,
    /// How many units are above it.
    depth: usize,
    /// The one above it.
    above: Option<Unit>,
}

/// A unit as a row.
struct Row {
    name: Link,
    /// Drawn with a branch: it belongs to a unit that is not the county itself.
    below: Option<String>,
    code: String,
    kind: String,
    line: String,
    visits: i64,
    rows: String,
}

#[derive(Template)]
#[template(path = "portal/units.html")]
struct UnitsPage {
    shell: Shell,
    furniture: Furniture,
    title: String,
    sentence: String,
    /// Of which days the visits are counted.
    counted: String,
    form: Filter,
    rows: Vec<Row>,
    pager: Pager,
    export: ExportLinks,
}

/// `GET /units?q=&kind=&line=&page=&format=`
pub(super) async fn show(
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let words = shell.words;
    let format = asked_format(words, asked.format.as_deref())?;
    let units = state.acts.units().await.map_err(fault)?;
    let placed = tree(&units).into_iter().filter(|placed| !is_county(&placed.unit, &units));
    let found = asked.find(placed.collect());
    if let Some(format) = format {
        return download::sheet(&sheet(&shell, &found), "units", format);
    }
    let today = today(&state.acts);
    let period = usual(data_years(&state.acts).await?, today);
    let figures = state.acts.filed_figures((period.from, period.to), None).await.map_err(fault)?;
    let counts = figures.by_unit.into_iter().map(|(unit, count)| (unit.id, count)).collect();
    let number = asked.page.as_deref().and_then(|page| page.trim().parse().ok());
    let number: usize = number.unwrap_or(1).clamp(1, found.len().div_ceil(PER_PAGE).max(1));
    let shown = found.iter().skip((number - 1) * PER_PAGE).take(PER_PAGE);
    let scope = period.words(words, today);
    let page = UnitsPage {
        sentence: sentence(words, found.len(), asked.is_active()),
        counted: words.say_with("portal-units-visits", &[("scope", scope.into())]),
        form: asked.form(words),
        rows: shown.map(|placed| row(words, placed, period, &counts)).collect(),
        pager: pager(&shell, number, found.len()),
        export: links(words, &shell.here, found.len()),
        title: shell.say("portal-units-title"),
        furniture: furniture(&shell),
        shell,
    };
    Ok(Html(page.render()?).into_response())
}

fn furniture(shell: &Shell) -> Furniture {
    Furniture::below(shell, vec![home_link(shell)], &shell.say("nav-units"))
        .about(shell.say("portal-units-about"))
}

fn pager(shell: &Shell, number: usize, found: usize) -> Pager {
    let count = |units: usize| u64::try_from(units).unwrap_or(u64::MAX);
    Pager::new(shell.words, &shell.here, count(number), count(PER_PAGE), count(found))
}

fn sentence(words: Words, found: usize, active: bool) -> String {
    let key = match (found, active) {
        (0, true) => "portal-units-not-found",
        (0, false) => "portal-units-empty",
        (_, true) => "portal-units-found",
        (_, false) => "portal-units-all",
    };
    words.say_with(key, &[("count", found.into())])
}

impl Asked {
    fn word(&self) -> String {
        self.q.as_deref().map(str::trim).unwrap_or_default().to_lowercase()
    }

    fn find(&self, units: Vec<Placed>) -> Vec<Placed> {
        let word = self.word();
        let has_word = |unit: &Unit| {
            let texts = [&unit.name, &unit.name_en, &unit.code];
            texts.into_iter().any(|text| text.to_lowercase().contains(&word))
        };
        let chosen = |wanted: Option<&String>, code: &str| {
            wanted.is_none_or(|wanted| wanted.is_empty() || wanted == code)
        };
        units
            .into_iter()
            .filter(|Placed { unit, .. }| {
                has_word(unit)
                    && chosen(self.kind.as_ref(), unit.kind.code())
                    && chosen(self.line.as_ref(), unit.line.code())
            })
            .collect()
    }

    fn is_active(&self) -> bool {
        [&self.q, &self.kind, &self.line].into_iter().flatten().any(|text| !text.trim().is_empty())
    }

    fn form(&self, words: Words) -> Filter {
        let all = || Choice::new("", words.say("portal-all"), "-");
        let kind = self.kind.as_deref().and_then(UnitKind::from_code);
        let line = self.line.as_deref().and_then(Line::from_code);
        let mut kinds = vec![all()];
        kinds.extend(words.choices(kind));
        let mut lines = vec![all()];
        lines.extend(words.choices(line));
        let value = self.q.clone().unwrap_or_default();
        let choice =
            |name, key: &str, choices| FilterField::Choice { name, label: words.say(key), choices };
        let fields = vec![
            FilterField::Word { name: "q", label: words.say("portal-unit-or-code"), value },
            choice("kind", "portal-kind", kinds),
            choice("line", "portal-line", lines),
        ];
        Filter::new(words, PATH, fields, self.is_active())
    }
}

/// The units so that each stands right after the one above it, in the order of their codes.
fn tree(units: &[Unit]) -> Vec<Placed> {
    let mut below: HashMap<Option<UnitId>, Vec<&Unit>> = HashMap::new();
    for unit in units {
        below.entry(unit.parent).or_default().push(unit);
    }
    let mut placed = Vec::with_capacity(units.len());
    let mut open: Vec<(&Unit, usize, Option<&Unit>)> = Vec::new();
    let children = |parent: Option<UnitId>| below.get(&parent).into_iter().flatten().rev().copied();
    open.extend(children(None).map(|unit| (unit, 0, None)));
    while let Some((unit, depth, above)) = open.pop() {
        placed.push(Placed { unit: unit.clone(), depth, above: above.cloned() });
        open.extend(children(Some(unit.id)).map(|child| (child, depth + 1, Some(unit))));
    }
    placed
}

fn row(words: Words, placed: &Placed, period: Period, counts: &HashMap<UnitId, i64>) -> Row {
    let Placed { unit, depth, above } = placed;
    let rows = query::with(&super::counts::rows(period), "unit", &unit.code);
    let above = above.as_ref().filter(|_| *depth > 1);
    Row {
        name: Link::new(unit_link(&unit.code), unit_name(words, unit)),
        below: above.map(|above| {
            words.say_with("portal-below", &[("unit", unit_name(words, above).into())])
        }),
        code: unit.code.clone(),
        kind: words.term(unit.kind),
        line: words.term(unit.line),
        visits: counts.get(&unit.id).copied().unwrap_or_default(),
        rows,
    }
}

fn sheet(shell: &Shell, found: &[Placed]) -> Sheet {
    let words = shell.words;
    let line = |Placed { unit, above, .. }: &Placed| {
        let above = above.as_ref().map_or(Cell::Empty, |above| Cell::Text(above.code.clone()));
        vec![
            Cell::Text(unit.code.clone()),
            Cell::Text(unit.name.clone()),
            Cell::Text(unit.name_en.clone()),
            Cell::Text(words.term(unit.kind)),
            above,
            Cell::Text(words.term(unit.line)),
            Cell::Day(unit.since),
        ]
    };
    let header = [
        "portal-code",
        "portal-name",
        "portal-name-en",
        "portal-kind",
        "portal-above-code",
        "portal-line",
        "portal-since",
    ];
    Sheet {
        title: words.say("portal-units-title"),
        header: header.map(|key| words.say(key)).into(),
        rows: found.iter().map(line).collect(),
        notes: vec![shell.site_name(), sentence(words, found.len(), false)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn unit(id: i64, code: &str, parent: Option<i64>) -> Unit {
        Unit {
            id: UnitId(id),
            code: code.to_owned(),
            name: format!("{code}局"),
            name_en: String::new(),
            kind: UnitKind::GovernmentOrgan,
            parent: parent.map(UnitId),
            line: Line::General,
            since: date(2015, 1, 1),
        }
    }

    #[test]
    fn each_unit_stands_after_the_one_above_it() {
        let units = [
            unit(1, "SH", None),
            unit(2, "SH1", Some(1)),
            unit(4, "SH2", Some(1)),
            unit(3, "SH9", Some(2)),
            unit(5, "TX", None),
        ];
        let order: Vec<(String, usize)> =
            tree(&units).into_iter().map(|placed| (placed.unit.code, placed.depth)).collect();
        let expected = [("SH", 0), ("SH1", 1), ("SH9", 2), ("SH2", 1), ("TX", 0)];
        assert_eq!(order, expected.map(|(code, depth)| (code.to_owned(), depth)));
    }

    #[test]
    fn a_unit_is_found_by_name_and_code_and_kind() {
        let units = || tree(&[unit(1, "SH", None), unit(2, "SH1", Some(1))]);
        let find = |q: &str, kind: &str| {
            let asked =
                Asked { q: Some(q.to_owned()), kind: Some(kind.to_owned()), ..Asked::default() };
            asked.find(units()).len()
        };
        assert_eq!([find("sh1", ""), find("局", ""), find("县", "")], [1, 2, 0]);
        assert_eq!([find("", "government_organ"), find("", "town")], [2, 0]);
    }
}
