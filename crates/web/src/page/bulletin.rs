//! The desk's pages of bulletins (通报): list, draft, one bulletin and its steps.

mod draft;
mod list;
mod show;
mod step;

use crate::door::Method::{Get, Post};
use crate::door::{Doors, Granted, Scope};
use crate::page::matter::sent::Sent;
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Path, State};
use qz_acts::Acts;
use qz_domain::action::Action;
use qz_domain::bulletin::Step;
use qz_domain::id::BulletinId;
use qz_domain::procedure::Stepped;

/// The doors of this family.
pub(crate) fn doors(doors: Doors) -> Doors {
    let (read, begin) = (Action::BulletinRead, Action::BulletinDraft);
    let edit = Action::BulletinEdit;
    let doors = doors
        .rail("rail-matters", "/desk/bulletins", "bulletin-list-title", read)
        .rail("rail-matters", "/desk/bulletins/draft", "bulletin-draft-title", begin)
        .door(Get, "/desk/bulletins", read, Scope::Reach, list::show)
        .door(Get, "/desk/bulletins/export.csv", read, Scope::Reach, list::export)
        .door(Get, "/desk/bulletins/export.xlsx", read, Scope::Reach, list::export)
        .door(Get, "/desk/bulletins/draft", begin, Scope::Reach, draft::form)
        .door(Post, "/desk/bulletins/draft", begin, Scope::Reach, draft::submit)
        .door(Get, "/desk/bulletins/{id}", read, one(), show::show)
        .door(Get, "/desk/bulletins/{id}/edit", edit, one().read_by(read), draft::edit)
        .door(Post, "/desk/bulletins/{id}/edit", edit, one().read_by(read), draft::submit_edit);
    step::STEPS.into_iter().fold(doors, step_doors)
}

/// The page that asks before a step, and where it goes.
fn step_doors(doors: Doors, step: Step) -> Doors {
    let form = move |granted: Granted, state: State<_>, shell: Shell, id: Path<_>| {
        step::form(granted, state, shell, id, step)
    };
    let submit =
        move |granted: Granted, state: State<_>, shell: Shell, id: Path<_>, sent: Form<Sent>| {
            step::submit(granted, state, shell, id, sent, step)
        };
    let scope = || one().read_by(Action::BulletinRead);
    let (path, action) = (step::path(step), step.action());
    doors.door(Get, path, action, scope(), form).door(Post, path, action, scope(), submit)
}

/// One bulletin.
fn one() -> Scope {
    Scope::record(|acts: Acts, id: BulletinId| async move { acts.bulletin_concern(id).await })
}
