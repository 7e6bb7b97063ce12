//! The law on the desk (法规与期限): the files in force, the terms the county sets itself, and the
//! county's changes of them, from the proposal to the day they hold.

mod list;
mod overview;
mod propose;
mod show;
mod step;
mod terms;

pub(in crate::page) use terms::name_of;

use crate::door::Method::{Get, Post};
use crate::door::{Doors, Scope};
use crate::page::listing;
use crate::page::matter::family;
use list::Asked;
use qz_acts::Acts;
use qz_domain::action::Action;
use qz_domain::id::LawChangeId;

/// Where the overview is.
const HOME: &str = "/desk/law";
/// Where the list of changes is.
pub(in crate::page) const CHANGES: &str = "/desk/law/changes";
/// Where a change is proposed.
const PROPOSE: &str = "/desk/law/propose";

/// The doors of this family.
pub(crate) fn doors(doors: Doors) -> Doors {
    let (read, begin) = (Action::LawRead, Action::LawPropose);
    let doors = doors
        .rail("rail-law", HOME, "law-title", read)
        .rail("rail-law", CHANGES, "law-list-title", read)
        .door(Get, HOME, read, Scope::Reach, overview::show)
        .door(Get, CHANGES, read, Scope::Reach, listing::show::<Asked>)
        .door(Get, "/desk/law/changes/export.csv", read, Scope::Reach, listing::export::<Asked>)
        .door(Get, "/desk/law/changes/export.xlsx", read, Scope::Reach, listing::export::<Asked>)
        .door(Get, PROPOSE, begin, Scope::Reach, propose::form)
        .door(Post, PROPOSE, begin, Scope::Reach, propose::submit)
        .door(Get, "/desk/law/changes/{id}", read, one(), show::show);
    family::doors::<step::LawChanges>(doors)
}

/// One change.
fn one() -> Scope {
    Scope::record(|acts: Acts, id: LawChangeId| async move { acts.law_change_concern(id).await })
}
