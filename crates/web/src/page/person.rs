//! People and units (人员与单位): lists, one person's record, the small acts on it, and moves.

mod choosing;
mod export;
mod form;
mod holder;
mod list;
mod moving;
mod show;
mod unit;
mod withdraw;

pub(in crate::page) use list::{SOON, either, training_light};

use crate::app::WebState;
use crate::door::Method::{Get, Post};
use crate::door::{Doors, Granted, Scope};
use crate::error::WebError;
use crate::page::matter::sent::Sent;
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Path, Query, State};
use qz_acts::{ActError, Acts};
use qz_domain::action::Action;
use qz_domain::id::PersonId;

/// The doors of this family.
pub(crate) fn doors(doors: Doors) -> Doors {
    let read = Action::PersonRead;
    let one =
        || Scope::record(|acts: Acts, id: PersonId| async move { acts.person_concern(id).await });
    let doors = doors
        .rail("rail-organisation", "/desk/people", "person-list-title", read)
        .rail("rail-organisation", "/desk/units", "unit-list-title", read)
        .door(Get, "/desk/people", read, Scope::Reach, list::show)
        .door(Get, "/desk/people/export.csv", read, Scope::Reach, export::export)
        .door(Get, "/desk/people/export.xlsx", read, Scope::Reach, export::export)
        .door(Get, "/desk/people/{id}", read, one(), show::show)
        .door(Post, "/desk/people/{id}/kin", Action::KinDeclare, one(), show::declare_kin)
        .door(
            Post,
            "/desk/people/{id}/training",
            Action::TrainingRecord,
            one(),
            show::record_training,
        )
        .door(Get, withdraw::PATH, Action::KinWithdraw, one(), withdraw::form)
        .door(Post, withdraw::PATH, Action::KinWithdraw, one(), withdraw::submit)
        .door(Get, "/desk/units", read, Scope::Reach, unit::show)
        .door(Get, "/desk/units/export.csv", read, Scope::Reach, unit::export)
        .door(Get, "/desk/units/export.xlsx", read, Scope::Reach, unit::export)
        .door(Get, "/desk/me/record", Action::SelfService, Scope::Own, show::own)
        .door(Post, "/desk/me/record/kin", Action::KinDeclare, Scope::Own, show::declare_own_kin);
    moving::Step::ALL.into_iter().fold(doors, move_doors)
}

/// The page that asks before somebody is moved, and where it goes.
fn move_doors(doors: Doors, step: moving::Step) -> Doors {
    type Case = (Path<PersonId>, Query<choosing::Asked>);
    let form = move |granted: Granted, state: State<_>, shell: Shell, case: Case| {
        moving::form(granted, state, shell, case, step)
    };
    let submit =
        move |granted: Granted, state: State<_>, shell: Shell, case: Case, sent: Form<Sent>| {
            moving::submit(granted, state, shell, case, sent, step)
        };
    let one =
        || Scope::record(|acts: Acts, id: PersonId| async move { acts.person_concern(id).await });
    let (path, action) = (step.path(), step.action());
    doors.door(Get, path, action, one(), form).door(Post, path, action, one(), submit)
}

/// Whoever is signed in as a field names a person: `G0012 洛书远`; empty for an account without one.
pub(in crate::page) async fn as_named(
    state: &WebState,
    granted: &Granted,
) -> Result<String, WebError> {
    let Some(me) = granted.person() else { return Ok(String::new()) };
    match state.acts.person(granted.account(), me).await {
        Ok(view) => Ok(format!("{} {}", view.person.number, view.person.name)),
        Err(ActError::NotFound) => Ok(String::new()),
        Err(fault) => Err(WebError::internal(fault)),
    }
}
