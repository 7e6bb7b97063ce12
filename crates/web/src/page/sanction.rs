//! The desk's pages of the records of sanctions (处分登记): the list, a new one, one with its steps; and what of it stands in
//! one's own record.

mod list;
mod new;
mod own;
mod paper;
mod show;
mod step;

pub(in crate::page) use own::{OwnSanctions, own};

use crate::door::Method::{Get, Post};
use crate::door::{Doors, Scope};
use crate::page::listing;
use crate::page::matter::family;
use list::Asked;
use qz_acts::Acts;
use qz_domain::action::Action;
use qz_domain::id::SanctionId;

/// Where the list is.
pub(in crate::page) const HOME: &str = "/desk/sanctions";

/// The doors of this family. Whoever may read their own alone finds them in their own record.
pub(crate) fn doors(doors: Doors) -> Doors {
    let (read, record) = (Action::SanctionRead, Action::SanctionRecord);
    let doors = doors
        .rail("rail-matters", HOME, "sanction-list-title", record)
        .door(Get, HOME, read, Scope::Reach, listing::show::<Asked>)
        .door(Get, "/desk/sanctions/export.csv", read, Scope::Reach, listing::export::<Asked>)
        .door(Get, "/desk/sanctions/export.xlsx", read, Scope::Reach, listing::export::<Asked>)
        .door(Get, new::PATH, record, Scope::Reach, new::form)
        .door(Post, new::PATH, record, Scope::Reach, new::submit)
        .door(Get, "/desk/sanctions/{id}", read, one(), show::show)
        .door(Get, "/desk/sanctions/{id}/paper", read, one(), paper::show);
    family::doors::<step::Sanctions>(doors)
}

/// One record.
fn one() -> Scope {
    Scope::record(|acts: Acts, id: SanctionId| async move { acts.sanction_concern(id).await })
}
