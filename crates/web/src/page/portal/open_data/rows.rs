//! The rows of each set of open data, in the order of its columns.

use super::{Set, lists, matters};
use crate::app::WebState;
use crate::error::WebError;
use crate::page::portal::period::Period;
use crate::page::portal::visits::AskedVisits;
use crate::page::portal::{data_years, fault};
use crate::shell::Shell;
use jiff::civil::Date;
use qz_acts::visit::public::{Page, PublicFigures, PublicVisit};
use qz_document::sheet::Cell;
use qz_domain::id::UnitId;
use qz_domain::list_entry::Board;
use qz_domain::spelled::Spelled;
use qz_domain::unit::Unit;
use std::collections::{BTreeMap, HashMap};

/// Rows of cells.
pub(super) type Table = Vec<Vec<Cell>>;

/// The columns of the statistics, with the keys of what they mean.
pub(super) const STATISTICS: &[(&str, &str)] = &[
    ("part", "portal-column-part"),
    ("key", "portal-column-key"),
    ("name", "portal-column-name"),
    ("count", "portal-column-count"),
];

/// The columns of the units.
pub(super) const UNITS: &[(&str, &str)] = &[
    ("code", "portal-code"),
    ("name", "portal-name"),
    ("name_en", "portal-name-en"),
    ("kind", "portal-column-kind"),
    ("line", "portal-column-line"),
    ("parent", "portal-above-code"),
    ("since", "portal-since"),
];

/// The columns of the visits.
pub(super) const VISITS: &[(&str, &str)] = &[
    ("number", "portal-number-of"),
    ("day", "portal-day"),
    ("manner", "portal-column-manner"),
    ("unit_code", "portal-unit-code"),
    ("unit", "portal-unit"),
    ("organ_code", "portal-organ-code"),
    ("organ", "portal-organ"),
];

/// Reads the rows of a set.
pub(super) async fn read(
    state: &WebState,
    shell: &Shell,
    set: Set,
    asked: &AskedVisits,
    today: Date,
) -> Result<Table, WebError> {
    match set {
        Set::Statistics => {
            let years = data_years(&state.acts).await?.unwrap_or((today.year(), today.year()));
            let all = Period { from: Period::year(years.0).from, to: Period::year(years.1).to };
            let period = asked.days().read(shell.words, all).map_err(WebError::Invalid)?;
            let days = (period.from, period.to);
            let figures = state.acts.filed_figures(days, None).await.map_err(fault)?;
            let mut table = statistics(&figures);
            let matters = state.acts.matter_figures(days, None).await.map_err(fault)?;
            table.extend(matters::statistics(&matters));
            Ok(table)
        }
        Set::Findings | Set::Decisions | Set::Bulletins => {
            let asked = asked.days();
            let always = Period { from: Period::year(1900).from, to: Period::year(2199).to };
            let period = asked.read(shell.words, always).map_err(WebError::Invalid)?;
            matters::read(state, set, (period.from, period.to)).await
        }
        Set::RedList => lists::read(state, Board::Red, today).await,
        Set::BlackList => lists::read(state, Board::Black, today).await,
        Set::Units => Ok(units(&state.acts.units().await.map_err(fault)?)),
        Set::Visits => {
            let wanted = asked.read(&state.acts, shell.words).await?.map_err(WebError::Invalid)?;
            let found = state.acts.filed_visits(&wanted.filter, wanted.sort, Page::all()).await;
            let (visits, _) = found.map_err(fault)?;
            Ok(visits.iter().map(visit).collect())
        }
    }
}

fn text(text: impl Into<String>) -> Cell {
    Cell::Text(text.into())
}

/// Each part adds up to the same number: the one in the line `total`.
fn statistics(figures: &PublicFigures) -> Table {
    let line = |part: &str, key: &str, name: &str, count: i64| {
        vec![text(part), text(key), text(name), Cell::Number(count)]
    };
    let mut months: BTreeMap<String, i64> = BTreeMap::new();
    for (day, count) in &figures.by_day {
        *months.entry(day.strftime("%Y-%m").to_string()).or_default() += count;
    }
    let mut table = vec![line("total", "", "", figures.visits)];
    table.extend(months.iter().map(|(month, count)| line("month", month, "", *count)));
    let manners = figures.by_manner.iter();
    table.extend(manners.map(|(m, count)| line("manner", m.code(), m.chinese(), *count)));
    for (part, units) in [("organ", &figures.by_organ), ("unit", &figures.by_unit)] {
        table.extend(units.iter().map(|(unit, n)| line(part, &unit.code, &unit.name, *n)));
    }
    table
}

fn units(units: &[Unit]) -> Table {
    let codes: HashMap<UnitId, &str> =
        units.iter().map(|unit| (unit.id, unit.code.as_str())).collect();
    let line = |unit: &Unit| {
        let parent = unit.parent.and_then(|parent| codes.get(&parent));
        vec![
            text(&unit.code),
            text(&unit.name),
            text(&unit.name_en),
            text(unit.kind.code()),
            text(unit.line.code()),
            parent.map_or(Cell::Empty, |parent| text(*parent)),
            Cell::Day(unit.since),
        ]
    };
    units.iter().map(line).collect()
}

fn visit(visit: &PublicVisit) -> Vec<Cell> {
    vec![
        text(visit.number.to_string()),
        Cell::Day(visit.day),
        text(visit.manner.code()),
        text(&visit.unit.code),
        text(&visit.unit.name),
        text(&visit.organ.code),
        text(&visit.organ.name),
    ]
}
