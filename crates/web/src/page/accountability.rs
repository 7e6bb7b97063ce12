//! The desk's pages of accountabilities (问责): list, one of them, and its steps.

mod length;
mod list;
mod paper;
mod show;
mod step;

pub(in crate::page) use length::in_short as lasts_in_short;
pub(in crate::page) use list::{line_goes, line_light, line_measure, line_speak, line_subject};
pub(in crate::page) use paper::paper;
pub(in crate::page) use show::subject;

use crate::door::Method::Get;
use crate::door::{Doors, Scope};
use crate::page::listing;
use crate::page::matter::family;
use list::Asked;
use qz_acts::Acts;
use qz_domain::accountability::Step;
use qz_domain::action::Action;
use qz_domain::id::AccountabilityId;

/// Where the list is.
const HOME: &str = "/desk/accountabilities";

/// The doors of this family.
pub(crate) fn doors(doors: Doors) -> Doors {
    let read = Action::AccountabilityRead;
    let doors = doors
        .rail("rail-matters", HOME, "accountability-list-title", read)
        .door(Get, HOME, read, Scope::Reach, listing::show::<Asked>)
        .door(Get, "/desk/accountabilities/export.csv", read, Scope::Reach, list::export)
        .door(Get, "/desk/accountabilities/export.xlsx", read, Scope::Reach, list::export)
        .door(Get, "/desk/accountabilities/{id}", read, one(None), show::show)
        .door(Get, "/desk/accountabilities/{id}/paper/{kind}", read, one(None), paper::show);
    family::doors::<step::Accountabilities>(doors)
}

/// One accountability, for reading or for a step.
fn one(step: Option<Step>) -> Scope {
    Scope::record(move |acts: Acts, id: AccountabilityId| async move {
        acts.accountability_concern(id, step).await
    })
}
