//! What may happen next: the rows of the tables that begin where a matter stands, by everybody who could do
//! them, and what each leaves behind.

use super::doing::{Machine, Move, Walk};
use super::guards::{Trial, Wrong};
use super::tables::{
    part_of_accountability, part_of_bulletin, part_of_finding, part_of_review, part_of_visit,
};
use super::world::{Clock, Fate, Organ, World};
use qz_domain::matter::Part;
use qz_domain::weight::Weight;
use qz_domain::{accountability, bulletin, finding, review, visit};

impl Walk {
    /// Everything that may happen next.
    pub fn moves(&self, world: &World) -> Vec<Move> {
        let mut out = vec![];
        for machine in self.moving.machines {
            match machine {
                Machine::Visit => self.visit_moves(world, &mut out),
                Machine::Finding => self.finding_moves(world, &mut out),
                Machine::Accountability => {
                    self.accountability_moves(world, &mut out);
                    out.extend(clock_move(world));
                }
                Machine::Review => self.review_moves(world, &mut out),
                Machine::Bulletin => self.bulletin_moves(world, &mut out),
                Machine::Rectification => self.rectification_moves(world, &mut out),
                Machine::Entry => self.entry_moves(world, &mut out),
            }
        }
        out
    }

    fn visit_moves(&self, world: &World, out: &mut Vec<Move>) {
        // What the unit saw itself has no visit.
        if world.finding.is_some() && world.visit.is_none() {
            return;
        }
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
            let part = part_of_finding(row.step, world.looks.weight.is_light());
            // To hand it over takes one more and brings it no further.
            if self.moving.counts && row.step == finding::Step::HandOver {
                continue;
            }
            for (part, looks) in looked_at(world, row.step, part) {
                let begins = self.moving.weights.contains(&looks.weight);
                let is_begun = matches!(row.step, finding::Step::Register | finding::Step::Pursue);
                if is_begun && !begins {
                    continue;
                }
                let many: &[usize] = if part == Part::Verified { &[1, 2] } else { &[1] };
                let after = World { finding: Some(row.to), looks, ..world.clone() };
                let (is_adverse, is_own) = (after.is_borne_out(), looks.is_own);
                let trial = Trial { is_adverse, is_own, ..Trial::default() };
                self.tried(world, row, (Some(part), many), &trial, &after, out);
            }
        }
    }

    fn accountability_moves(&self, world: &World, out: &mut Vec<Move>) {
        use accountability::Step;
        use finding::Stage::Unfounded;
        for row in self.tables.accountability.iter().filter(|row| row.from == world.accountability)
        {
            let ready = match row.step {
                Step::Notify => world.may_be_noticed(),
                Step::Decide => world.is_borne_out(),
                Step::Clear => world.finding == Some(Unfounded),
                _ => world.finding != Some(Unfounded),
            };
            if !ready {
                continue;
            }
            if self.moving.counts && row.step == Step::HandOver {
                continue;
            }
            let has = if row.step == Step::Notify { world.looks } else { world.decides };
            let part = part_of_accountability(row.step, has.weight.is_light());
            let spoke =
                world.spoke || matches!(row.step, Step::Answer | Step::Record | Step::Waive);
            let many: &[usize] = match row.step {
                Step::Decide | Step::Drop => &[1, 3],
                _ => &[1],
            };
            let after = if row.step == Step::HandOver { lifted(has) } else { vec![has] };
            for decides in after {
                let accountability = Some(row.to);
                let after = World { accountability, decides, spoke, ..world.clone() };
                for trial in trials_of(row.step) {
                    let trial = Trial { is_own: has.is_own, ..trial };
                    self.tried(world, row, (part, many), &trial, &after, out);
                }
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
            // What was settled inside a unit is told to nobody else.
            let is_served = world.is_standing() && world.decides.weight != Weight::InUnit;
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

/// The ways a step of a finding may be done: as what part, and who has it afterwards.
fn looked_at(world: &World, step: finding::Step, part: Part) -> Vec<(Part, Organ)> {
    use finding::Step::{Ask, Close, HandOver, Hold, Pursue, PutRight, Register, Transfer};
    let had = world.looks;
    let is_told = world.accountability.is_some();
    let is_light = had.weight.is_light();
    let is_seen = world.visit == Some(visit::Stage::Filed);
    match step {
        Register => begun(is_seen, world.visit.is_none()),
        // Once somebody was given notice, whether it is borne out is said here.
        Transfer | Ask | Hold | Close | PutRight if is_told => vec![],
        Pursue if is_told && is_light => vec![],
        Pursue => vec![(part, Organ { weight: Weight::County, ..had })],
        // To another in its stead: whoever has it then, the rest is the same as if it had been so all along.
        HandOver if is_light && had.is_own && world.accountability.is_none() => {
            vec![(part, Organ::FULL), (part, Organ { is_own: false, ..had })]
        }
        HandOver => lifted(had).into_iter().map(|organ| (part, organ)).collect(),
        _ => vec![(part, had)],
    }
}

/// How a finding may begin: from a visit in any weight, or as what the unit saw itself in a light one.
fn begun(is_seen: bool, is_without_visit: bool) -> Vec<(Part, Organ)> {
    let own = |weight| Organ { weight, is_own: true };
    let light = [own(Weight::InUnit), own(Weight::UnitScope)];
    if is_seen {
        let all = [Organ::FULL].into_iter().chain(light);
        return all.map(|organ| (Part::Registered, organ)).collect();
    }
    let light = light.into_iter().map(|organ| (Part::Found, organ));
    light.filter(|_| is_without_visit).collect()
}

/// Who has a matter that was handed to the organ above, with every step; nothing changes where it had it before.
fn lifted(had: Organ) -> Vec<Organ> {
    if had == Organ::FULL { vec![] } else { vec![Organ::FULL] }
}

/// The statement's window moves until it has passed, unless something was said.
fn clock_move(world: &World) -> Option<Move> {
    let clock = world.clock.next()?;
    let what = if clock == Clock::At { "the window's last day" } else { "the window passes" };
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
