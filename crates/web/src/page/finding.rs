//! The desk's pages of findings (问题线索): list, register, one finding and its steps.

mod list;
mod paper;
mod register;
mod show;
mod step;

pub(in crate::page) use paper::paper;

use crate::door::Method::{Get, Post};
use crate::door::{Doors, Granted, Scope};
use crate::page::listing;
use crate::page::matter::sent::Sent;
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Path, State};
use list::Asked;
use qz_acts::Acts;
use qz_domain::action::Action;
use qz_domain::id::FindingId;
use step::Part;

/// The doors of this family.
pub(crate) fn doors(doors: Doors) -> Doors {
    let (read, begin) = (Action::FindingRead, Action::FindingRegister);
    let doors = doors
        .rail("rail-matters", "/desk/findings", "finding-list-title", read)
        .rail("rail-matters", "/desk/findings/register", "finding-register-title", begin)
        .door(Get, "/desk/findings", read, Scope::Reach, listing::show::<Asked>)
        .door(Get, "/desk/findings/export.csv", read, Scope::Reach, listing::export::<Asked>)
        .door(Get, "/desk/findings/export.xlsx", read, Scope::Reach, listing::export::<Asked>)
        .door(Get, "/desk/findings/register", begin, Scope::Reach, register::form)
        .door(Post, "/desk/findings/register", begin, Scope::Reach, register::submit)
        .door(Get, "/desk/findings/numbered/{number}", read, Scope::Reach, show::numbered)
        .door(Get, "/desk/findings/{id}", read, one(), show::show)
        .door(Get, "/desk/findings/{id}/paper/{kind}", read, one(), paper::show);
    Part::ALL.into_iter().fold(doors, step_doors)
}

/// The form of a step and where it goes.
fn step_doors(doors: Doors, part: Part) -> Doors {
    let form = move |granted: Granted, state: State<_>, shell: Shell, id: Path<_>| {
        step::form(granted, state, shell, id, part)
    };
    let submit =
        move |granted: Granted, state: State<_>, shell: Shell, id: Path<_>, sent: Form<Sent>| {
            step::submit(granted, state, shell, id, sent, part)
        };
    let scope = || one().read_by(Action::FindingRead);
    doors.door(Get, part.path(), part.action(), scope(), form).door(
        Post,
        part.path(),
        part.action(),
        scope(),
        submit,
    )
}

/// One finding.
fn one() -> Scope {
    Scope::record(|acts: Acts, id: FindingId| async move { acts.finding_concern(id).await })
}
