//! The desk's pages of attendance terminals (考勤机): the list, one with its people, punches and orders, registering one.

mod import;
mod imported;
mod key;
mod list;
mod order;
mod pin;
mod punches;
mod register;
mod show;
mod step;

use crate::door::Method::{Get, Post};
use crate::door::{Doors, Scope};
use crate::page::listing;
use crate::page::matter::family;
use list::Asked;
use punches::AskedPunches;
use qz_acts::Acts;
use qz_domain::action::Action;
use qz_domain::id::TerminalId;

const HOME: &str = "/desk/terminals";
const REGISTER: &str = "/desk/terminals/register";
const PIN: &str = "/desk/terminals/pins";
const PIN_END: &str = "/desk/terminals/pins/end";
const ORDER: &str = "/desk/terminals/{id}/order";
const KEY: &str = "/desk/terminals/{id}/key";
const KEY_END: &str = "/desk/terminals/{id}/key/end";
const PUNCHES: &str = "/desk/punches";
const IMPORT: &str = "/desk/punches/import";
const IMPORTED: &str = "/desk/punches/import/{id}";

/// The doors of this family.
pub(crate) fn doors(doors: Doors) -> Doors {
    let (read, punch) = (Action::TerminalRead, Action::PunchRead);
    let (register, order) = (Action::TerminalRegister, Action::TerminalOrder);
    let doors = doors
        .rail("rail-organisation", HOME, "terminal-list-title", read)
        .rail("rail-organisation", PUNCHES, "punch-list-title", punch)
        .door(Get, HOME, read, Scope::Reach, listing::show::<Asked>)
        .door(Get, "/desk/terminals/export.csv", read, Scope::Reach, listing::export::<Asked>)
        .door(Get, "/desk/terminals/export.xlsx", read, Scope::Reach, listing::export::<Asked>)
        .door(Get, REGISTER, register, Scope::Reach, register::form)
        .door(Post, REGISTER, register, Scope::Reach, register::submit)
        .door(Get, PIN, Action::PinMap, Scope::Reach, pin::form)
        .door(Post, PIN, Action::PinMap, Scope::Reach, pin::submit)
        .door(Get, PIN_END, Action::PinEnd, Scope::Reach, pin::end_form)
        .door(Post, PIN_END, Action::PinEnd, Scope::Reach, pin::end_submit)
        .door(Get, PUNCHES, punch, Scope::Reach, listing::show::<AskedPunches>)
        .door(Get, "/desk/punches/export.csv", punch, Scope::Reach, listing::export::<AskedPunches>)
        .door(
            Get,
            "/desk/punches/export.xlsx",
            punch,
            Scope::Reach,
            listing::export::<AskedPunches>,
        )
        .door(Get, "/desk/terminals/{id}", read, one(), show::show)
        .door(Get, ORDER, order, one().read_by(read), order::form)
        .door(Post, ORDER, order, one().read_by(read), order::submit);
    family::doors::<step::Terminals>(keys(importing(doors)))
}

/// Where keys are given and taken back.
fn keys(doors: Doors) -> Doors {
    let (read, give, end) = (Action::TerminalRead, Action::TerminalKey, Action::TerminalKeyEnd);
    doors
        .door(Get, KEY, give, one().read_by(read), key::form)
        .door(Post, KEY, give, one().read_by(read), key::submit)
        .door(Get, KEY_END, end, one().read_by(read), key::end_form)
        .door(Post, KEY_END, end, one().read_by(read), key::end_submit)
}

/// Where files of punches come in.
fn importing(doors: Doors) -> Doors {
    let import = Action::PunchImport;
    doors
        .door(Get, IMPORT, import, Scope::Reach, import::form)
        .door(Post, IMPORT, import, Scope::Reach, import::take)
        .door(Get, IMPORTED, import, Scope::Reach, imported::show)
        .door(Post, IMPORTED, import, Scope::Reach, imported::confirm)
        .door(Get, "/desk/punches/import/{id}/refused.csv", import, Scope::Reach, imported::refused)
}

/// One terminal.
fn one() -> Scope {
    Scope::record(|acts: Acts, id: TerminalId| async move { acts.terminal_concern(id).await })
}
