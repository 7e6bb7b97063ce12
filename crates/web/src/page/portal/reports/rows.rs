//! The rows that a count of a report opens to, as the records stand now.

use crate::page::portal::counts::rows as visits;
use crate::page::portal::period::Period;
use crate::page::portal::{bulletins, decisions, findings};
use crate::query;
use qz_domain::month::Month;
use qz_domain::monthly_report::Counted;

/// Where the rows of a unit's count of a month are. Those of people are on the desk alone.
pub(crate) fn rows(what: Counted, unit: &str, month: Month) -> String {
    let period = Period { from: month.first(), to: month.last() };
    let at = |path: &str| query::with(&period.link(path), "unit", unit);
    match what {
        Counted::VisitsMade => query::with(&visits(period), "organ", unit),
        Counted::VisitsHad => query::with(&visits(period), "unit", unit),
        Counted::Findings => at(findings::PATH),
        Counted::UnitDecisions => query::with(&at(decisions::PATH), "subject", "units"),
        Counted::PersonDecisions => {
            query::with(&at("/desk/accountabilities?stage=served"), "subject", "persons")
        }
        Counted::Bulletins => at(bulletins::PATH),
    }
}
