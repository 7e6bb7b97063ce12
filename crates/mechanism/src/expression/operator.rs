//! Operators (运算符) between two values: how they are written, and which binds tighter.

use crate::language::{Language, Names};

/// An operator between two values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Operator {
    /// Either is true (或).
    Or,
    /// Both are true (且).
    And,
    /// A comparison.
    Compare(Comparison),
    /// The value stands in the list (属于).
    In,
    /// A sum, a difference, a product, a quotient or a remainder.
    Arithmetic(Arithmetic),
}

/// A comparison (比较).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// Less.
    Less,
    /// At most.
    AtMost,
    /// More.
    More,
    /// At least.
    AtLeast,
    /// Equal.
    Equal,
    /// Not equal.
    Unequal,
}

/// An operation of arithmetic (四则运算).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Arithmetic {
    /// The sum.
    Add,
    /// The difference.
    Subtract,
    /// The product.
    Multiply,
    /// The quotient, always a decimal.
    Divide,
    /// What is left over; it has the sign of the first.
    Remainder,
}

impl Operator {
    /// How tight it binds; more is tighter.
    pub(super) const fn level(self) -> u8 {
        match self {
            Self::Or => 2,
            Self::And => 3,
            Self::Compare(_) | Self::In => 4,
            Self::Arithmetic(Arithmetic::Add | Arithmetic::Subtract) => 5,
            Self::Arithmetic(_) => 6,
        }
    }

    /// How the language writes it.
    pub const fn spelled(self, language: Language) -> &'static str {
        let names = match self {
            Self::Or => Names::new("或", "||"),
            Self::And => Names::new("且", "&&"),
            Self::In => Names::new("属于", "in"),
            Self::Compare(Comparison::Equal) => Names::new("=", "=="),
            Self::Compare(comparison) => comparison.sign(),
            Self::Arithmetic(arithmetic) => arithmetic.sign(),
        };
        names.within(language)
    }
}

impl Comparison {
    const fn sign(self) -> Names<'static> {
        let sign = match self {
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::More => ">",
            Self::AtLeast => ">=",
            Self::Equal => "==",
            Self::Unequal => "!=",
        };
        Names::new(sign, sign)
    }
}

impl Arithmetic {
    const fn sign(self) -> Names<'static> {
        let sign = match self {
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Multiply => "*",
            Self::Divide => "/",
            Self::Remainder => "%",
        };
        Names::new(sign, sign)
    }
}
