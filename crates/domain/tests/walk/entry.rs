//! An entry of a list as the product reads it, and how it must never stand.

use super::guards::noticed;
use super::world::{Clock, Fate, World, stain};
use jiff::civil::{Date, date};
use qz_domain::accountability::{self, Accountability};
use qz_domain::id::{ListEntryId, PersonId, UnitId};
use qz_domain::list_entry::{Board, ListEntry, Stage, Standing, must_be_final};
use qz_domain::review::{self, Outcome};
use qz_domain::term::{Deadline, Due, Length};

/// What is known of an entry of a list besides its stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Listing {
    pub board: Board,
    /// About a person, not a unit.
    pub is_person: bool,
    /// The time to ask for a review of the decision.
    pub remedy: Clock,
    /// The time for a statement on a proposal.
    pub statement: Clock,
    pub has_stated: bool,
    pub is_verified: bool,
    /// The days before the public; none before they begin.
    pub notice: Option<Clock>,
    /// The days it is listed.
    pub listed: Clock,
    /// Somebody objected and waits for the answer: whether they did during the notice.
    pub objected: Option<bool>,
}

impl Default for Listing {
    fn default() -> Self {
        Self {
            board: Board::Red,
            is_person: false,
            remedy: Clock::Before,
            statement: Clock::Before,
            has_stated: false,
            is_verified: false,
            notice: None,
            listed: Clock::Before,
            objected: None,
        }
    }
}

const TODAY: Date = date(2015, 8, 3);
const YESTERDAY: Date = date(2015, 8, 2);
const TOMORROW: Date = date(2015, 8, 4);

/// The last day of a window that stands like this today.
fn last_day(clock: Clock) -> Date {
    match clock {
        Clock::Before => TOMORROW,
        Clock::At => TODAY,
        Clock::After => YESTERDAY,
    }
}

fn term(clock: Clock) -> Deadline {
    let length = Length::Workdays(5);
    Deadline { from: date(2015, 7, 1), length, due: Due::Fixed(last_day(clock)) }
}

/// Where it stands by the product's own word; none before there is one.
pub fn standing(world: &World) -> Option<Standing> {
    let entry = read(world)?;
    let decision = decision(world);
    let fallen = entry.falls_with(decision.as_ref().map(|one| (one, reviews(world))));
    Some(entry.standing(fallen, TODAY))
}

/// Whether whoever a proposal is about had their say, by the product's own word.
pub fn is_heard(world: &World) -> bool {
    read(world).is_some_and(|entry| entry.is_heard(TODAY))
}

/// Whether the decision behind a warning is final, by the product's own word; an example has none.
pub fn is_final(world: &World) -> bool {
    let is_red = world.entry.is_some() && world.listing.board == Board::Red;
    let decision = decision(world);
    is_red || must_be_final(decision.as_ref().map(|one| (one, reviews(world))), TODAY).is_ok()
}

fn read(world: &World) -> Option<ListEntry> {
    let (stage, listing) = (world.entry?, &world.listing);
    let end = listing.notice.map(last_day);
    let objected = listing.objected.zip(end);
    Some(ListEntry {
        id: ListEntryId(1),
        board: listing.board,
        unit: UnitId(2),
        person: listing.is_person.then_some(PersonId(2)),
        decision: (listing.board == Board::Black).then_some(noticed().id),
        stage,
        reason: String::new(),
        consent: String::new(),
        proposed_on: date(2015, 7, 1),
        statement_due: (listing.board == Board::Black).then(|| term(listing.statement)),
        statement: String::new(),
        office: None,
        verified: String::new(),
        assessment: None,
        noticed_on: listing.notice.map(|_| date(2015, 7, 1)),
        notice_due: listing.notice.map(term),
        expiry: listing.notice.map(|_| term(listing.listed)),
        objected_on: objected.map(|(early, end)| if early { end } else { TOMORROW }),
        held_until: None,
        removed_on: (stage == Stage::Removed).then_some(TODAY),
        removal: String::new(),
        latest_on: date(2015, 7, 1),
        version: 1,
    })
}

fn decision(world: &World) -> Option<Accountability> {
    let stage = world.accountability?;
    Some(Accountability { stage, remedy_due: Some(term(world.listing.remedy)), ..noticed() })
}

fn reviews(world: &World) -> review::Standing {
    review::Standing {
        // The least that a review can change: a lighter measure.
        outcome: is_felled(world).then_some(Outcome::Varied),
        is_under_review: is_under_review(world),
    }
}

pub fn is_served(world: &World) -> bool {
    world.accountability == Some(accountability::Stage::Served)
}

/// A review is not ended.
pub fn is_under_review(world: &World) -> bool {
    use review::Stage::{Refused, Served, Withdrawn};
    !matches!(world.review, None | Some(Served | Refused | Withdrawn))
}

/// A review that was served changed the decision.
pub fn is_felled(world: &World) -> bool {
    world.review == Some(review::Stage::Served) && world.fate == Fate::Felled
}

/// Where an entry may rest for good.
pub fn is_over(world: &World) -> bool {
    use Standing::{Declined, Expired, Fallen, Removed};
    matches!(standing(world), None | Some(Declined | Expired | Fallen | Removed))
}

/// How an entry stands that must not stand like this, told from what was done.
pub fn stains(world: &World) -> u32 {
    let Some(standing) = standing(world) else { return 0 };
    let listing = &world.listing;
    let is_listed = standing == Standing::Listed;
    let is_shown = standing.is_shown();
    let is_baseless = listing.board == Board::Black && (is_felled(world) || !is_served(world));
    let notes = [
        (is_shown && !listing.is_verified, stain::NOT_VERIFIED),
        (is_shown && is_baseless, stain::NO_DECISION),
        (is_shown && listing.listed.is_over(), stain::PAST_ITS_DAY),
        (is_listed && listing.notice != Some(Clock::After), stain::NO_NOTICE),
        (is_listed && listing.objected == Some(true), stain::NOT_ANSWERED),
    ];
    notes.iter().filter(|(is_so, _)| *is_so).fold(0, |bits, (_, stain)| bits | stain)
}
