//! The pieces (词法单元) that an expression is written in.

use super::operator::Operator;
use super::value::Value;
use std::ops::Range;

/// A piece of an expression.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    /// A number, a text, yes or no.
    Literal(Value),
    /// The name of a field or a function, with its source where one is written.
    Name(String),
    /// An operator between two values; `-` is one even where it stands before a value alone.
    Operator(Operator),
    /// `!`
    Not,
    /// `?`
    Question,
    /// `:`
    Colon,
    /// `(`
    Open,
    /// `)`
    Close,
    /// `[`
    OpenList,
    /// `]`
    CloseList,
    /// `,`
    Comma,
}

/// A piece with its place in bytes.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Placed {
    /// The piece.
    pub token: Token,
    /// Where it stands.
    pub at: Range<usize>,
}
