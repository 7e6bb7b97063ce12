//! An expression once it is checked (检查后的表达式): a flat list of steps, each after those it needs.

use super::function::Function;
use super::operator::{Arithmetic, Comparison};
use super::scope::Fold;
use super::value::{Kind, Value};
use crate::language::Said;

/// A place in the list of nodes.
pub(super) type At = u16;

/// A step with the kind of what it gives.
#[derive(Debug, Clone)]
pub(super) struct Node {
    /// What is done.
    pub step: Step,
    /// What comes of it.
    pub kind: Kind,
}

/// What is done.
#[derive(Debug, Clone)]
pub(super) enum Step {
    /// A value that is written out.
    Constant(Value),
    /// A list that is written out; it stands only where something is looked for in it.
    List(Box<[At]>),
    /// A field folded over the rows of the window.
    Folded(Reading, Fold),
    /// A field of the row at hand.
    Each(Reading),
    /// A whole number as a decimal.
    Promote(At),
    /// Not so.
    Not(At),
    /// The other sign.
    Negative(At),
    /// Both.
    And(At, At),
    /// Either.
    Or(At, At),
    /// A comparison.
    Compare(Comparison, At, At),
    /// Arithmetic.
    Arithmetic(Arithmetic, At, At),
    /// Whether a value is in a list.
    In(At, At),
    /// One or the other, by a condition.
    Choose([At; 3]),
    /// A function of arguments.
    Call(Function, Box<[At]>),
}

/// How a field is read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading {
    /// Its place in the row.
    pub place: usize,
    /// What a value of it is.
    pub kind: Kind,
    /// Its place in the list of names.
    pub name: usize,
}

/// A field as it is called in the expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    /// Its place in the row.
    pub place: usize,
    /// What it is called, with its source where that is written.
    pub said: Said,
}
