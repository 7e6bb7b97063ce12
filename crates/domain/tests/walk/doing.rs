//! A step by everybody who could do it, and what it leaves: marks on those who did it, and stains where something
//! was done that must not be.

use super::crowd::{Chosen, Crowd, MEMBER, SUBJECT, Symbol};
use super::guards::{Asked, Trial, Wrong, bit};
use super::tables::Tables;
use super::world::{Clock, World, stain};
use super::{entry, follows};
use qz_domain::matter::Part;
use qz_domain::procedure::{Row, Stepped};
use qz_domain::spelled::Spelled;
use qz_domain::weight::Weight;

/// A procedure's table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Machine {
    Visit,
    Finding,
    Accountability,
    Review,
    Bulletin,
    Rectification,
    Entry,
}

/// Which machines move, and how people are told apart.
#[derive(Debug, Clone, Copy)]
pub struct Moving {
    pub machines: &'static [Machine],
    /// Whether somebody else may key what was done.
    pub keyers: bool,
    /// The weights of procedure a matter may begin in.
    pub weights: &'static [Weight],
    /// Whether people are counted: everybody the matter met is kept apart from those it did not, and the fewest
    /// come first.
    pub counts: bool,
}

impl Moving {
    /// How many of a kind are told apart: as many as a step takes. Of what follows from a decision one does each
    /// step, elsewhere three decide; and one keys it.
    fn most_of_a_kind(&self) -> usize {
        if self.follows() { 1 + usize::from(self.keyers) } else { 4 }
    }

    /// Whether all that moves follows from a decision.
    fn follows(&self) -> bool {
        let follows =
            |machine: &Machine| matches!(machine, Machine::Rectification | Machine::Entry);
        self.machines.iter().all(follows)
    }
}

/// One thing that may happen.
pub struct Move {
    /// Which step, and how it was tried.
    pub what: (&'static str, Trial),
    pub world: World,
}

/// Everything a walk asks.
pub struct Walk {
    pub tables: Tables,
    pub asked: Asked,
    pub moving: Moving,
}

/// Who did the left must not do the right: in the words of the law, not of the table.
const KEPT_APART: &[(Part, Part)] = &[
    (Part::Found, Part::Verified),
    (Part::Found, Part::Adjudicated),
    (Part::Found, Part::Decided),
    (Part::Verified, Part::Adjudicated),
    (Part::Verified, Part::Decided),
    (Part::Adjudicated, Part::Decided),
    (Part::Proposed, Part::Decided),
    (Part::Found, Part::Settled),
    (Part::Registered, Part::Settled),
    (Part::Told, Part::Settled),
    (Part::Told, Part::Adjudicated),
    (Part::Told, Part::Decided),
    (Part::Settled, Part::ReviewDecided),
    (Part::Found, Part::ReviewDecided),
    (Part::Verified, Part::ReviewDecided),
    (Part::Adjudicated, Part::ReviewDecided),
    (Part::Decided, Part::ReviewDecided),
    (Part::Drafted, Part::Checked),
    (Part::Drafted, Part::Signed),
    (Part::Signed, Part::Published),
    (Part::Ordered, Part::Rechecked),
    (Part::Planned, Part::Rechecked),
    (Part::Claimed, Part::Rechecked),
    (Part::Ordered, Part::Revisited),
    (Part::Planned, Part::Revisited),
    (Part::Claimed, Part::Revisited),
    (Part::Nominated, Part::Verified),
    (Part::Nominated, Part::Noticed),
    (Part::Nominated, Part::Answered),
    (Part::Verified, Part::Answered),
    (Part::Objected, Part::Answered),
];

/// The parts that judge, which nobody tied to the matter may take.
const JUDGING: &[Part] = &[
    Part::Found,
    Part::Screened,
    Part::Verified,
    Part::Proposed,
    Part::Told,
    Part::Adjudicated,
    Part::Decided,
    Part::Settled,
    Part::Served,
    Part::ReviewTaken,
    Part::ReviewDecided,
    Part::ReviewServed,
    Part::Ordered,
    Part::Extended,
    Part::Rechecked,
    Part::Revisited,
    Part::Noticed,
    Part::Answered,
];

impl Walk {
    pub fn new(tables: Tables, moving: Moving) -> Self {
        Self { tables, asked: Asked::new(), moving }
    }

    /// A step by everybody who could do it, and with everybody who could key it.
    pub(super) fn tried<S: Copy, T: Stepped>(
        &self,
        world: &World,
        row: &Row<S, T>,
        (part, many): (Option<Part>, &[usize]),
        trial: &Trial,
        after: &World,
        out: &mut Vec<Move>,
    ) {
        let ahead = self.tables.ahead(after, self.moving.machines);
        let matters = earlier(|later| ahead & bit(later) != 0);
        for (doers, keyer) in self.choices(&world.crowd, part, many) {
            let mut people = world.crowd.people(&doers);
            let many = people.len();
            people.extend(world.crowd.people(&keyer));
            let trial = Trial { people, doers: many, part, ..trial.clone() };
            let passes = |guard| self.asked.passes(guard, world, &trial);
            if !is_whose_word_it_is(&trial) || !row.guards.iter().copied().all(passes) {
                continue;
            }
            let stains =
                world.stains | stains(world, &trial) | follows::stains(world, after, &trial);
            let stains = stains | entry::stains(after);
            let world = self.met(
                &World { stains, ..after.clone() },
                &[&doers, &keyer],
                part,
                (ahead, matters),
            );
            let what = (row.step.action().code(), trial);
            out.push(Move { what, world });
        }
    }

