//! What is to be put right: from the order to the revisit.

use super::doing::{Machine, Move, Walk};
use super::guards::{Trial, Wrong};
use super::tables::part_of_rectification;
use super::world::{Clock, Organ, World};
use qz_domain::rectification::{Extension, Outcome, RETURNS_MOST, Stage, Step, missing};
use qz_domain::{bulletin, weight::Weight};

/// What is known of a rectification besides its stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PuttingRight {
    pub extension: Extension,
    pub returns: i64,
    /// Its term, by the last day.
    pub term: Clock,
    /// The day from which on it is looked at again has come.
    pub may_be_revisited: bool,
    /// The unit says that it is done, and nobody said since that it is not.
    pub is_claimed: bool,
}

impl Default for PuttingRight {
    fn default() -> Self {
        Self {
            extension: Extension::None,
            returns: 0,
            term: Clock::Before,
            may_be_revisited: false,
            is_claimed: false,
        }
    }
}

impl Walk {
    /// The steps of a rectification by everybody who could do them, and the days that pass.
    pub fn rectification_moves(&self, world: &World, out: &mut Vec<Move>) {
        for row in self.tables.rectification.iter().filter(|row| row.from == world.rectification) {
            if !is_ready(world, row.step) {
                continue;
            }
            let part = part_of_rectification(row.step);
            for looks in ordered_by(world, row.step) {
                let is_third = row.step.is_by_third();
                let wrong = is_out_of_time(world, row.step).then_some(Wrong::OutOfTime);
                let trial = Trial { wrong, is_third, is_own: looks.is_own, ..Trial::default() };
                let rectification = Some(row.to);
                let putting_right = after(&world.putting_right, row.step);
                let after = World { rectification, looks, putting_right, ..world.clone() };
                self.tried(world, row, (Some(part), &[1]), &trial, &after, out);
            }
        }
        out.extend(days(world));
    }
}

/// Who judges what was done.
trait Judging {
    fn is_by_third(&self) -> bool;
}

impl Judging for Step {
    fn is_by_third(&self) -> bool {
        matches!(self, Self::Close | Self::Return | Self::Escalate | Self::Sustain | Self::Reopen)
    }
}

/// What an act asks besides the guards of its row.
fn is_ready(world: &World, step: Step) -> bool {
    let is_missing = |outcome| missing(world.putting_right.returns) == outcome;
    match step {
        Step::Order => world.is_borne_out(),
        Step::TakeUp => is_promised(world),
        Step::Ask => world.putting_right.extension == Extension::None,
        Step::Grant | Step::Deny => world.putting_right.extension == Extension::Asked,
        Step::Return => is_missing(Outcome::Return),
        Step::Escalate => is_missing(Outcome::Escalate),
        Step::Plan | Step::Claim | Step::Close | Step::Sustain | Step::Reopen => true,
    }
}

/// A bulletin that its own subject asked for, which promises something, is published.
pub fn is_promised(world: &World) -> bool {
    world.bulletin == Some(bulletin::Stage::Published) && world.is_on_request
}

/// Whose a rectification is: of a finding, whoever had that; of a promise, another or the unit itself.
fn ordered_by(world: &World, step: Step) -> Vec<Organ> {
    match step {
        Step::TakeUp => vec![Organ::FULL, Organ { weight: Weight::County, is_own: true }],
        _ => vec![world.looks],
    }
}

fn is_out_of_time(world: &World, step: Step) -> bool {
    match step {
        Step::Ask => world.putting_right.term == Clock::After,
        Step::Sustain | Step::Reopen => !world.putting_right.may_be_revisited,
        _ => false,
    }
}

/// What a step leaves, as the acts have it.
fn after(before: &PuttingRight, step: Step) -> PuttingRight {
    let mut one = *before;
    match step {
        Step::Order | Step::TakeUp | Step::Plan | Step::Sustain => {}
        Step::Ask => one.extension = Extension::Asked,
        Step::Grant => (one.extension, one.term) = (Extension::Granted, Clock::Before),
        Step::Deny => one.extension = Extension::Denied,
        Step::Claim => {
            one.is_claimed = true;
            if one.extension == Extension::Asked {
                one.extension = Extension::Denied;
            }
        }
        Step::Close => one.may_be_revisited = false,
        Step::Return | Step::Escalate => {
            one.is_claimed = false;
            one.returns = (one.returns + 1).min(RETURNS_MOST);
        }
        Step::Reopen => (one.is_claimed, one.term) = (false, Clock::Before),
    }
    one
}

/// The term runs out while it is put right; once it is closed the day of the revisit comes.
fn days(world: &World) -> Option<Move> {
    let one = world.putting_right;
    let (what, putting_right) = match world.rectification? {
        Stage::Lasting => return None,
        Stage::Closed if one.may_be_revisited => return None,
        Stage::Closed => {
            ("the day of the revisit comes", PuttingRight { may_be_revisited: true, ..one })
        }
        _ => {
            let term = one.term.next()?;
            let what = if term == Clock::At { "its last day" } else { "its term is over" };
            (what, PuttingRight { term, ..one })
        }
    };
    let world = World { putting_right, ..world.clone() };
    Some(Move { what: (what, Trial::default()), world })
}

/// Where a rectification may rest for good.
pub fn is_over(world: &World) -> bool {
    matches!(world.rectification, None | Some(Stage::Lasting))
}

/// All that moves.
pub const MACHINES: &[Machine] = &[Machine::Rectification];
