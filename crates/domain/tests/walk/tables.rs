//! The tables of the procedures, as they are or with one guard taken out; and what part a step is.

use super::doing::Machine;
use super::guards::bit;
use super::world::World;
use qz_domain::matter::Part;
use qz_domain::procedure::Row;
use qz_domain::refusal::Guard;
use qz_domain::{accountability, bulletin, finding, list_entry, rectification, review, visit};

/// Copies of the tables.
pub struct Tables {
    pub visit: Vec<Row<visit::Stage, visit::Step>>,
    pub finding: Vec<Row<finding::Stage, finding::Step>>,
    pub accountability: Vec<Row<accountability::Stage, accountability::Step>>,
    pub review: Vec<Row<review::Stage, review::Step>>,
    pub bulletin: Vec<Row<bulletin::Stage, bulletin::Step>>,
    pub rectification: Vec<Row<rectification::Stage, rectification::Step>>,
    pub entry: Vec<Row<list_entry::Stage, list_entry::Step>>,
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

    /// The parts that somebody may still take from here, a bit each. What follows from a decision has hands of its
    /// own: it lies ahead only where it moves.
    pub fn ahead(&self, world: &World, machines: &[Machine]) -> u64 {
        let visit = |step| part_of_visit(step).map_or(0, bit);
        let [looks, decides] = lightness(world);
        let finding =
            |step| looks.iter().fold(0, |bits, it| bits | bit(part_of_finding(step, *it)));
        let accountability = |step| {
            let part = |it: &bool| part_of_accountability(step, *it).map_or(0, bit);
            decides.iter().fold(0, |bits, it| bits | part(it))
        };
        reach(&self.visit, world.visit, visit)
            | reach(&self.finding, world.finding, finding)
            | reach(&self.accountability, world.accountability, accountability)
            | reach(&self.review, world.review, |step| part_of_review(step).map_or(0, bit))
            | reach(&self.bulletin, world.bulletin, |step| bit(part_of_bulletin(step)))
            | self.ahead_of_what_follows(world, machines)
    }

    fn ahead_of_what_follows(&self, world: &World, machines: &[Machine]) -> u64 {
        let mut ahead = 0;
        if machines.contains(&Machine::Rectification) {
            let part = |step| bit(part_of_rectification(step));
            ahead |= reach(&self.rectification, world.rectification, part);
        }
        if machines.contains(&Machine::Entry) {
            let part = |step| part_of_entry(step).map_or(0, bit);
            ahead |= reach(&self.entry, world.entry, part);
        }
        ahead
    }

    fn but_for(guard: Option<Guard>) -> Self {
        Self {
            visit: copy(visit::TRANSITIONS, guard),
            finding: copy(finding::TRANSITIONS, guard),
            accountability: copy(accountability::TRANSITIONS, guard),
            review: copy(review::TRANSITIONS, guard),
            bulletin: copy(bulletin::TRANSITIONS, guard),
            rectification: copy(rectification::TRANSITIONS, guard),
            entry: copy(list_entry::TRANSITIONS, guard),
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

/// Whether a finding, and an accountability, may still be handled in a light procedure and in the full one: what is
/// light may come to weigh more, what is not never weighs less.
fn lightness(world: &World) -> [&'static [bool]; 2] {
    let is_open = world.finding.is_none();
    let is_told = world.accountability.is_some();
    let looks = is_open || world.looks.weight.is_light();
    let decides = if is_told { world.decides.weight.is_light() } else { looks };
    [looks, decides].map(|light| if light { [false, true].as_slice() } else { &[false] })
}

/// The part one takes in a finding's step.
pub fn part_of_finding(step: finding::Step, is_light: bool) -> Part {
    use finding::Step::{
        Ask, Close, Deny, FindUnfounded, Grant, HandOver, Hold, Prolong, Pursue, PutRight,
        Register, Reply, Transfer, Uphold, UpholdPartly, Verify,
    };
    match step {
        Register => Part::Registered,
        Pursue | Ask | Hold | PutRight | Close => Part::Screened,
        Reply => Part::Heard,
        Prolong => Part::Prolonged,
        Grant | Deny => Part::Extended,
        Transfer => Part::Transferred,
        HandOver => Part::HandedOver,
        Verify => Part::Verified,
        Uphold | UpholdPartly | FindUnfounded if is_light => Part::Settled,
        Uphold | UpholdPartly | FindUnfounded => Part::Adjudicated,
    }
}

/// The part one takes in an accountability's step; the subject's own words are none.
pub fn part_of_accountability(step: accountability::Step, is_light: bool) -> Option<Part> {
    use accountability::Step::{
        Answer, Clear, Decide, Drop, HandOver, Notify, Record, Serve, Waive,
    };
    match step {
        Notify if is_light => Some(Part::Told),
        Notify => Some(Part::Proposed),
        HandOver => Some(Part::HandedOver),
        Answer => None,
        Record | Waive => Some(Part::Heard),
        Decide | Drop if is_light => Some(Part::Settled),
        Decide | Drop => Some(Part::Decided),
        Serve => Some(Part::Served),
        Clear => Some(Part::Cleared),
    }
}

/// The part one takes in a step of a review; the subject's own words are none.
pub fn part_of_review(step: review::Step) -> Option<Part> {
    use review::Step::{Accept, Ask, Decide, HandOver, Open, Record, Refuse, Serve, Withdraw};
    match step {
        Ask | Record | Withdraw => None,
        Open | Accept | Refuse => Some(Part::ReviewTaken),
        HandOver => Some(Part::HandedOver),
        Decide => Some(Part::ReviewDecided),
        Serve => Some(Part::ReviewServed),
    }
}

/// The part one takes in a bulletin's step.
pub fn part_of_bulletin(step: bulletin::Step) -> Part {
    use bulletin::Step::{
        CallOff, Check, Correct, Countersign, Draft, Edit, Publish, Review, Sign, Withdraw,
    };
    match step {
        Draft | Edit => Part::Drafted,
        Check => Part::Checked,
        Review => Part::Reviewed,
        Countersign => Part::Countersigned,
        Sign => Part::Signed,
        Publish => Part::Published,
        Correct | Withdraw => Part::Corrected,
        CallOff => Part::CalledOff,
    }
}

/// The part one takes in a step of a rectification.
pub fn part_of_rectification(step: rectification::Step) -> Part {
    use rectification::Step::{
        Ask, Claim, Close, Deny, Escalate, Grant, Order, Plan, Reopen, Return, Sustain, TakeUp,
    };
    match step {
        Order | TakeUp => Part::Ordered,
        Plan | Ask => Part::Planned,
        Grant | Deny => Part::Extended,
        Claim => Part::Claimed,
        Close | Return | Escalate => Part::Rechecked,
        Sustain | Reopen => Part::Revisited,
    }
}

/// The part one takes in a step of a list's entry; what whoever it is about says of a proposal is none.
pub fn part_of_entry(step: list_entry::Step) -> Option<Part> {
    use list_entry::Step::{
        Answer, Decline, Nominate, Notice, Object, Propose, Remove, State, Verify,
    };
    match step {
        State => None,
        Nominate | Propose => Some(Part::Nominated),
        Verify | Decline => Some(Part::Verified),
        Notice => Some(Part::Noticed),
        Object => Some(Part::Objected),
        Answer(_) => Some(Part::Answered),
        Remove => Some(Part::Withdrawn),
    }
}
