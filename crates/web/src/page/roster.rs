//! The desk's pages of duty rosters (值班表): the month of a unit, the grid that it is drawn up in, its posts, one's own
//! duties, and turns that are handed over.

mod grid;
mod month;
mod own;
mod post;
mod said;
mod swap;
mod table;

pub(in crate::page) use said::{clock, kind_light, swap_light, swap_title};

use crate::door::Method::{Get, Post};
use crate::door::{Doors, Scope};
use qz_domain::action::Action;

/// Where the month of a unit is.
pub(in crate::page) const HOME: &str = "/desk/roster";
/// Where one's own duties are.
pub(in crate::page) const OWN: &str = "/desk/duties";
/// Where a turn that is to be handed over is answered.
pub(in crate::page) const SWAP: &str = "/desk/roster/swap";
const DRAFT: &str = "/desk/roster/draft";
const CHANGE: &str = "/desk/roster/change";
const POST: &str = "/desk/roster/posts/add";
const CLOSE: &str = "/desk/roster/posts/close";
const ASK: &str = "/desk/duties/hand-over";

/// The doors of this family.
pub(crate) fn doors(doors: Doors) -> Doors {
    let (read, ask) = (Action::RosterRead, Action::SwapAsk);
    let (draft, change) = (Action::RosterDraft, Action::RosterChange);
    let (add, close) = (Action::DutyPostAdd, Action::DutyPostClose);
    let (approve, refuse) = (Action::SwapApprove, Action::SwapRefuse);
    doors
        .rail("rail-attendance", OWN, "roster-own-title", ask)
        .rail("rail-attendance", HOME, "roster-month-title", read)
        .door(Get, HOME, read, Scope::Reach, month::show)
        .door(Get, "/desk/roster/export.csv", read, Scope::Reach, month::export)
        .door(Get, "/desk/roster/export.xlsx", read, Scope::Reach, month::export)
        .door(Post, "/desk/roster/publish", Action::RosterPublish, Scope::Reach, month::publish)
        .door(Get, DRAFT, draft, Scope::Reach, grid::draft_form)
        .door(Post, DRAFT, draft, Scope::Reach, grid::draft)
        .door(Get, CHANGE, change, Scope::Reach, grid::change_form)
        .door(Post, CHANGE, change, Scope::Reach, grid::change)
        .door(Get, POST, add, Scope::Reach, post::form)
        .door(Post, POST, add, Scope::Reach, post::submit)
        .door(Get, CLOSE, close, Scope::Reach, post::close_form)
        .door(Post, CLOSE, close, Scope::Reach, post::close_submit)
        .door(Get, SWAP, read, Scope::Reach, swap::show)
        .door(Post, "/desk/roster/swap/approve", approve, Scope::Reach, swap::approve)
        .door(Post, "/desk/roster/swap/refuse", refuse, Scope::Reach, swap::refuse_swap)
        .door(Get, OWN, ask, Scope::Reach, own::show)
        .door(Get, ASK, ask, Scope::Reach, swap::ask_form)
        .door(Post, ASK, ask, Scope::Reach, swap::ask)
        .door(Post, "/desk/duties/withdraw", Action::SwapWithdraw, Scope::Reach, swap::withdraw)
}
