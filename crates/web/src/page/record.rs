//! One's own record (本人档案) beside the person's page: who read it, objections, messages; the offices
//! that answer objections; the queue of messages.

mod answer;
mod export;
pub(in crate::page) mod mine;
mod notices;
mod objection;
mod objections;
mod queue;
mod raise;
mod reads;

pub(in crate::page) use notices::{message_link, to_sign};

use crate::door::Method::{Get, Post};
use crate::door::{Doors, Granted, Scope};
use crate::page::download::Format;
use crate::page::listing;
use crate::page::matter::sent::Sent;
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Path, Query, State};
use queue::Queue;
use qz_acts::Acts;
use qz_acts::objection::view::power_of;
use qz_domain::action::Action;
use qz_domain::id::ObjectionId;
use qz_domain::objection::Office;

/// The list of an office that answers objections.
pub(in crate::page) fn office_home(office: Office) -> &'static str {
    match office {
        Office::Record => "/desk/objections/records",
        Office::Matter => "/desk/objections/matters",
    }
}

/// The doors of this family.
pub(crate) fn doors(doors: Doors) -> Doors {
    let (own, raise) = (Action::SelfService, Action::ObjectionRaise);
    let withdraw = Action::ObjectionWithdraw;
    let queue = Action::OutboxRead;
    let doors = doors
        .rail("rail-own", "/desk/me/reads", "reads-list-title", own)
        .rail("rail-own", "/desk/me/objections", "objection-list-title", raise)
        .rail("rail-officers", "/desk/queue", "queue-list-title", queue)
        .door(Get, "/desk/me/record/export.csv", own, Scope::Own, export::file)
        .door(Get, "/desk/me/record/export.xlsx", own, Scope::Own, export::file)
        .door(Get, "/desk/me/reads", own, Scope::Own, listing::show::<reads::Asked>)
        .door(Get, "/desk/me/reads/export.csv", own, Scope::Own, listing::export::<reads::Asked>)
        .door(Get, "/desk/me/reads/export.xlsx", own, Scope::Own, listing::export::<reads::Asked>)
        .door(Get, "/desk/notices", own, Scope::Own, notices::show)
        .door(Post, "/desk/notices", own, Scope::Own, notices::mark)
        .door(Get, "/desk/notices/export.csv", own, Scope::Own, notices::file)
        .door(Get, "/desk/notices/export.xlsx", own, Scope::Own, notices::file)
        .door(Get, "/desk/queue", queue, Scope::Reach, listing::show::<Queue>)
        .door(Get, "/desk/queue/export.csv", queue, Scope::Reach, listing::export::<Queue>)
        .door(Get, "/desk/queue/export.xlsx", queue, Scope::Reach, listing::export::<Queue>)
        .door(Get, "/desk/me/objections", raise, Scope::Own, objections::mine)
        .door(Get, "/desk/me/objections/export.csv", raise, Scope::Own, objections::mine_file)
        .door(Get, "/desk/me/objections/export.xlsx", raise, Scope::Own, objections::mine_file)
        .door(Get, "/desk/me/objections/raise", raise, Scope::Own, raise::form)
        .door(Post, "/desk/me/objections/raise", raise, Scope::Own, raise::submit)
        .door(Get, "/desk/me/objections/{id}", raise, Scope::Own, objection::own)
        .door(Post, "/desk/me/objections/{id}/withdraw", withdraw, Scope::Own, raise::withdraw);
    let doors = office(
        doors,
        Office::Record,
        [
            "/desk/objections/records",
            "/desk/objections/records/export.csv",
            "/desk/objections/records/export.xlsx",
            "/desk/objections/records/{id}",
            "/desk/objections/records/{id}/answer",
        ],
    );
    office(
        doors,
        Office::Matter,
        [
            "/desk/objections/matters",
            "/desk/objections/matters/export.csv",
            "/desk/objections/matters/export.xlsx",
            "/desk/objections/matters/{id}",
            "/desk/objections/matters/{id}/answer",
        ],
    )
}

/// The doors of an office: its list, its files, one objection, its answer.
fn office(doors: Doors, office: Office, paths: [&'static str; 5]) -> Doors {
    let action = power_of(office);
    let one = || {
        Scope::record(move |acts: Acts, id: ObjectionId| async move {
            acts.objection_concern(office, id).await
        })
    };
    let list = move |granted: Granted, state: State<_>, shell: Shell, asked: Query<_>| {
        objections::office(granted, state, shell, asked, office)
    };
    let file =
        move |granted: Granted, state: State<_>, shell: Shell, format: Format, asked: Query<_>| {
            objections::office_file(granted, state, shell, (office, format), asked)
        };
    let show = move |granted: Granted, state: State<_>, shell: Shell, id: Path<_>| {
        objection::office(granted, state, shell, id, office)
    };
    let form = move |granted: Granted, state: State<_>, shell: Shell, id: Path<_>| {
        answer::form(granted, state, shell, id, office)
    };
    let submit =
        move |granted: Granted, state: State<_>, shell: Shell, id: Path<_>, sent: Form<Sent>| {
            answer::submit(granted, state, shell, id, sent, office)
        };
    let title = match office {
        Office::Record => "objection-records-title",
        Office::Matter => "objection-matters-title",
    };
    let group = match office {
        Office::Record => "rail-organisation",
        Office::Matter => "rail-matters",
    };
    let [home, csv, xlsx, record, answer] = paths;
    doors
        .rail(group, home, title, action)
        .door(Get, home, action, Scope::Reach, list)
        .door(Get, csv, action, Scope::Reach, file)
        .door(Get, xlsx, action, Scope::Reach, file)
        .door(Get, record, action, one(), show)
        .door(Get, answer, action, one(), form)
        .door(Post, answer, action, one(), submit)
}
