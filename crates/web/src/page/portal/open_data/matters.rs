//! The rows of matters: findings, decisions, bulletins. A name stands in a bulletin's rows alone, and
//! only while it may be shown.

use super::Set;
use super::rows::Table;
use crate::app::WebState;
use crate::error::WebError;
use crate::page::portal::{fault, today};
use jiff::civil::Date;
use qz_acts::bulletin::public::{BulletinFilter, BulletinSort, PublicBulletin, PublicItem, Reader};
use qz_acts::matter::public::{
    AccountabilityFilter, AccountabilitySort, FindingFilter, FindingSort, MatterFigures, Page,
    PublicDecision, PublicFinding, PublicSubject,
};
use qz_document::sheet::Cell;
use qz_domain::spelled::Spelled;

/// The columns of the findings, with the keys of what they mean.
pub(super) const FINDINGS: &[(&str, &str)] = &[
    ("number", "portal-finding-number"),
    ("adjudicated_on", "portal-adjudicated-on"),
    ("stage", "portal-finding-stage"),
    ("unit_code", "portal-unit-code"),
    ("unit", "portal-subject-unit"),
    ("visit", "portal-finding-visit"),
    ("organ_code", "portal-organ-code"),
    ("organ", "portal-finding-organ"),
];

/// The columns of the decisions.
pub(super) const DECISIONS: &[(&str, &str)] = &[
    ("number", "portal-decision-number"),
    ("month", "portal-served-in"),
    ("served_on", "portal-served-on"),
    ("subject", "portal-subject"),
    ("rank", "portal-rank"),
    ("footing", "portal-footing"),
    ("unit_code", "portal-unit-code"),
    ("unit", "portal-subject-unit"),
    ("measure", "portal-measure"),
    ("finding", "portal-finding-number"),
];

/// The columns of the bulletins.
pub(super) const BULLETINS: &[(&str, &str)] = &[
    ("number", "portal-bulletin-number"),
    ("published_on", "portal-published-on"),
    ("kind", "portal-bulletin-kind"),
    ("title", "portal-bulletin-title"),
    ("names_until", "portal-names-last"),
    ("unit_code", "portal-unit-code"),
    ("unit", "portal-subject-unit"),
    ("rank", "portal-rank"),
    ("name", "portal-bulletin-names"),
    ("measure", "portal-measure"),
    ("review", "portal-review-state"),
];

/// Reads the rows of a set, of these days.
pub(super) async fn read(
    state: &WebState,
    set: Set,
    days: (Date, Date),
) -> Result<Table, WebError> {
    let acts = &state.acts;
    match set {
        Set::Findings => {
            let filter = FindingFilter { adjudicated: Some(days), ..FindingFilter::default() };
            let found = acts.upheld_findings(&filter, FindingSort::Number, Page::all()).await;
            Ok(found.map_err(fault)?.0.iter().map(finding).collect())
        }
        Set::Decisions => {
            let filter =
                AccountabilityFilter { served: Some(days), ..AccountabilityFilter::default() };
            let sort = AccountabilitySort::Month;
            let found = acts.served_decisions(&filter, sort, Page::all()).await;
            Ok(found.map_err(fault)?.0.iter().map(decision).collect())
        }
        _ => bulletins(state, days).await,
    }
}

/// The totals and parts of matters, as lines of the statistics.
pub(super) fn statistics(figures: &MatterFigures) -> Table {
    let line = |part: &str, key: &str, name: &str, count: i64| {
        vec![text(part), text(key), text(name), Cell::Number(count)]
    };
    let mut table = vec![
        line("findings_upheld", "", "", figures.findings_upheld()),
        line("units_held", "", "", figures.units_held()),
        line("decisions_on_persons", "", "", figures.decisions_on_persons()),
        line("bulletins", "", "", figures.bulletins),
        line("bulletins_self_requested", "", "", figures.self_requested),
        line("excused", "", "", figures.excused),
        line("meetings_held", "", "", figures.meetings),
        line("reviews_begun", "", "", figures.reviews.begun),
    ];
    let reviews = figures.reviews.served.iter();
    table.extend(reviews.map(|(o, n)| line("reviews_by_outcome", o.code(), o.chinese(), *n)));
    let (ranks, kinds) = (figures.ranks.iter(), figures.kinds.iter());
    table.extend(ranks.map(|(r, n)| line("decisions_by_rank", r.code(), r.chinese(), *n)));
    table.extend(kinds.map(|(k, n)| line("decisions_by_footing", k.code(), k.chinese(), *n)));
    let measures = figures.measures.iter();
    table.extend(measures.map(|(code, n)| line("decisions_by_measure", code, "", *n)));
    table
}

