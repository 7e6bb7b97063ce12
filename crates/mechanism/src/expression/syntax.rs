//! What an expression says before anybody looked at names and kinds (语法树).

use super::operator::Operator;
use super::value::Value;
use std::ops::Range;

/// A part of an expression with its place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Syntax {
    /// Where it stands, in bytes.
    pub at: Range<usize>,
    /// What it is.
    pub what: What,
}

/// What a part is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum What {
    /// A number, a text, yes or no.
    Literal(Value),
    /// A field by its name.
    Name(String),
    /// `!a`
    Not(Box<Syntax>),
    /// `-a`
    Negative(Box<Syntax>),
    /// `a + b`, with where the operator stands.
    Binary(Operator, Range<usize>, Box<[Syntax; 2]>),
    /// `a ? b : c`
    Choose(Box<[Syntax; 3]>),
    /// `[a, b]`
    List(Vec<Syntax>),
    /// `name(a, b)`
    Call(Call),
}

/// A call of a function.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Call {
    /// The name as it is written.
    pub name: String,
    /// Where the name stands.
    pub at: Range<usize>,
    /// What stands in the brackets.
    pub arguments: Vec<Syntax>,
}