    fn choices(&self, crowd: &Crowd, part: Option<Part>, many: &[usize]) -> Vec<(Chosen, Chosen)> {
        let keyers: &[usize] = if self.moving.keyers && part.is_some() { &[0, 1] } else { &[0] };
        let keyers: Vec<_> = keyers.iter().flat_map(|many| crowd.choices(*many)).collect();
        let doers = many.iter().flat_map(|many| crowd.choices(*many));
        let with_keyers = |doers: Chosen| {
            let apart = keyers.iter().filter(|keyer| Crowd::are_apart(&doers, keyer)).cloned();
            apart.map(|keyer| (doers.clone(), keyer)).collect::<Vec<_>>()
        };
        doers.flat_map(with_keyers).collect()
    }

    /// The world once those who did the step are marked by it, and all that no longer matters is forgotten.
    fn met(
        &self,
        world: &World,
        chosen: &[&Chosen],
        part: Option<Part>,
        (ahead, matters): (u64, u64),
    ) -> World {
        let counts = self.moving.counts;
        let barred = part.map_or(0, |part| self.asked.barred_after(part));
        let history = part.map_or(0, bit);
        let mark = |one: Symbol| Symbol {
            barred: one.barred | barred,
            history: one.history | history,
            met: one.met || counts,
            ..one
        };
        let anew = |one: Symbol| Symbol {
            barred: one.barred & ahead,
            history: one.history & matters,
            ..one
        };
        let most = self.moving.most_of_a_kind();
        let mut crowd = world.crowd.changed((chosen, most), mark, anew);
        if self.moving.follows() && !counts {
            crowd = crowd.and_more_of_the_unit(most);
        }
        World { crowd, ..world.clone() }
    }
}

/// The earlier parts of the pairs whose later part is asked for.
fn earlier(is_asked: impl Fn(Part) -> bool) -> u64 {
    let pairs = KEPT_APART.iter().filter(|(_, later)| is_asked(*later));
    pairs.fold(0, |bits, (earlier, _)| bits | bit(*earlier))
}

/// A step that is no part of an office is the subject's own word, and so are some that are.
fn is_whose_word_it_is(trial: &Trial) -> bool {
    let (doers, _) = trial.people.split_at(trial.doers);
    (trial.part.is_some() && !trial.is_own_word) || doers.iter().all(|one| one.ties & SUBJECT != 0)
}

/// What a step leaves that must not be, told from what was done without asking a guard.
fn stains(world: &World, trial: &Trial) -> u32 {
    let Some(part) = trial.part else { return 0 };
    let before = earlier(|later| later == part);
    let is_judging = JUDGING.contains(&part) || trial.judges;
    let enough = match part {
        // What the unit saw in its own day's work, one saw.
        Part::Found if trial.is_own => 1,
        Part::Found => 2,
        Part::Verified if !trial.is_of_list => 2,
        Part::Decided | Part::ReviewDecided => 3,
        _ => 1,
    };
    let was_heard = world.accountability.is_some() && (world.spoke || world.clock == Clock::After);
    // To belong to the unit is no tie where it is the unit itself that looks or decides.
    let ties = if trial.is_own { !MEMBER } else { u8::MAX };
    let is_unverified = world.finding == Some(qz_domain::finding::Stage::Registered)
        && !world.looks.weight.is_light();
    let is_public = part == Part::Published;
    let is_unseen = world.bulletin != Some(qz_domain::bulletin::Stage::Countersigned);
    let is = |wrong| trial.wrong == Some(wrong);
    let notes = [
        (trial.people.iter().any(|one| one.history & before != 0), stain::OWN_FINDING),
        (is_judging && trial.people.iter().any(|one| one.ties & ties != 0), stain::TIED),
        (trial.is_adverse && is_unverified, stain::NOT_VERIFIED),
        (trial.doers < enough, stain::TOO_FEW),
        (trial.is_adverse && !was_heard, stain::UNHEARD),
        (is(Wrong::Outside), stain::BEYOND_AUTHORITY),
        (is(Wrong::Heavier), stain::HEAVIER),
        (is(Wrong::WithoutRemedy), stain::NO_REMEDY),
        (is_public && is(Wrong::TooSoon), stain::TOLD_TOO_SOON),
        (is_public && !world.is_grounded, stain::NO_DECISION),
        (part == Part::Signed && world.is_on_request && is_unseen, stain::NOT_COUNTERSIGNED),
    ];
    notes.iter().filter(|(is_so, _)| *is_so).fold(0, |bits, (_, stain)| bits | stain)
}

/// What happened, in words.
pub fn told((step, trial): &(&'static str, Trial)) -> String {
    if trial.people.is_empty() { (*step).to_owned() } else { format!("{step} by {}", named(trial)) }
}

fn named(trial: &Trial) -> String {
    let (doers, keyers) = trial.people.split_at(trial.doers);
    let list =
        |people: &[Symbol]| people.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let wrong = match trial.wrong {
        None | Some(Wrong::Groundless) => "",
        Some(Wrong::Outside) => ", outside authority",
        Some(Wrong::Heavier) => ", heavier than before",
        Some(Wrong::WithoutRemedy) => ", without a remedy",
        Some(Wrong::TooSoon) => ", on the day of service",
        Some(Wrong::OutOfTime) => ", out of time",
        Some(Wrong::WithoutConsent) => ", without consent",
        Some(Wrong::Unweighed) => ", not weighed",
    };
    let keyed =
        if keyers.is_empty() { String::new() } else { format!(", keyed by {}", list(keyers)) };
    format!("{}{keyed}{}", list(doers), wrong)
}
