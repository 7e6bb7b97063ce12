//! What follows from a decision must not be done like this, told from what was done without asking a guard.

use super::crowd::MEMBER;
use super::entry;
use super::guards::{Trial, Wrong};
use super::world::{World, stain};
use qz_domain::list_entry::Board;
use qz_domain::matter::Part;

/// What a step of a rectification or of a list's entry leaves that must not be.
pub fn stains(before: &World, after: &World, trial: &Trial) -> u32 {
    let is = |wrong| trial.wrong == Some(wrong);
    let is_of_unit = |one: &super::crowd::Symbol| one.ties & MEMBER != 0;
    let (doers, _) = trial.people.split_at(trial.doers);
    let is_units = matches!(trial.part, Some(Part::Planned | Part::Claimed));
    let is_done =
        |world: &World| world.rectification.is_some_and(qz_domain::rectification::Stage::is_done);
    let is_checked = matches!(trial.part, Some(Part::Rechecked | Part::Revisited));
    let notes = [
        (trial.is_third && trial.people.iter().any(is_of_unit), stain::OWN_UNIT),
        (is_units && !doers.iter().all(is_of_unit), stain::NOT_FOR_THE_UNIT),
        (is_done(after) && !(is_checked && before.putting_right.is_claimed), stain::NOT_RECHECKED),
        (is(Wrong::OutOfTime), stain::OUT_OF_TIME),
        (is(Wrong::WithoutConsent), stain::NO_CONSENT),
        (is(Wrong::Unweighed), stain::NOT_WEIGHED),
        (trial.is_of_list && is_unheard(before, trial), stain::UNHEARD),
        (trial.is_of_list && is_baseless(before, after, trial), stain::NO_DECISION),
    ];
    notes.iter().filter(|(is_so, _)| *is_so).fold(0, |bits, (_, stain)| bits | stain)
}

/// A proposal is judged before whoever it is about could say something.
fn is_unheard(world: &World, trial: &Trial) -> bool {
    let listing = &world.listing;
    let is_judged = trial.part == Some(Part::Verified) && listing.board == Board::Black;
    is_judged && !listing.has_stated && !listing.statement.is_over()
}

/// A warning is proposed or made public without a decision that can no longer be looked at on request.
fn is_baseless(before: &World, after: &World, trial: &Trial) -> bool {
    let is_asked = matches!(trial.part, Some(Part::Nominated | Part::Noticed));
    let is_reviewable = !before.listing.remedy.is_over() || entry::is_under_review(before);
    is_asked
        && after.listing.board == Board::Black
        && (!entry::is_served(before) || is_reviewable || entry::is_felled(before))
}
