//! The desk's pages of meetings (会议): list, call one, one with its agenda, a form for each matter, the button that
//! carries out what was voted, the papers.

mod agenda;
mod call;
mod carry;
mod choose;
mod list;
mod paper;
mod show;
mod step;
mod vote;

use crate::door::Method::{Get, Post};
use crate::door::{Doors, Scope};
use crate::page::listing;
use crate::page::matter::family;
use list::Asked;
use qz_acts::Acts;
use qz_domain::action::Action;
use qz_domain::id::MeetingId;

/// Where the list is.
pub(in crate::page) const HOME: &str = "/desk/meetings";

/// The doors of this family.
pub(crate) fn doors(doors: Doors) -> Doors {
    let (read, begin) = (Action::MeetingRead, Action::MeetingCall);
    let (change, vote, carry) = (Action::MeetingChange, Action::MeetingVote, Action::MeetingCarry);
    let doors = doors
        .rail("rail-matters", HOME, "meeting-list-title", read)
        .door(Get, HOME, read, Scope::Reach, listing::show::<Asked>)
        .door(Get, "/desk/meetings/export.csv", read, Scope::Reach, listing::export::<Asked>)
        .door(Get, "/desk/meetings/export.xlsx", read, Scope::Reach, listing::export::<Asked>)
        .door(Get, call::PATH, begin, Scope::Reach, call::form)
        .door(Post, call::PATH, begin, Scope::Reach, call::submit)
        .door(Get, "/desk/meetings/{id}", read, one(), show::show)
        .door(Get, agenda::PATH, change, one().read_by(read), agenda::form)
        .door(Post, agenda::PATH, change, one().read_by(read), agenda::submit)
        .door(Get, vote::PATH, vote, one().read_by(read), vote::form)
        .door(Post, vote::PATH, vote, one().read_by(read), vote::submit)
        .door(Post, "/desk/meetings/{id}/carry", carry, one().read_by(read), carry::submit)
        .door(Get, "/desk/meetings/{id}/paper/{kind}", read, one(), paper::show);
    family::doors::<step::Meetings>(doors)
}

/// One meeting.
fn one() -> Scope {
    Scope::record(|acts: Acts, id: MeetingId| async move { acts.meeting_concern(id).await })
}
