//! The desk's pages of requests of attendance (考勤申请): the list, asking, one with what stands around it and its steps;
//! and what personnel keys: a request from paper, when somebody began to work.

mod credit;
mod list;
mod new;
mod record;
mod said;
mod show;
mod step;
mod work_start;

pub(in crate::page) use list::stage_light;
pub(in crate::page) use new::{GROUPS, path_of};
pub(in crate::page) use said::span;

use crate::door::Method::{Get, Post};
use crate::door::{Doors, Scope};
use crate::page::listing;
use crate::page::matter::family;
use list::Asked;
use qz_acts::Acts;
use qz_domain::action::Action;
use qz_domain::id::RequestId;

/// Where the list is.
pub(in crate::page) const HOME: &str = "/desk/requests";

/// The doors of this family.
pub(crate) fn doors(doors: Doors) -> Doors {
    let (read, ask, record) = (Action::RequestRead, Action::RequestAsk, Action::RequestRecord);
    let work = Action::WorkStartSet;
    let doors = doors
        .rail("rail-own", HOME, "request-list-title", read)
        .door(Get, HOME, read, Scope::Reach, listing::show::<Asked>)
        .door(Get, "/desk/requests/export.csv", read, Scope::Reach, listing::export::<Asked>)
        .door(Get, "/desk/requests/export.xlsx", read, Scope::Reach, listing::export::<Asked>)
        .door(Get, credit::PATH, ask, Scope::Reach, credit::show)
        .door(Get, new::PATH, ask, Scope::Reach, new::form)
        .door(Post, new::PATH, ask, Scope::Reach, new::submit)
        .door(Get, record::PATH, record, Scope::Reach, record::form)
        .door(Post, record::PATH, record, Scope::Reach, record::submit)
        .door(Get, work_start::PATH, work, Scope::Reach, work_start::form)
        .door(Post, work_start::PATH, work, Scope::Reach, work_start::submit)
        .door(Get, "/desk/requests/{id}", read, one(), show::show);
    family::doors::<step::Requests>(doors)
}

/// One request.
fn one() -> Scope {
    Scope::record(|acts: Acts, id: RequestId| async move { acts.request_concern(id).await })
}
