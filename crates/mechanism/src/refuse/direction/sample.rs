//! The numbers an expression is worked out for: small ones, large ones, and those around every number that is written in it.
//! They are the same each time.

use super::super::taint::{Class, Taint};
use super::calculate::{Calculation, Numbers, Rows, is_same};
use super::visit;
use crate::expression::{Syntax, Value, What};
use rust_decimal::prelude::ToPrimitive;
use std::collections::BTreeMap;

/// For how many states of everything else a number is moved.
const STATES: usize = 48;
/// How much of what was found is put right.
const SHARES: [f64; 5] = [0.0, 0.25, 0.5, 0.8, 1.0];
/// What was found and has no name in the expression.
const HIDDEN: &str = "@found";

/// An expression with the numbers it is worked out for.
pub(super) struct Sample<'a> {
    syntax: &'a Syntax,
    rows: Rows,
    classes: BTreeMap<&'a str, Class>,
    steps: Vec<f64>,
    others: Vec<f64>,
    has_found: bool,
    looks_back: bool,
}

/// A state of everything: what each name drew, now and before.
struct State<'a> {
    sample: &'a Sample<'a>,
    seed: usize,
    moved: (&'a str, f64),
    /// Whether the window before was like this one.
    is_steady: bool,
}

impl<'a> Sample<'a> {
    /// The numbers for an expression.
    pub fn of(syntax: &'a Syntax, rows: Rows, taints: &'a BTreeMap<String, Option<Taint>>) -> Self {
        let written = written(syntax);
        let near: Vec<f64> = written.iter().flat_map(|one| [one - 1.0, *one, one + 1.0]).collect();
        let small = (0..=30).map(f64::from);
        let shares = (1..20)
            .map(|one| f64::from(one) / 20.0)
            .filter(|_| written.iter().any(|one| one.fract() != 0.0));
        let large = [40.0, 50.0, 75.0, 99.0, 100.0, 150.0, 200.0, 500.0, 1_000.0, 10_000.0];
        let mut steps: Vec<f64> = small.chain(shares).chain(large).chain(near.clone()).collect();
        steps.retain(|one| *one >= 0.0);
        steps.sort_by(f64::total_cmp);
        steps.dedup_by(|one, two| is_same(*one, *two));
        let mut others = vec![0.0, 1.0, 2.0, 3.0, 5.0, 8.0, 12.0, 20.0, 60.0, 100.0];
        others.extend(near.iter().filter(|one| **one >= 0.0));
        let classes: BTreeMap<&str, Class> = taints
            .iter()
            .filter_map(|(name, taint)| Some((name.as_str(), (*taint)?.class)))
            .collect();
        let has_found = classes.values().any(|class| *class == Class::Found);
        Self { syntax, rows, classes, steps, others, has_found, looks_back: looks_back(syntax) }
    }

    /// What a class is in this expression: what a unit tells of itself is a part of what was found where that is there too.
    pub fn class(&self, class: Class) -> Class {
        match class {
            Class::Own | Class::Followed if self.has_found => Class::Closed,
            class => class,
        }
    }

    /// Whether the value goes up, and whether it goes down, when one number goes up; and the least value seen.
    pub fn vary(&'a self, name: &'a str, class: Class) -> ((bool, bool), f64) {
        let name = if class == Class::Followed { HIDDEN } else { name };
        let (mut ways, mut least) = ((false, false), 0.0_f64);
        if class == Class::Closed {
            return (ways, least);
        }
        let steady = [false, true].into_iter().filter(|steady| !steady || self.looks_back);
        for (seed, is_steady) in
            steady.flat_map(|steady| (0..STATES).map(move |seed| (seed, steady)))
        {
            let mut before = None;
            for step in &self.steps {
                let state = State { sample: self, seed, moved: (name, *step), is_steady };
                let whole = Calculation { numbers: &state, rows: self.rows, before: false };
                let Some(value) = whole.of(self.syntax) else { continue };
                least = least.min(value);
                if let Some(before) = before.filter(|before| !is_same(*before, value)) {
                    ways = (ways.0 || value > before, ways.1 || value < before);
                }
                before = Some(value);
            }
        }
        (ways, least)
    }
}

impl State<'_> {
    /// What a name drew of its own.
    fn drawn(&self, name: &str, before: bool) -> f64 {
        let (moved, value) = self.moved;
        let is_moved = moved == name && (!before || self.is_steady);
        if is_moved { value } else { self.pick(name, before, &self.sample.others) }
    }

    fn pick(&self, name: &str, before: bool, from: &[f64]) -> f64 {
        // The first states have everything at its least, at 1, and large.
        let place = match self.seed {
            0 => 0,
            1 => 1,
            2 => from.len().saturating_sub(1),
            seed => mixed(name, seed, before && !self.is_steady),
        };
        from.get(place % from.len().max(1)).copied().unwrap_or(0.0)
    }

    /// How much was found in all.
    fn found(&self, before: bool) -> f64 {
        let found = self.sample.classes.iter().filter(|(_, class)| **class == Class::Found);
        let most = found.map(|(name, _)| self.drawn(name, before)).reduce(f64::max);
        most.unwrap_or_else(|| self.drawn(HIDDEN, before))
    }
}

impl Numbers for State<'_> {
    fn value(&self, name: &str, before: bool) -> f64 {
        let class = self.sample.classes.get(name).copied();
        let is_part = match class {
            Some(Class::Followed) => true,
            Some(Class::Closed | Class::Own) => self.sample.has_found,
            _ => false,
        };
        if is_part {
            return self.pick(name, before, &SHARES) * self.found(before);
        }
        self.drawn(name, before)
    }
}

/// A number that looks like chance and is the same each time.
fn mixed(name: &str, seed: usize, before: bool) -> usize {
    let start =
        seed.wrapping_mul(0x9E37_79B9).wrapping_add(usize::from(before).wrapping_mul(0x85EB_CA6B));
    let spread =
        name.bytes().fold(start, |sum, byte| (sum ^ usize::from(byte)).wrapping_mul(0x0100_0193));
    (spread >> 7) ^ (spread >> 15)
}

/// The numbers that are written out in an expression.
fn written(syntax: &Syntax) -> Vec<f64> {
    let mut written = vec![];
    visit(syntax, &mut |one| match &one.what {
        What::Literal(Value::Int(number)) => written.extend(number.to_f64()),
        What::Literal(Value::Decimal(number)) => written.extend(number.to_f64()),
        _ => {}
    });
    written
}

fn looks_back(syntax: &Syntax) -> bool {
    let mut looks_back = false;
    visit(syntax, &mut |one| {
        if let What::Call(call) = &one.what {
            let function = super::function(&call.name);
            looks_back |= function == Some(crate::expression::Function::Previous);
        }
    });
    looks_back
}