fn text(text: impl Into<String>) -> Cell {
    Cell::Text(text.into())
}

fn day(given: &str) -> Cell {
    given.parse().map_or(Cell::Empty, Cell::Day)
}

fn finding(finding: &PublicFinding) -> Vec<Cell> {
    vec![
        text(finding.number.to_string()),
        day(&finding.adjudicated_on),
        text(finding.stage.code()),
        text(&finding.unit.code),
        text(&finding.unit.name),
        text(finding.visit.map_or_else(String::new, |visit| visit.to_string())),
        text(&finding.organ.code),
        text(&finding.organ.name),
    ]
}

fn decision(decision: &PublicDecision) -> Vec<Cell> {
    let (number, served_on, unit, finding) = match &decision.subject {
        PublicSubject::Unit { unit, number, finding, served_on } => {
            let number = number.map(|number| format!("{}{number}", decision.organ.name));
            (number, day(served_on), Some(unit), Some(finding.to_string()))
        }
        PublicSubject::Person(..) => (None, Cell::Empty, None, None),
    };
    let person = match decision.subject {
        PublicSubject::Person(rank, kind) => Some((rank.code(), kind.code())),
        PublicSubject::Unit { .. } => None,
    };
    let maybe = |found: Option<String>| found.map_or(Cell::Empty, text);
    let (rank, footing) = person.unzip();
    vec![
        maybe(number),
        text(&decision.month),
        served_on,
        text(if person.is_some() { "person" } else { "unit" }),
        rank.map_or(Cell::Empty, text),
        footing.map_or(Cell::Empty, text),
        maybe(unit.map(|unit| unit.code.clone())),
        maybe(unit.map(|unit| unit.name.clone())),
        text(&decision.measure),
        maybe(finding),
    ]
}

async fn bulletins(state: &WebState, days: (Date, Date)) -> Result<Table, WebError> {
    let filter = BulletinFilter { published: Some(days), ..BulletinFilter::default() };
    let found = state.acts.published(&filter, BulletinSort::Earliest, Page::all()).await;
    let today = today(&state.acts);
    let mut table = vec![];
    for line in found.map_err(fault)?.0 {
        let read = state.acts.public_bulletin(line.id, (Reader::Anybody, today)).await;
        let bulletin = read.map_err(fault)?;
        match &bulletin.requester {
            Some((name, rank)) => table.push(own(&bulletin, name.as_deref(), rank.code())),
            None => table.extend(bulletin.items.iter().map(|item| told(&bulletin, item))),
        }
    }
    Ok(table)
}

/// What stands in every row of a bulletin.
fn head(bulletin: &PublicBulletin) -> Vec<Cell> {
    vec![
        text(format!("{}{}", bulletin.organ.name, bulletin.number)),
        Cell::Day(bulletin.published_on),
        text(bulletin.kind.code()),
        text(&bulletin.title),
        Cell::Day(bulletin.expires.earliest()),
    ]
}

fn own(bulletin: &PublicBulletin, name: Option<&str>, rank: &str) -> Vec<Cell> {
    let mut cells = head(bulletin);
    cells.extend([text(&bulletin.organ.code), text(&bulletin.organ.name), text(rank)]);
    cells.extend([name.map_or(Cell::Empty, text), Cell::Empty, text("")]);
    cells
}

/// How the decision stands: under review, or what a review made of it.
fn review_state(item: &PublicItem) -> &'static str {
    match &item.mark {
        _ if item.is_under_review => "under_review",
        Some(mark) => mark.outcome.code(),
        None => "",
    }
}

fn told(bulletin: &PublicBulletin, item: &PublicItem) -> Vec<Cell> {
    let mut cells = head(bulletin);
    cells.extend([text(&item.unit.code), text(&item.unit.name)]);
    cells.push(item.rank.map_or(Cell::Empty, |rank| text(rank.code())));
    cells.push(item.name.as_deref().map_or(Cell::Empty, text));
    cells.push(text(&item.measure));
    cells.push(text(review_state(item)));
    cells
}
