//! People as symbols.

use super::guards::bit;
use qz_domain::matter::Part;
use qz_domain::spelled::Spelled;
use std::fmt::{self, Display};

/// Ties to the matter, as bits.
pub const SUBJECT: u8 = 1;
pub const MEMBER: u8 = 2;
pub const KIN: u8 = 4;

/// Everybody of one kind: the same ties, the same parts they may not take and
/// the same that they took.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Symbol {
    pub ties: u8,
    /// The parts they may no longer take, a bit each.
    pub barred: u64,
    /// The parts they took, as long as it matters who took them.
    pub history: u64,
    /// Counted among those the matter has met; kept apart only where people are counted.
    pub met: bool,
}

impl Symbol {
    /// Somebody no guard can tell from a passer-by.
    pub fn is_stranger(self) -> bool {
        self == Self::default()
    }
}

impl Display for Symbol {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let who = match (self.ties, self.history) {
            (0, 0) => "somebody new",
            (0, _) => "one",
            (KIN, _) => "kin of the unit",
            (MEMBER, _) => "one of the unit",
            _ => "the subject",
        };
        let took = Part::ALL.iter().filter(|part| self.history & bit(**part) != 0);
        let took: Vec<_> = took.map(|part| part.code()).collect();
        if took.is_empty() {
            write!(out, "{who}")
        } else {
            write!(out, "{who} who {}", took.join(" and "))
        }
    }
}

/// Those the matter knows, in order, so that two crowds that differ by names alone are one. The subject, a
/// colleague and a relative are always among them; strangers come as they are wanted.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Crowd(Vec<Symbol>);

/// Some of a crowd who do something together, by place; strangers have none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    pub known: Vec<usize>,
    pub strangers: usize,
}

impl Crowd {
    pub fn new() -> Self {
        let tied = |ties| Symbol { ties, ..Symbol::default() };
        let mut all = vec![tied(SUBJECT | MEMBER), tied(MEMBER), tied(KIN)];
        all.sort_unstable();
        Self(all)
    }

    /// One of the unit and one with kin in it: where it is about no person.
    pub fn beside_a_unit() -> Self {
        let tied = |ties| Symbol { ties, ..Symbol::default() };
        Self(vec![tied(MEMBER), tied(KIN)])
    }

    /// Nobody but the subject, who may be met.
    pub fn of_the_subject_alone() -> Self {
        Self(vec![Symbol { ties: SUBJECT | MEMBER, ..Symbol::default() }])
    }

    /// How many the matter has met.
    pub fn met(&self) -> usize {
        self.0.iter().filter(|symbol| symbol.met).count()
    }

    /// Who they are.
    pub fn people(&self, chosen: &Chosen) -> Vec<Symbol> {
        let known = chosen.known.iter().map(|at| self.0[*at]);
        known.chain(std::iter::repeat_n(Symbol::default(), chosen.strangers)).collect()
    }

    /// Every choice of `many` different people that differs in more than names.
    pub fn choices(&self, many: usize) -> Vec<Chosen> {
        let mut out = vec![];
        self.choose(0, many, &mut vec![], &mut out);
        out
    }

    fn choose(&self, from: usize, many: usize, known: &mut Vec<usize>, out: &mut Vec<Chosen>) {
        out.push(Chosen { known: known.clone(), strangers: many });
        if many == 0 {
            return;
        }
        let mut at = from;
        while at < self.0.len() {
            known.push(at);
            self.choose(at + 1, many - 1, known, out);
            known.pop();
            // The next of the same kind would be the same choice.
            let kind = self.0[at];
            at += 1;
            while at < self.0.len() && self.0[at] == kind {
                at += 1;
            }
        }
    }

    /// The crowd once the chosen were changed and everybody was looked at anew; strangers are forgotten, and no more
    /// of a kind are told apart than a step takes.
    pub fn changed(
        &self,
        (chosen, most): (&[&Chosen], usize),
        change: impl Fn(Symbol) -> Symbol,
        anew: impl Fn(Symbol) -> Symbol,
    ) -> Self {
        let mut all = self.0.clone();
        for some in chosen {
            for at in &some.known {
                all[*at] = change(all[*at]);
            }
            all.extend((0..some.strangers).map(|_| change(Symbol::default())));
        }
        let mut all: Vec<_> = all.into_iter().map(anew).filter(|one| !one.is_stranger()).collect();
        all.sort_unstable();
        // One more of a kind than a step takes changes nothing; those who are counted stay.
        let of_its_kind = |at: usize| (at >= most).then(|| all[at - most]);
        let kept = (0..all.len()).filter(|at| all[*at].met || of_its_kind(*at) != Some(all[*at]));
        Self(kept.map(|at| all[at]).collect())
    }

    /// As many of the unit and of their kin as a step takes are always to be found besides those who did something.
    pub fn and_more_of_the_unit(mut self, many: usize) -> Self {
        for ties in [MEMBER, KIN] {
            let one = Symbol { ties, ..Symbol::default() };
            let found = self.0.iter().filter(|other| **other == one).count();
            self.0.extend(std::iter::repeat_n(one, many.saturating_sub(found)));
        }
        self.0.sort_unstable();
        self
    }

    /// Whether a choice takes nobody whom another takes.
    pub fn are_apart(one: &Chosen, other: &Chosen) -> bool {
        one.known.iter().all(|at| !other.known.contains(at))
    }
}
