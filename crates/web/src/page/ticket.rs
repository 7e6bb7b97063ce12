//! The desk's pages of tickets (来件): the office's queue, what a unit was given, one ticket and its steps.

mod list;
mod show;
mod step;

pub(in crate::page) use list::{about, stage_light};
pub(in crate::page) use show::{message, running, title, told};

use crate::door::Method::Get;
use crate::door::{Doors, Scope};
use crate::page::listing;
use crate::page::matter::family;
use list::Asked;
use qz_acts::Acts;
use qz_domain::action::Action;
use qz_domain::id::TicketId;

/// Where the list is.
const HOME: &str = "/desk/tickets";

/// The doors of this family.
pub(crate) fn doors(doors: Doors) -> Doors {
    let read = Action::TicketRead;
    let doors = doors
        .rail("rail-tickets", HOME, "ticket-list-title", read)
        .door(Get, HOME, read, Scope::Reach, listing::show::<Asked>)
        .door(Get, "/desk/tickets/export.csv", read, Scope::Reach, listing::export::<Asked>)
        .door(Get, "/desk/tickets/export.xlsx", read, Scope::Reach, listing::export::<Asked>)
        .door(Get, "/desk/tickets/{id}", read, one(), show::show);
    family::doors::<step::Tickets>(doors)
}

/// One ticket.
fn one() -> Scope {
    Scope::record(|acts: Acts, id: TicketId| async move { acts.ticket_concern(id).await })
}
