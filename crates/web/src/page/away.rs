//! Absences (外出、请假): who is away, recording it, being back early.

mod list;
mod step;

pub(super) use list::{light, until};
pub(super) use step::{back_link, record_for, record_link};

use crate::door::Method::{Get, Post};
use crate::door::{Doors, Scope};
use crate::page::listing;
use list::Asked;
use qz_domain::action::Action;

const HOME: &str = "/desk/away";
const RECORD: &str = "/desk/away/record";
const BACK: &str = "/desk/away/back";

/// The doors of this family.
pub(crate) fn doors(doors: Doors) -> Doors {
    let (read, record, end) = (Action::AwayRead, Action::AwayRecord, Action::AwayEnd);
    doors
        .rail("rail-organisation", HOME, "away-list-title", read)
        .door(Get, HOME, read, Scope::Reach, listing::show::<Asked>)
        .door(Get, "/desk/away/export.csv", read, Scope::Reach, listing::export::<Asked>)
        .door(Get, "/desk/away/export.xlsx", read, Scope::Reach, listing::export::<Asked>)
        .door(Get, RECORD, record, Scope::Reach, step::form)
        .door(Post, RECORD, record, Scope::Reach, step::submit)
        .door(Get, BACK, end, Scope::Reach, step::back_form)
        .door(Post, BACK, end, Scope::Reach, step::back_submit)
}
