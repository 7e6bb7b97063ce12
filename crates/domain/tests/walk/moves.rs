//! What may happen next: the rows of the tables that begin where a matter stands, by everybody who could do
//! them, and what each leaves behind.

use super::doing::{Machine, Move, Walk};
use super::guards::{Trial, Wrong};
use super::tables::{
    part_of_accountability, part_of_bulletin, part_of_finding, part_of_review, part_of_visit,
};
use super::world::{Clock, Fate, World};
use qz_domain::matter::Part;
use qz_domain::{accountability, bulletin, finding, review, visit};

impl Walk {
    /// Everything that may happen next.
    pub fn moves(&self, world: &World) -> Vec<Move> {
        let mut out = vec![];
        for machine in self.moving.machines {
            match machine {
                Machine::Visit => self.visit_moves(world, &mut out),
                Machine::Finding if world.visit == Some(visit::Stage::Filed) => {
                    self.finding_moves(world, &mut out);
                }
                Machine::Finding => {}
                Machine::Accountability => {
                    self.accountability_moves(world, &mut out);
                    out.extend(clock_move(world));
                }
                Machine::Review => self.review_moves(world, &mut out),
                Machine::Bulletin => self.bulletin_moves(world, &mut out),
            }
        }
        out
    }

    fn visit_moves(&self, world: &World, out: &mut Vec<Move>) {
        for row in self.tables.visit.iter().filter(|row| row.from == world.visit) {
            // A visit hands over what it saw once; what is added to it later has no part in the matter.
            if row.from == Some(row.to) {
                continue;
            }
            let part = part_of_visit(row.step).filter(|_| row.step != visit::Step::Plan);
            let many: &[usize] = if part.is_some() { &[1, 2] } else { &[0] };
            let after = World { visit: Some(row.to), ..world.clone() };
            self.tried(world, row, (part, many), &Trial::default(), &after, out);
        }
    }

    fn finding_moves(&self, world: &World, out: &mut Vec<Move>) {
        for row in self.tables.finding.iter().filter(|row| row.from == world.finding) {
            let part = part_of_finding(row.step);
            // Once somebody was given notice, whether it is borne out is said here.
            if row.step == finding::Step::Transfer && world.accountability.is_some() {
                continue;
            }
            let many: &[usize] = if part == Part::Verified { &[1, 2] } else { &[1] };
            let after = World { finding: Some(row.to), ..world.clone() };
            let is_adverse = after.is_borne_out();
            let trial = Trial { is_adverse, ..Trial::default() };
            self.tried(world, row, (Some(part), many), &trial, &after, out);
        }
    }

    fn accountability_moves(&self, world: &World, out: &mut Vec<Move>) {
        use accountability::Step;
        use finding::Stage::{Unfounded, Verified};
        let is_verified = world.finding == Some(Verified) || world.is_borne_out();
        for row in self.tables.accountability.iter().filter(|row| row.from == world.accountability)
        {
            let ready = match row.step {
                Step::Notify => is_verified,
                Step::Decide => world.is_borne_out(),
                Step::Clear => world.finding == Some(Unfounded),
                _ => world.finding != Some(Unfounded),
            };
            if !ready {
                continue;
            }
            let part = part_of_accountability(row.step);
            let mut after = World { accountability: Some(row.to), ..world.clone() };
            after.spoke |= matches!(row.step, Step::Answer | Step::Record | Step::Waive);
            let many: &[usize] = match row.step {
                Step::Decide | Step::Drop => &[1, 3],
                _ => &[1],
            };
            for trial in trials_of(row.step) {
                self.tried(world, row, (part, many), &trial, &after, out);
            }
        }
    }

    fn review_moves(&self, world: &World, out: &mut Vec<Move>) {
        use review::Step::{Decide, Refuse, Serve};
        if world.accountability != Some(accountability::Stage::Served) {
            return;
        }
        for row in self.tables.review.iter().filter(|row| row.from == world.review) {
            let part = part_of_review(row.step);
            let (wrongs, many, fates): (&[_], &[usize], &[Fate]) = match row.step {
                Decide => (
                    &[None, Some(Wrong::Outside), Some(Wrong::Heavier)],
                    &[1, 3],
                    &[Fate::Stands, Fate::Felled],
                ),
                Serve | Refuse => (&[None, Some(Wrong::WithoutRemedy)], &[1], &[world.fate]),
                _ => (&[None], &[1], &[world.fate]),
            };
            for fate in fates.iter().copied() {
                let after = World { review: Some(row.to), fate, ..world.clone() };
                for wrong in wrongs {
                    let trial = Trial { wrong: *wrong, ..Trial::default() };
                    self.tried(world, row, (part, many), &trial, &after, out);
                }
            }
        }
    }

    fn bulletin_moves(&self, world: &World, out: &mut Vec<Move>) {
        for row in self.tables.bulletin.iter().filter(|row| row.from == world.bulletin) {
            let part = part_of_bulletin(row.step);
            let ordinary = World { bulletin: Some(row.to), ..world.clone() };
            let is_served = world.is_standing();
            match row.step {
                bulletin::Step::Draft => {
                    for (is_on_request, is_grounded) in
                        [(false, is_served), (true, true), (true, false)]
                    {
                        let wrong = (!is_grounded).then_some(Wrong::Groundless);
                        let trial = Trial { wrong, ..Trial::default() };
                        let after = World { is_on_request, is_grounded, ..ordinary.clone() };
                        self.tried(world, row, (Some(part), &[1]), &trial, &after, out);
                    }
                }
                // What is said of it later takes nobody's part and brings it no further.
                bulletin::Step::Correct | bulletin::Step::Withdraw => {}
                bulletin::Step::Countersign if !world.is_on_request => {}
                // Another drafter takes more people and brings it no further.
                bulletin::Step::Edit if self.moving.counts => {}
                bulletin::Step::Publish => {
                    for wrong in [None, Some(Wrong::TooSoon)] {
                        let trial = Trial { wrong, ..Trial::default() };
                        self.tried(world, row, (Some(part), &[1]), &trial, &ordinary, out);
                    }
                }
                _ => self.tried(world, row, (Some(part), &[1]), &Trial::default(), &ordinary, out),
            }
        }
    }
}

/// The statement's window moves until it has passed, unless something was said.
fn clock_move(world: &World) -> Option<Move> {
    let (clock, what) = match world.clock {
        Clock::Before => (Clock::At, "the window's last day"),
        Clock::At => (Clock::After, "the window passes"),
        Clock::After => return None,
    };
    let is_open = world.accountability.is_some() && !world.spoke;
    let world = World { clock, ..world.clone() };
    is_open.then_some(Move { what: (what, Trial::default()), world })
}

/// Everything that may be wrong with a step besides who does it.
fn trials_of(step: accountability::Step) -> Vec<Trial> {
    use accountability::Step::{Decide, Serve};
    let wrongs: &[_] = match step {
        Decide => &[None, Some(Wrong::Outside), Some(Wrong::Heavier)],
        Serve => &[None, Some(Wrong::WithoutRemedy)],
        _ => &[None],
    };
    let is_adverse = step == Decide;
    let trial = |wrong: &Option<Wrong>| Trial { wrong: *wrong, is_adverse, ..Trial::default() };
    wrongs.iter().map(trial).collect()
}
