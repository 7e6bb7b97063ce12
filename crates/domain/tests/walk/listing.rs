//! Who is held up: from the nomination to the day on which it comes down, while the decision behind it may fall.

use super::doing::{Move, Walk};
use super::entry::{self, Listing};
use super::guards::{Trial, Wrong};
use super::tables::part_of_entry;
use super::world::{Clock, Fate, World};
use qz_domain::list_entry::{Board, Standing, Step};
use qz_domain::review;
use qz_domain::spelled::Spelled;

impl Walk {
    /// The steps of an entry by everybody who could do them, the days that pass, and what becomes of the decision.
    pub fn entry_moves(&self, world: &World, out: &mut Vec<Move>) {
        for row in self.tables.entry.iter().filter(|row| row.from == world.entry) {
            if !is_ready(world, row.step) {
                continue;
            }
            let part = part_of_entry(row.step);
            for listing in after(world, row.step) {
                let after = World { entry: Some(row.to), listing, ..world.clone() };
                for trial in trials(&after, row.step) {
                    self.tried(world, row, (part, &[1]), &trial, &after, out);
                }
            }
        }
        out.extend(days(world).map(stained));
        out.extend(self.looked_at_again(world).into_iter().map(stained));
    }

    /// Who looks at a decision again was walked with the decision: here it is only looked at.
    fn looked_at_again(&self, world: &World) -> Vec<Move> {
        let is_behind = world.entry.is_some() && world.listing.board == Board::Black;
        if !is_behind || !entry::is_served(world) || entry::is_over(world) {
            return vec![];
        }
        let rows = self.tables.review.iter().filter(|row| row.from == world.review);
        let fates = |row: &review::Step| match row {
            review::Step::Decide => vec![Fate::Stands, Fate::Felled],
            _ => vec![world.fate],
        };
        rows.flat_map(|row| fates(&row.step).into_iter().map(move |fate| (row.to, fate)))
            .map(|(stage, fate)| Move {
                what: (looked(stage, fate), Trial::default()),
                world: World { review: Some(stage), fate, ..world.clone() },
            })
            .collect()
    }
}

fn looked(stage: review::Stage, fate: Fate) -> &'static str {
    match (stage, fate) {
        (review::Stage::Decided, Fate::Felled) => "a review changes the decision",
        (review::Stage::Decided, Fate::Stands) => "a review leaves the decision",
        (stage, _) => stage.code(),
    }
}

/// A move that nobody makes, with how the entry stands by then.
fn stained(one: Move) -> Move {
    let stains = one.world.stains | entry::stains(&one.world);
    Move { world: World { stains, ..one.world }, ..one }
}

/// What an act asks besides the guards of its row.
fn is_ready(world: &World, step: Step) -> bool {
    let is_shown = || entry::standing(world).is_some_and(Standing::is_shown);
    match step {
        // A nomination has nothing to do with any decision: it is walked once.
        Step::Nominate => world.accountability.is_none(),
        Step::Propose => world.accountability.is_some(),
        Step::Object | Step::Remove => is_shown(),
        Step::State | Step::Verify | Step::Decline | Step::Notice | Step::Answer(_) => true,
    }
}

/// What a step leaves, as the acts have it, in each of its ways.
fn after(world: &World, step: Step) -> Vec<Listing> {
    let one = world.listing;
    let both = |board| [false, true].map(|is_person| Listing { board, is_person, ..one }).into();
    let is_early = one.notice != Some(Clock::After);
    let next = match step {
        Step::Nominate => return both(Board::Red),
        Step::Propose => return both(Board::Black),
        Step::State => Listing { has_stated: true, ..one },
        Step::Verify => Listing { is_verified: true, ..one },
        Step::Decline | Step::Remove => one,
        Step::Notice => Listing { notice: Some(Clock::Before), ..one },
        Step::Object => Listing { objected: Some(is_early), ..one },
        Step::Answer(_) => Listing { objected: None, ..one },
    };
    vec![next]
}

/// Everything that may be wrong with a step besides who does it, by another office and by the unit's own.
fn trials(after: &World, step: Step) -> Vec<Trial> {
    let Listing { board, is_person, .. } = after.listing;
    let is_third = !matches!(step, Step::Nominate | Step::Propose | Step::State | Step::Object);
    let wrong = match step {
        Step::Nominate if is_person => Some(Wrong::WithoutConsent),
        Step::Propose if is_person => Some(Wrong::Outside),
        Step::Notice if is_person => Some(Wrong::Unweighed),
        _ => None,
    };
    let trial = Trial {
        is_third,
        judges: is_third || step == Step::Propose,
        is_own_word: step == Step::Object && board == Board::Black,
        is_of_list: true,
        ..Trial::default()
    };
    let wrongs = [None].into_iter().chain(wrong.map(Some));
    let owns: &[bool] = if is_third { &[false, true] } else { &[false] };
    let with = |wrong| owns.iter().map(move |is_own| (wrong, *is_own));
    wrongs.flat_map(with).map(|(wrong, is_own)| Trial { wrong, is_own, ..trial.clone() }).collect()
}

/// The windows pass one after another: to ask for a review, to say something, to object; then it comes down.
fn days(world: &World) -> Option<Move> {
    let one = world.listing;
    let (what, listing) = match (entry::standing(world), one.notice) {
        (None, _) if !entry::is_served(world) => return None,
        (None, _) => {
            ("a day to ask for a review passes", Listing { remedy: one.remedy.next()?, ..one })
        }
        (Some(Standing::Pending), _) if one.board == Board::Black && !one.is_verified => {
            ("a day for a statement passes", Listing { statement: one.statement.next()?, ..one })
        }
        (Some(Standing::InNotice | Standing::Held | Standing::Listed), Some(notice)) => {
            match notice.next() {
                Some(notice) => {
                    ("a day of the notice passes", Listing { notice: Some(notice), ..one })
                }
                None => ("a day on the list passes", Listing { listed: one.listed.next()?, ..one }),
            }
        }
        _ => return None,
    };
    Some(Move { what: (what, Trial::default()), world: World { listing, ..world.clone() } })
}
