//! The served decisions (责任追究): on units and on persons, by rank. A person's row has rank and month,
//! and nothing that tells who it is: names are for a bulletin alone.

use super::download::asked as asked_format;
use super::records::{self, AskedRecords, Kind, PER_PAGE, Shown, Wanted};
use super::{fault, named, unit_link};
use crate::app::WebState;
use crate::error::WebError;
use crate::shell::Shell;
use crate::words::Words;
use axum::extract::{Query, State};
use axum::response::Response;
use qz_acts::matter::public::{
    AccountabilityFilter, AccountabilitySort, NamedUnit, Page, PublicDecision, PublicSubject,
};
use qz_document::sheet::Cell;

/// Where the list is.
pub(crate) const PATH: &str = "/statistics/decisions";
/// In which orders it is listed.
pub(crate) const SORTS: &[&str] = &["day", "rank"];

const KIND: Kind = Kind {
    path: PATH,
    title: "portal-decisions-title",
    sentence: "portal-decisions-sentence",
    none: "portal-decisions-none",
    scope: "portal-decisions-scope",
    define: "portal-define-decisions",
    columns: &[
        ("portal-served-on", Some("day")),
        ("portal-subject", None),
        ("portal-rank", Some("rank")),
        ("portal-subject-unit", None),
        ("portal-measure", None),
        ("portal-decision-number", None),
    ],
};

/// `GET /statistics/decisions?from=&to=&subject=&rank=&measure=&unit=&each=&sort=&page=&format=`
pub(super) async fn show(
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<AskedRecords>,
) -> Result<Response, WebError> {
    let words = shell.words;
    let format = asked_format(words, asked.format())?;
    let wanted = match asked.read(&state.acts, words, SORTS).await? {
        Ok(wanted) => wanted,
        Err(faults) if format.is_some() => return Err(WebError::Invalid(faults)),
        Err(faults) => return records::mistaken(shell, KIND, &asked, faults),
    };
    let (filter, sort) = (filter(&wanted), sort(wanted.sort));
    let page = match format {
        Some(_) => Page::all(),
        None => Page::number(wanted.page, PER_PAGE),
    };
    let found = state.acts.served_decisions(&filter, sort, page).await;
    let (decisions, total) = found.map_err(fault)?;
    if let Some(format) = format {
        let rows = decisions.iter().map(|decision| cells(words, decision)).collect();
        let scope = wanted.scope(words);
        return records::file(&shell, (KIND, "decisions"), (&scope, format), (HEADER, rows));
    }
    let rows = decisions.iter().map(|decision| row(words, decision)).collect();
    records::found(shell, KIND, (&asked, &wanted), (rows, total))
}

/// What of the decisions is looked for.
pub(crate) fn filter(wanted: &Wanted) -> AccountabilityFilter {
    AccountabilityFilter {
        served: wanted.days(),
        subject: wanted.subject,
        rank: wanted.rank,
        footing: wanted.footing,
        measure: wanted.measure.clone(),
        unit: wanted.unit.as_ref().map(|unit| unit.id),
        is_first_of_unit: wanted.is_each_once,
        ..AccountabilityFilter::default()
    }
}

/// The order of a name.
pub(crate) fn sort(name: &str) -> AccountabilitySort {
    match name {
        "rank" => AccountabilitySort::RankAlone,
        _ => AccountabilitySort::Month,
    }
}

fn subject(words: Words, decision: &PublicDecision) -> String {
    words.say(match decision.subject {
        PublicSubject::Person(..) => "portal-subject-person",
        PublicSubject::Unit { .. } => "portal-subject-unit",
    })
}

fn rank(words: Words, decision: &PublicDecision) -> String {
    match decision.subject {
        PublicSubject::Person(rank, _) => words.term(rank),
        PublicSubject::Unit { .. } => String::new(),
    }
}

/// The measure by the law of the month's last day it may have been.
fn measure(words: Words, decision: &PublicDecision) -> String {
    match format!("{}-01", decision.month).parse::<jiff::civil::Date>() {
        Ok(first) => words.measure(&decision.measure, first.last_of_month()),
        Err(_) => decision.measure.clone(),
    }
}

/// When it was served: the day of a unit's, the month of a person's.
fn when(decision: &PublicDecision) -> String {
    match &decision.subject {
        PublicSubject::Unit { served_on, .. } => served_on.clone(),
        PublicSubject::Person(..) => decision.month.clone(),
    }
}

/// The unit and the number of the decision; a person's has neither.
fn unit(decision: &PublicDecision) -> Option<(&NamedUnit, String)> {
    match &decision.subject {
        PublicSubject::Unit { unit, number, .. } => {
            Some((unit, number.map(|number| number.to_string()).unwrap_or_default()))
        }
        PublicSubject::Person(..) => None,
    }
}

fn row(words: Words, decision: &PublicDecision) -> Vec<Shown> {
    let organ = named(words, &decision.organ);
    let (unit, number) = match unit(decision) {
        Some((unit, number)) => {
            (Shown::link(unit_link(&unit.code), named(words, unit)), format!("{organ}{number}"))
        }
        None => (Shown::text(words.say("portal-not-shown")), organ),
    };
    vec![
        Shown::text(when(decision)),
        Shown::text(subject(words, decision)),
        Shown::text(rank(words, decision)),
        unit,
        Shown::text(measure(words, decision)),
        Shown::text(number),
    ]
}

const HEADER: &[&str] = &[
    "portal-served-on",
    "portal-subject",
    "portal-rank",
    "portal-unit-code",
    "portal-subject-unit",
    "portal-measure",
    "portal-decision-number",
];

fn cells(words: Words, decision: &PublicDecision) -> Vec<Cell> {
    let text = |text: String| Cell::Text(text);
    let organ = named(words, &decision.organ);
    let (code, unit, number) = match unit(decision) {
        Some((unit, number)) => (unit.code.clone(), named(words, unit), format!("{organ}{number}")),
        None => (String::new(), String::new(), organ),
    };
    vec![
        text(when(decision)),
        text(subject(words, decision)),
        text(rank(words, decision)),
        text(code),
        text(unit),
        text(measure(words, decision)),
        text(number),
    ]
}
