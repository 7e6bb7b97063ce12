//! The tables of the procedures, as they are or with one guard taken out; and what part a step is.

use super::guards::bit;
use super::world::World;
use qz_domain::matter::Part;
use qz_domain::procedure::Row;
use qz_domain::refusal::Guard;
use qz_domain::{accountability, bulletin, finding, visit};

/// Copies of the tables.
pub struct Tables {
    pub visit: Vec<Row<visit::Stage, visit::Step>>,
    pub finding: Vec<Row<finding::Stage, finding::Step>>,
    pub accountability: Vec<Row<accountability::Stage, accountability::Step>>,
    pub bulletin: Vec<Row<bulletin::Stage, bulletin::Step>>,
}

impl Tables {
    /// As every act consults them.
    pub fn shipped() -> Self {
        Self::but_for(None)
    }

    /// With a guard taken out of every row.
    pub fn without(guard: Guard) -> Self {
        Self::but_for(Some(guard))
    }

    /// The parts that somebody may still take from here, a bit each.
    pub fn ahead(&self, world: &World) -> u64 {
        let visit = |step| part_of_visit(step).map_or(0, bit);
        let accountability = |step| part_of_accountability(step).map_or(0, bit);
        reach(&self.visit, world.visit, visit)
            | reach(&self.finding, world.finding, |step| bit(part_of_finding(step)))
            | reach(&self.accountability, world.accountability, accountability)
            | reach(&self.bulletin, world.bulletin, |step| bit(part_of_bulletin(step)))
    }

    fn but_for(guard: Option<Guard>) -> Self {
        Self {
            visit: copy(visit::TRANSITIONS, guard),
            finding: copy(finding::TRANSITIONS, guard),
            accountability: copy(accountability::TRANSITIONS, guard),
            bulletin: copy(bulletin::TRANSITIONS, guard),
        }
    }
}

/// The bits of every step that can still follow.
fn reach<S: Copy + PartialEq, T: Copy>(
    table: &[Row<S, T>],
    from: Option<S>,
    bits: impl Fn(T) -> u64,
) -> u64 {
    let mut stages = vec![from];
    let mut at = 0;
    let mut out = 0;
    while let Some(stage) = stages.get(at).copied() {
        for row in table.iter().filter(|row| row.from == stage) {
            out |= bits(row.step);
            if !stages.contains(&Some(row.to)) {
                stages.push(Some(row.to));
            }
        }
        at += 1;
    }
    out
}

fn copy<S: Copy, T: Copy>(table: &[Row<S, T>], without: Option<Guard>) -> Vec<Row<S, T>> {
    let kept = |row: &Row<S, T>| {
        let guards = row.guards.iter().copied().filter(|guard| Some(*guard) != without);
        // A test's tables live as long as the test.
        let guards: &'static [Guard] = Box::leak(guards.collect::<Box<[Guard]>>());
        Row { guards, ..*row }
    };
    table.iter().map(kept).collect()
}

/// The part one takes in a visit's step, where it leaves a hand in the matter.
pub fn part_of_visit(step: visit::Step) -> Option<Part> {
    use visit::Step::{FilePaper, Plan, Report};
    matches!(step, Plan | Report | FilePaper).then_some(Part::Found)
}

/// The part one takes in a finding's step.
pub fn part_of_finding(step: finding::Step) -> Part {
    use finding::Step::{
        Close, FindUnfounded, Pursue, PutRight, Register, Uphold, UpholdPartly, Verify,
    };
    match step {
        Register => Part::Registered,
        Pursue | PutRight | Close => Part::Screened,
        Verify => Part::Verified,
        Uphold | UpholdPartly | FindUnfounded => Part::Adjudicated,
    }
}

/// The part one takes in an accountability's step; the subject's own words are none.
pub fn part_of_accountability(step: accountability::Step) -> Option<Part> {
    use accountability::Step::{Answer, Clear, Decide, Drop, Notify, Record, Serve, Waive};
    match step {
        Notify => Some(Part::Proposed),
        Answer => None,
        Record | Waive => Some(Part::Heard),
        Decide | Drop => Some(Part::Decided),
        Serve => Some(Part::Served),
        Clear => Some(Part::Cleared),
    }
}

/// The part one takes in a bulletin's step.
pub fn part_of_bulletin(step: bulletin::Step) -> Part {
    use bulletin::Step::{CallOff, Check, Countersign, Draft, Edit, Publish, Review, Sign};
    match step {
        Draft | Edit => Part::Drafted,
        Check => Part::Checked,
        Review => Part::Reviewed,
        Countersign => Part::Countersigned,
        Sign => Part::Signed,
        Publish => Part::Published,
        CallOff => Part::CalledOff,
    }
}
