//! The desk's pages of the red and the black list (红黑榜): the list, nominating, proposing from a decision, one
//! entry with its steps.

mod list;
mod nominate;
mod propose;
mod show;
mod step;

pub(in crate::page) use propose::link as proposal_link;

use crate::door::Method::{Get, Post};
use crate::door::{Doors, Scope};
use crate::page::listing;
use crate::page::matter::family;
use list::Asked;
use qz_acts::Acts;
use qz_domain::action::Action;
use qz_domain::id::{AccountabilityId, ListEntryId};

/// Where the list is.
pub(in crate::page) const HOME: &str = "/desk/lists";
/// Where a nomination is made.
const NOMINATE: &str = "/desk/lists/nominate";

/// The doors of this family.
pub(crate) fn doors(doors: Doors) -> Doors {
    let (read, nominate, propose) = (Action::ListRead, Action::ListNominate, Action::ListPropose);
    let decision = || {
        let of =
            |acts: Acts, id: AccountabilityId| async move { acts.list_proposal_concern(id).await };
        Scope::record(of)
    };
    let doors = doors
        .rail("rail-matters", HOME, "board-list-title", read)
        .door(Get, HOME, read, Scope::Reach, listing::show::<Asked>)
        .door(Get, "/desk/lists/export.csv", read, Scope::Reach, listing::export::<Asked>)
        .door(Get, "/desk/lists/export.xlsx", read, Scope::Reach, listing::export::<Asked>)
        .door(Get, NOMINATE, nominate, Scope::Own, nominate::form)
        .door(Post, NOMINATE, nominate, Scope::Own, nominate::submit)
        .door(Get, "/desk/lists/{id}", read, one(true), show::show)
        .door(Get, propose::PATH, propose, decision(), propose::form)
        .door(Post, propose::PATH, propose, decision(), propose::submit);
    family::doors::<step::Entries>(doors)
}

/// One entry, to read it or for a step.
fn one(is_read: bool) -> Scope {
    Scope::record(move |acts: Acts, id: ListEntryId| async move {
        acts.list_entry_concern(id, is_read).await
    })
}
