//! The desk's pages of reviews (复核): the list, asking for one or opening one, one with its steps and with what
//! falls with the decision.

mod begin;
mod list;
pub(in crate::page) mod section;
mod show;
mod step;

pub(in crate::page) use show::stage_light;

use crate::door::Method::{Get, Post};
use crate::door::{Doors, Scope};
use crate::page::listing;
use crate::page::matter::family;
use list::Asked;
use qz_acts::Acts;
use qz_domain::action::Action;
use qz_domain::id::{AccountabilityId, ReviewId};
use qz_domain::procedure::Stepped;
use qz_domain::review::Step;

/// Where the list is.
pub(in crate::page) const HOME: &str = "/desk/reviews";

/// The doors of this family.
pub(crate) fn doors(doors: Doors) -> Doors {
    let read = Action::ReviewRead;
    let doors = doors
        .rail("rail-matters", HOME, "review-list-title", read)
        .door(Get, HOME, read, Scope::Reach, listing::show::<Asked>)
        .door(Get, "/desk/reviews/export.csv", read, Scope::Reach, listing::export::<Asked>)
        .door(Get, "/desk/reviews/export.xlsx", read, Scope::Reach, listing::export::<Asked>)
        .door(Get, "/desk/reviews/{id}", read, one(None), show::show)
        .door(Get, begin::ASK, Step::Ask.action(), of_decision(Step::Ask), begin::ask)
        .door(Post, begin::ASK, Step::Ask.action(), of_decision(Step::Ask), begin::asked)
        .door(Get, begin::RECORD, Step::Record.action(), of_decision(Step::Record), begin::record)
        .door(
            Post,
            begin::RECORD,
            Step::Record.action(),
            of_decision(Step::Record),
            begin::recorded,
        )
        .door(Get, begin::OPEN, Step::Open.action(), of_decision(Step::Open), begin::open)
        .door(Post, begin::OPEN, Step::Open.action(), of_decision(Step::Open), begin::opened);
    family::doors::<step::Reviews>(doors)
}

/// One review, for reading or for a step.
fn one(step: Option<Step>) -> Scope {
    Scope::record(
        move |acts: Acts, id: ReviewId| async move { acts.review_concern(id, step).await },
    )
}

/// A decision on which a review is begun.
fn of_decision(step: Step) -> Scope {
    let of = move |acts: Acts, id: AccountabilityId| async move {
        acts.review_begin_concern(id, step).await
    };
    Scope::record(of).read_by(Action::AccountabilityRead)
}
