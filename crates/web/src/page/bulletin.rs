//! The desk's pages of bulletins (通报): list, draft, one bulletin and its steps.

mod draft;
mod in_unit;
mod list;
mod paper;
mod preview;
mod show;

pub(in crate::page) use show::corrections;
mod step;

use crate::door::Method::{Get, Post};
use crate::door::{Doors, Scope};
use crate::page::listing;
use crate::page::matter::family;
use list::Asked;
use qz_acts::Acts;
use qz_domain::action::Action;
use qz_domain::id::BulletinId;

/// Where the list is.
const HOME: &str = "/desk/bulletins";

/// The doors of this family.
pub(crate) fn doors(doors: Doors) -> Doors {
    let (read, begin) = (Action::BulletinRead, Action::BulletinDraft);
    let (edit, own) = (Action::BulletinEdit, Action::SelfService);
    let doors = doors
        .rail("rail-matters", HOME, "bulletin-list-title", read)
        .rail("rail-matters", "/desk/bulletins/draft", "bulletin-draft-title", begin)
        .rail("rail-own", in_unit::HOME, "unit-bulletin-title", own)
        .door(Get, in_unit::HOME, own, Scope::Own, in_unit::show)
        .door(Get, HOME, read, Scope::Reach, listing::show::<Asked>)
        .door(Get, "/desk/bulletins/export.csv", read, Scope::Reach, listing::export::<Asked>)
        .door(Get, "/desk/bulletins/export.xlsx", read, Scope::Reach, listing::export::<Asked>)
        .door(Get, "/desk/bulletins/draft", begin, Scope::Reach, draft::form)
        .door(Post, "/desk/bulletins/draft", begin, Scope::Reach, draft::submit)
        .door(Get, "/desk/bulletins/{id}", read, one(), show::show)
        .door(Get, "/desk/bulletins/{id}/preview", read, one(), preview::show)
        .door(Get, "/desk/bulletins/{id}/paper/{kind}", read, one(), paper::show)
        .door(Get, "/desk/bulletins/{id}/edit", edit, one().read_by(read), draft::edit)
        .door(Post, "/desk/bulletins/{id}/edit", edit, one().read_by(read), draft::submit_edit);
    family::doors::<step::Bulletins>(doors)
}

/// One bulletin.
fn one() -> Scope {
    Scope::record(|acts: Acts, id: BulletinId| async move { acts.bulletin_concern(id).await })
}
