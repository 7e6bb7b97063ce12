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
    /// Every one, the loosest first.
    pub const ALL: [Self; 14] = [
        Self::Or,
        Self::And,
        Self::Compare(Comparison::Less),
        Self::Compare(Comparison::AtMost),
        Self::Compare(Comparison::More),
        Self::Compare(Comparison::AtLeast),
        Self::Compare(Comparison::Equal),
        Self::Compare(Comparison::Unequal),
        Self::In,
        Self::Arithmetic(Arithmetic::Add),
        Self::Arithmetic(Arithmetic::Subtract),
        Self::Arithmetic(Arithmetic::Multiply),
        Self::Arithmetic(Arithmetic::Divide),
        Self::Arithmetic(Arithmetic::Remainder),
    ];

    /// What it says, in Chinese and in English.
    pub const fn means(self) -> Names<'static> {
        match self {
            Self::Or => Names::new("两边有一边成立", "either side holds"),
            Self::And => Names::new("两边都成立", "both sides hold"),
            Self::In => {
                Names::new("左边是右边列表里的一个", "the left stands in the list on the right")
            }
            Self::Compare(Comparison::Less) => Names::new("小于", "less than"),
            Self::Compare(Comparison::AtMost) => Names::new("不大于", "at most"),
            Self::Compare(Comparison::More) => Names::new("大于", "more than"),
            Self::Compare(Comparison::AtLeast) => Names::new("不小于", "at least"),
            Self::Compare(Comparison::Equal) => Names::new("等于", "equal"),
            Self::Compare(Comparison::Unequal) => Names::new("不等于", "not equal"),
            Self::Arithmetic(Arithmetic::Add) => Names::new("和", "the sum"),
            Self::Arithmetic(Arithmetic::Subtract) => Names::new("差", "the difference"),
            Self::Arithmetic(Arithmetic::Multiply) => Names::new("积", "the product"),
            Self::Arithmetic(Arithmetic::Divide) => {
                Names::new("商，总是小数", "the quotient, always a decimal")
            }
            Self::Arithmetic(Arithmetic::Remainder) => {
                Names::new("余数，正负随前一个数", "what is left over, with the sign of the first")
            }
        }
    }

    /// How tight it binds, from 2 to 6; more is tighter.
    pub const fn level(self) -> u8 {
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

#[cfg(test)]
mod tests {
    use super::Operator;
    use crate::language::Language;
    use std::collections::BTreeSet;

    #[test]
    fn every_operator_is_written_in_its_own_way_and_they_stand_by_how_tight_they_bind() {
        for language in Language::ALL {
            let signs: BTreeSet<&str> =
                Operator::ALL.iter().map(|one| one.spelled(language)).collect();
            assert_eq!(signs.len(), Operator::ALL.len());
        }
        assert!(Operator::ALL.windows(2).all(|two| two[0].level() <= two[1].level()));
    }
}
