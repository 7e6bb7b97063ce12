//! The desk's pages of suspicions of a false accusation (诬告嫌疑): noting one, the list, one with its two ways.

mod begin;
mod list;
mod show;
mod step;

pub(in crate::page) use begin::{NOTE, of_finding};
pub(in crate::page) use show::stage_light;

use crate::door::Method::{Get, Post};
use crate::door::{Doors, Scope};
use crate::page::listing;
use crate::page::matter::family;
use list::Asked;
use qz_acts::Acts;
use qz_domain::action::Action;
use qz_domain::id::{FindingId, SuspicionId};

/// Where the list is.
pub(in crate::page) const HOME: &str = "/desk/suspicions";

/// The doors of this family.
pub(crate) fn doors(doors: Doors) -> Doors {
    let (read, note) = (Action::SuspicionRead, Action::SuspicionNote);
    let doors = doors
        .rail("rail-matters", HOME, "suspicion-list-title", read)
        .door(Get, HOME, read, Scope::Reach, listing::show::<Asked>)
        .door(Get, "/desk/suspicions/export.csv", read, Scope::Reach, listing::export::<Asked>)
        .door(Get, "/desk/suspicions/export.xlsx", read, Scope::Reach, listing::export::<Asked>)
        .door(Get, "/desk/suspicions/{id}", read, one(), show::show)
        .door(Get, NOTE, note, of_one(), begin::form)
        .door(Post, NOTE, note, of_one(), begin::submit)
        .door(Get, step::TAKE_UP, Action::SuspicionTakeUp, one().read_by(read), step::form)
        .door(Post, step::TAKE_UP, Action::SuspicionTakeUp, one().read_by(read), step::submit);
    family::doors::<step::Suspicions>(doors)
}

/// One suspicion.
fn one() -> Scope {
    Scope::record(|acts: Acts, id: SuspicionId| async move { acts.suspicion_concern(id).await })
}

/// The finding that was unfounded.
fn of_one() -> Scope {
    Scope::record(|acts: Acts, id: FindingId| async move { acts.finding_concern(id).await })
}
