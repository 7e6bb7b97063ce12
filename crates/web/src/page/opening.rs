//! The desk's pages of sealed sources (封存来源): sealing, asking, the list of openings, one opening, and the one page
//! that shows who told.

mod begin;
mod list;
mod read;
mod show;
mod step;

pub(in crate::page) use begin::of_finding;
pub(in crate::page) use show::stage_light;

use crate::door::Method::{Get, Post};
use crate::door::{Doors, Scope};
use crate::page::listing;
use crate::page::matter::family;
use list::Asked;
use qz_acts::Acts;
use qz_domain::action::Action;
use qz_domain::id::{FindingId, OpeningId};
use qz_domain::sealed::Step;

/// Where the list is.
pub(in crate::page) const HOME: &str = "/desk/openings";

const READ: &str = "/desk/openings/{id}/read";

/// The doors of this family.
pub(crate) fn doors(doors: Doors) -> Doors {
    let see = Action::OpeningRead;
    let doors = doors
        .rail("rail-matters", HOME, "opening-list-title", see)
        .door(Get, HOME, see, Scope::Reach, listing::show::<Asked>)
        .door(Get, "/desk/openings/export.csv", see, Scope::Reach, listing::export::<Asked>)
        .door(Get, "/desk/openings/export.xlsx", see, Scope::Reach, listing::export::<Asked>)
        .door(Get, "/desk/openings/{id}", see, one(None), show::show)
        .door(Get, READ, Action::SourceRead, one(Some(Step::Read)).read_by(see), read::form)
        .door(Post, READ, Action::SourceRead, one(Some(Step::Read)).read_by(see), read::submit)
        .door(Get, begin::SEAL, Action::SourceSeal, of_one(), begin::seal)
        .door(Post, begin::SEAL, Action::SourceSeal, of_one(), begin::sealed)
        .door(Get, begin::ASK, Action::SourceAsk, of_one(), begin::ask)
        .door(Post, begin::ASK, Action::SourceAsk, of_one(), begin::asked);
    family::doors::<step::Openings>(doors)
}

/// One opening, for reading of it or for a step.
fn one(step: Option<Step>) -> Scope {
    Scope::record(
        move |acts: Acts, id: OpeningId| async move { acts.opening_concern(id, step).await },
    )
}

/// The finding whose source it is.
fn of_one() -> Scope {
    let of = |acts: Acts, id: FindingId| async move { acts.finding_concern(id).await };
    Scope::record(of).read_by(Action::FindingRead)
}
