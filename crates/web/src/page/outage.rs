//! The desk's pages of outages of terminals (设备故障): the list, recording one, taking the record back.

mod list;
mod record;

use crate::door::Method::{Get, Post};
use crate::door::{Doors, Scope};
use crate::page::listing;
use list::Asked;
use qz_domain::action::Action;

const HOME: &str = "/desk/outages";
const RECORD: &str = "/desk/outages/record";
const BACK: &str = "/desk/outages/take-back";

/// The doors of this family.
pub(crate) fn doors(doors: Doors) -> Doors {
    let (read, write) = (Action::OutageRead, Action::OutageRecord);
    let back = Action::OutageTakeBack;
    doors
        .rail("rail-organisation", HOME, "outage-list-title", read)
        .door(Get, HOME, read, Scope::Reach, listing::show::<Asked>)
        .door(Get, "/desk/outages/export.csv", read, Scope::Reach, listing::export::<Asked>)
        .door(Get, "/desk/outages/export.xlsx", read, Scope::Reach, listing::export::<Asked>)
        .door(Get, RECORD, write, Scope::Reach, record::form)
        .door(Post, RECORD, write, Scope::Reach, record::submit)
        .door(Get, BACK, back, Scope::Reach, record::back_form)
        .door(Post, BACK, back, Scope::Reach, record::back_submit)
}
