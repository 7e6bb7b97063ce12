//! The desk's pages of accountabilities (问责): list, one of them, and its steps.

mod list;
mod show;
mod step;

pub(in crate::page) use list::{line_goes, line_light, line_measure, line_speak, line_subject};

use crate::door::Method::{Get, Post};
use crate::door::{Doors, Granted, Scope};
use crate::page::matter::sent::Sent;
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Path, State};
use qz_acts::Acts;
use qz_domain::accountability::Step;
use qz_domain::action::Action;
use qz_domain::id::AccountabilityId;
use qz_domain::procedure::Stepped;

/// The doors of this family.
pub(crate) fn doors(doors: Doors) -> Doors {
    let read = Action::AccountabilityRead;
    let home = "/desk/accountabilities";
    let doors = doors
        .rail("rail-matters", home, "accountability-list-title", read)
        .door(Get, home, read, Scope::Reach, list::show)
        .door(Get, "/desk/accountabilities/export.csv", read, Scope::Reach, list::export)
        .door(Get, "/desk/accountabilities/export.xlsx", read, Scope::Reach, list::export)
        .door(Get, "/desk/accountabilities/{id}", read, one(None), show::show);
    step::STEPS.into_iter().fold(doors, step_doors)
}

/// The form of a step and where it goes.
fn step_doors(doors: Doors, step: Step) -> Doors {
    let form = move |granted: Granted, state: State<_>, shell: Shell, id: Path<_>| {
        step::form(granted, state, shell, id, step)
    };
    let submit =
        move |granted: Granted, state: State<_>, shell: Shell, id: Path<_>, sent: Form<Sent>| {
            step::submit(granted, state, shell, id, sent, step)
        };
    let scope = || one(Some(step)).read_by(Action::AccountabilityRead);
    let (path, action) = (step::path(step), step.action());
    doors.door(Get, path, action, scope(), form).door(Post, path, action, scope(), submit)
}

/// One accountability, for reading or for a step.
fn one(step: Option<Step>) -> Scope {
    Scope::record(move |acts: Acts, id: AccountabilityId| async move {
        acts.accountability_concern(id, step).await
    })
}
