//! The desk's pages of draws (随机抽取): list, announce, one draw and its steps.

mod announce;
mod list;
mod pack;
mod show;
mod step;
mod visits;

pub(in crate::page) use list::{of, purpose, stage_light};

use crate::door::Method::{Get, Post};
use crate::door::{Doors, Scope};
use crate::error::WebError;
use crate::page::listing;
use crate::page::matter::family;
use list::Asked;
use qz_acts::Acts;
use qz_domain::action::Action;
use qz_domain::id::DrawId;
use serde::Deserialize;

/// Where the list is.
const HOME: &str = "/desk/draws";

/// The doors of this family.
pub(crate) fn doors(doors: Doors) -> Doors {
    let (read, begin) = (Action::DrawRead, Action::DrawAnnounce);
    let plan = Action::VisitPlan;
    let doors = doors
        .rail("rail-draws", HOME, "draw-list-title", read)
        .rail("rail-draws", "/desk/draws/announce", "draw-announce-title", begin)
        .door(Get, HOME, read, Scope::Reach, listing::show::<Asked>)
        .door(Get, "/desk/draws/export.csv", read, Scope::Reach, listing::export::<Asked>)
        .door(Get, "/desk/draws/export.xlsx", read, Scope::Reach, listing::export::<Asked>)
        .door(Get, "/desk/draws/announce", begin, Scope::Reach, announce::form)
        .door(Post, "/desk/draws/announce", begin, Scope::Reach, announce::submit)
        .door(Get, "/desk/draws/{id}", read, one(), show::show)
        .door(Get, visits::PATH, plan, Scope::Reach, visits::form)
        .door(Post, visits::PATH, plan, Scope::Reach, visits::submit)
        .door(Get, pack::PATH, plan, Scope::Reach, pack::show);
    family::doors::<step::Draws>(doors)
}

/// The draw that an address names after its `?`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Of {
    draw: String,
}

impl Of {
    fn id(&self) -> Result<DrawId, WebError> {
        self.draw.parse().map_err(|_| WebError::NotFound)
    }
}

/// One draw.
fn one() -> Scope {
    Scope::record(|acts: Acts, id: DrawId| async move { acts.draw_concern(id).await })
}
