//! The desk's pages of rectifications (整改): the list, ordering one, taking up promises, one with its steps,
//! the notice to print.

mod list;
mod notice;
mod order;
mod queue;
mod show;
mod step;
mod take_up;

pub(in crate::page) use notice::notice;
pub(in crate::page) use show::due_text;
pub(in crate::page) use step::answer;

use crate::door::Method::{Get, Post};
use crate::door::{Doors, Scope};
use crate::page::listing;
use crate::page::matter::family;
use list::Asked;
use qz_acts::Acts;
use qz_acts::rectification::Side;
use qz_domain::action::Action;
use qz_domain::id::{BulletinId, FindingId, RectificationId};

/// Where the list is.
pub(in crate::page) const HOME: &str = "/desk/rectifications";

/// The doors of this family.
pub(crate) fn doors(doors: Doors) -> Doors {
    let (read, order, take) =
        (Action::RectificationRead, Action::RectificationOrder, Action::RectificationTakeUp);
    let check = Action::RectificationCheck;
    let finding = || {
        let of = |acts: Acts, id: FindingId| async move { acts.finding_concern(id).await };
        Scope::record(of).read_by(Action::FindingRead)
    };
    let bulletin = || {
        let of = |acts: Acts, id: BulletinId| async move { acts.bulletin_concern(id).await };
        Scope::record(of).read_by(Action::BulletinRead)
    };
    let doors = doors
        .rail("rail-matters", HOME, "rectification-list-title", read)
        .rail("rail-matters", queue::PATH, "rectification-queue-title", check)
        .door(Get, queue::PATH, check, Scope::Reach, queue::show)
        .door(Post, queue::PATH, check, Scope::Reach, queue::submit)
        .door(Get, HOME, read, Scope::Reach, listing::show::<Asked>)
        .door(Get, "/desk/rectifications/export.csv", read, Scope::Reach, listing::export::<Asked>)
        .door(Get, "/desk/rectifications/export.xlsx", read, Scope::Reach, listing::export::<Asked>)
        .door(Get, "/desk/rectifications/{id}", read, one(Side::Both), show::show)
        .door(Get, "/desk/rectifications/{id}/notice", read, one(Side::Both), notice::show)
        .door(Get, "/desk/findings/{id}/rectify", order, finding(), order::form)
        .door(Post, "/desk/findings/{id}/rectify", order, finding(), order::submit)
        .door(Get, "/desk/bulletins/{id}/take-up", take, bulletin(), take_up::form)
        .door(Post, "/desk/bulletins/{id}/take-up", take, bulletin(), take_up::submit);
    family::doors::<step::Rectifications>(doors)
}

/// One rectification.
fn one(side: Side) -> Scope {
    Scope::record(move |acts: Acts, id: RectificationId| async move {
        acts.rectification_concern(id, side).await
    })
}
