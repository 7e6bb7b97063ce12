//! The findings borne out (查处问题): number, day, unit, the visit each comes from. Neither facts nor
//! names.

use super::download::asked as asked_format;
use super::records::{self, AskedRecords, Kind, PER_PAGE, Shown, Wanted};
use super::{fault, named, unit_link};
use crate::app::WebState;
use crate::error::WebError;
use crate::query;
use crate::shell::Shell;
use crate::words::Words;
use axum::extract::{Query, State};
use axum::response::Response;
use qz_acts::matter::public::{FindingFilter, FindingSort, Page, PublicFinding};
use qz_document::sheet::Cell;

/// Where the list is.
pub(crate) const PATH: &str = "/statistics/findings";
/// In which orders it is listed.
pub(crate) const SORTS: &[&str] = &["number", "day", "unit"];

const KIND: Kind = Kind {
    path: PATH,
    title: "portal-findings-title",
    sentence: "portal-findings-sentence",
    none: "portal-findings-none",
    scope: "portal-findings-scope",
    define: "portal-define-findings",
    columns: &[
        ("portal-finding-number", Some("number")),
        ("portal-adjudicated-on", Some("day")),
        ("portal-subject-unit", Some("unit")),
        ("portal-finding-stage", None),
        ("portal-finding-visit", None),
        ("portal-finding-organ", None),
    ],
};

/// `GET /statistics/findings?from=&to=&unit=&sort=&page=&format=`
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
    let found = state.acts.upheld_findings(&filter, sort, page).await;
    let (findings, total) = found.map_err(fault)?;
    if let Some(format) = format {
        let rows = findings.iter().map(|finding| cells(words, finding)).collect();
        let scope = wanted.scope(words);
        return records::file(&shell, (KIND, "findings"), (&scope, format), (HEADER, rows));
    }
    let rows = findings.iter().map(|finding| row(words, finding)).collect();
    records::found(shell, KIND, (&asked, &wanted), (rows, total))
}

/// What of the findings is looked for.
pub(crate) fn filter(wanted: &Wanted) -> FindingFilter {
    let unit = wanted.unit.as_ref().map(|unit| unit.id);
    FindingFilter { adjudicated: wanted.days(), unit, ..FindingFilter::default() }
}

/// The order of a name.
pub(crate) fn sort(name: &str) -> FindingSort {
    match name {
        "number" => FindingSort::Number,
        "unit" => FindingSort::Unit,
        _ => FindingSort::Adjudicated,
    }
}

fn row(words: Words, finding: &PublicFinding) -> Vec<Shown> {
    let visit = finding.visit.map(|visit| visit.to_string());
    vec![
        Shown::text(finding.number.to_string()),
        Shown::text(&finding.adjudicated_on),
        Shown::link(unit_link(&finding.unit.code), named(words, &finding.unit)),
        Shown::text(
            words.term_of("finding-stage", qz_domain::spelled::Spelled::code(finding.stage)),
        ),
        visit.map_or_else(
            || Shown::text(words.say("finding-without-visit")),
            |visit| Shown::link(query::with("/statistics/visits", "number", &visit), visit),
        ),
        Shown::link(unit_link(&finding.organ.code), named(words, &finding.organ)),
    ]
}

const HEADER: &[&str] = &[
    "portal-finding-number",
    "portal-adjudicated-on",
    "portal-unit-code",
    "portal-subject-unit",
    "portal-finding-stage",
    "portal-finding-visit",
    "portal-organ-code",
    "portal-finding-organ",
];

fn cells(words: Words, finding: &PublicFinding) -> Vec<Cell> {
    let text = |text: String| Cell::Text(text);
    vec![
        text(finding.number.to_string()),
        text(finding.adjudicated_on.clone()),
        text(finding.unit.code.clone()),
        text(named(words, &finding.unit)),
        text(words.term_of("finding-stage", qz_domain::spelled::Spelled::code(finding.stage))),
        text(finding.visit.map_or_else(String::new, |visit| visit.to_string())),
        text(finding.organ.code.clone()),
        text(named(words, &finding.organ)),
    ]
}
