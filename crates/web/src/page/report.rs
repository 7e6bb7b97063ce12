//! The desk's pages of monthly reports (月报): the list with what is missing, one report, confirming and
//! returning it.

mod list;
mod show;
mod step;

pub(in crate::page) use list::due_text;

use crate::door::Method::Get;
use crate::door::{Doors, Scope};
use crate::error::WebError;
use crate::page::listing;
use crate::page::matter::family;
use list::Asked;
use qz_acts::Acts;
use qz_acts::monthly_report::Side;
use qz_domain::action::Action;
use qz_domain::monthly_report::ReportKey;

/// Where the list is.
pub(in crate::page) const HOME: &str = "/desk/reports";

/// The doors of this family.
pub(crate) fn doors(doors: Doors) -> Doors {
    let read = Action::MonthlyReportRead;
    let doors = doors
        .rail("rail-campaigns", HOME, "report-list-title", read)
        .door(Get, HOME, read, Scope::Reach, list::show)
        .door(Get, "/desk/reports/export.csv", read, Scope::Reach, listing::export::<Asked>)
        .door(Get, "/desk/reports/export.xlsx", read, Scope::Reach, listing::export::<Asked>)
        .door(Get, "/desk/reports/{id}", read, one(Side::Both), show::show);
    family::doors::<step::Reports>(doors)
}

/// One report, owed or made.
fn one(side: Side) -> Scope {
    Scope::record(move |acts: Acts, key: ReportKey| async move {
        acts.monthly_report_concern(key, side).await
    })
}

/// The key that a path names; the gate has read it before.
fn key(id: &str) -> Result<ReportKey, WebError> {
    id.parse().map_err(|_| WebError::NotFound)
}
