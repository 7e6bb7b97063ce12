//! Punches in the order they arrived, gathered by person.

use super::calendar::{AROUND, Days};
use super::time::{Second, midnight};

/// Punches in one piece of a block.
const PIECE: usize = 4096;
/// The most people of a block.
const BLOCK_MOST: u32 = 2048;

/// Punches by blocks of people; each is kept in four bytes until its block is judged.
#[derive(Debug)]
pub struct Gather {
    first: Second,
    end: Second,
    /// Bits of a kept punch that are its time, and those that are its person in the block.
    bits: u32,
    person_bits: u32,
    people: u32,
    blocks: Vec<Vec<Vec<u32>>>,
}

/// The punches of a block, each person's in the order of time.
#[derive(Debug, Default)]
pub struct Block {
    punches: Vec<Second>,
    /// Where each person's end.
    ends: Vec<usize>,
    first_person: u32,
}

impl Gather {
    /// Room for the punches of so many people that may matter in a stretch.
    pub fn new(days: &Days, people: u32) -> Self {
        let first = midnight(days.range().start() - AROUND);
        let end = midnight(days.range().end() + 1 + AROUND);
        // A stretch has a day at least and ends before 2068, so that either has a bit.
        let bits = (u32::BITS - (end - first).leading_zeros()).min(u32::BITS - 1);
        let person_bits = (u32::BITS - bits).min(BLOCK_MOST.ilog2());
        let blocks = (0..people.div_ceil(1 << person_bits)).map(|_| vec![]).collect();
        Self { first, end, bits, person_bits, people, blocks }
    }

    /// The people of each block but the last.
    fn per_block(&self) -> u32 {
        1 << self.person_bits
    }

    /// How many blocks there are.
    pub fn blocks(&self) -> usize {
        self.blocks.len()
    }

    /// Keeps a punch; one that cannot matter in the stretch, or of nobody, is let go.
    pub fn push(&mut self, person: u32, at: Second) {
        let Some(block) = self.blocks.get_mut((person >> self.person_bits) as usize) else {
            return;
        };
        if at < self.first || at >= self.end || person >= self.people {
            return;
        }
        let within = person & ((1 << self.person_bits) - 1);
        let kept = within << self.bits | (at - self.first).unsigned_abs();
        match block.last_mut() {
            Some(piece) if piece.len() < PIECE => piece.push(kept),
            _ => {
                let mut piece = Vec::with_capacity(PIECE);
                piece.push(kept);
                block.push(piece);
            }
        }
    }

    /// Adds what another gathered of the same people and days; the order does not matter.
    pub fn merge(&mut self, other: Self) {
        for (own, more) in self.blocks.iter_mut().zip(other.blocks) {
            own.extend(more);
        }
    }

    /// The punches of a block, in `block`, whose room is used again.
    pub fn open(&self, at: usize, block: &mut Block) {
        let per_block = self.per_block();
        block.first_person = u32::try_from(at).unwrap_or(u32::MAX).saturating_mul(per_block);
        let people = per_block.min(self.people.saturating_sub(block.first_person)) as usize;
        let pieces = self.blocks.get(at).map_or(&[][..], Vec::as_slice);
        let person = |kept: u32| (kept >> self.bits) as usize;
        block.ends.clear();
        block.ends.resize(people + 1, 0);
        for kept in pieces.iter().flatten() {
            if let Some(count) = block.ends.get_mut(person(*kept) + 1) {
                *count += 1;
            }
        }
        for at in 1..block.ends.len() {
            block.ends[at] += block.ends[at - 1];
        }
        let total = block.ends.last().copied().unwrap_or(0);
        block.punches.clear();
        block.punches.resize(total, 0);
        let mask = (1_u32 << self.bits) - 1;
        for kept in pieces.iter().flatten() {
            let place = &mut block.ends[person(*kept)];
            block.punches[*place] = self.first.saturating_add_unsigned(kept & mask);
            *place += 1;
        }
        block.ends.pop();
        let mut since = 0;
        for end in &block.ends {
            put_in_order(&mut block.punches[since..*end]);
            since = *end;
        }
    }
}

impl Block {
    /// Each person with their punches in the order of time.
    pub fn people(&self) -> impl Iterator<Item = (u32, &[Second])> {
        let mut since = 0;
        (self.first_person..).zip(&self.ends).map(move |(person, end)| {
            let own = self.punches.get(since..*end).unwrap_or_default();
            since = *end;
            (person, own)
        })
    }
}

/// Puts punches in the order of time. They nearly are: terminals send them as they come, and the few that come late
/// move a few places. What is far from it is sorted.
fn put_in_order(punches: &mut [Second]) {
    let mut moves = 8 * punches.len();
    for at in 1..punches.len() {
        let punch = punches[at];
        let mut place = at;
        while place > 0 && punches[place - 1] > punch {
            punches[place] = punches[place - 1];
            place -= 1;
        }
        punches[place] = punch;
        if at - place > moves {
            return punches.sort_unstable();
        }
        moves -= at - place;
    }
}

#[cfg(test)]
mod tests {
    use super::{Block, Gather, put_in_order};
    use crate::attendance::{DayKind, Days, day_number, midnight};
    use jiff::civil::date;

    #[test]
    fn punches_in_any_order_come_out_by_person_and_time() {
        let (from, to) = (date(2026, 3, 1), date(2026, 3, 31));
        let days = Days::of(from, to, 2026, |_| DayKind::Work);
        let start = midnight(day_number(from));
        for people in [1, 1000, 5000] {
            let mut gather = Gather::new(&days, people);
            let mut other = Gather::new(&days, people);
            let all: Vec<_> = (0..40_000_u32)
                .map(|n| (n * 7919 % people, n.wrapping_mul(104_729) % 2_600_000))
                .collect();
            for (place, (person, at)) in all.iter().enumerate() {
                let gather = if place.is_multiple_of(3) { &mut other } else { &mut gather };
                gather.push(*person, start.saturating_add_unsigned(*at));
            }
            gather.push(0, start - 400_000);
            gather.push(people, start);
            gather.merge(other);
            let mut expected = all.clone();
            expected.sort_unstable();
            let mut found = vec![];
            let mut block = Block::default();
            for at in 0..gather.blocks() {
                gather.open(at, &mut block);
                for (person, punches) in block.people() {
                    found.extend(
                        punches.iter().map(|punch| (person, (punch - start).unsigned_abs())),
                    );
                }
            }
            assert_eq!(found, expected, "{people}");
        }
    }

    #[test]
    fn what_is_far_from_its_order_is_sorted_too() {
        let mut punches: Vec<_> = (0..500).rev().collect();
        put_in_order(&mut punches);
        assert!(punches.is_sorted());
    }
}
