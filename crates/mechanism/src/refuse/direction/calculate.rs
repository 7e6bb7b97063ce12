//! Works an expression out for given numbers. What is no number, such as a text or a day, is one thing or another.

use super::function;
use crate::expression::{Arithmetic, Call, Comparison, Function, Operator, Syntax, Value, What};
use rust_decimal::prelude::ToPrimitive;

/// Where the values of names come from.
pub(super) trait Numbers {
    /// The value of a name, now or in the window before.
    fn value(&self, name: &str, before: bool) -> f64;
}

/// What the rows are that functions count.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rows {
    /// Findings themselves.
    pub found: bool,
}

impl Rows {
    /// Whether a call counts the rows, and these are findings.
    pub fn counts(self, call: &Call) -> bool {
        let counted = function(&call.name);
        self.found && matches!(counted, Some(Function::Count | Function::Sum | Function::Exists))
    }
}

/// The name under which a part has a value of its own.
pub(super) fn key(syntax: &Syntax) -> String {
    format!("@{}", syntax.at.start)
}

/// An expression to be worked out.
#[derive(Clone, Copy)]
pub(super) struct Calculation<'a> {
    /// What its names are.
    pub numbers: &'a dyn Numbers,
    /// What its rows are.
    pub rows: Rows,
    /// Whether it is asked of the window before.
    pub before: bool,
}

impl Calculation<'_> {
    /// The value; yes is 1 and no is 0. None where there is no such number.
    pub fn of(self, syntax: &Syntax) -> Option<f64> {
        match &syntax.what {
            What::Literal(value) => literal(value),
            What::Name(name) => Some(self.numbers.value(name, self.before)),
            What::Not(inner) => Some(truth(self.of(inner)? <= 0.0)),
            What::Negative(inner) => Some(-self.of(inner)?),
            What::Binary(operator, _, sides) => self.binary(*operator, syntax, sides),
            What::Choose(parts) => {
                let is_so = self.of(&parts[0])? > 0.0;
                self.of(if is_so { &parts[1] } else { &parts[2] })
            }
            What::List(_) => None,
            What::Call(call) => self.call(syntax, call),
        }
    }

    fn unknown(self, syntax: &Syntax) -> f64 {
        self.numbers.value(&key(syntax), self.before)
    }

    /// Yes or no, whichever the sample has.
    fn either(self, syntax: &Syntax) -> f64 {
        truth(self.unknown(syntax) >= 2.0)
    }

    fn binary(self, operator: Operator, whole: &Syntax, sides: &[Syntax; 2]) -> Option<f64> {
        let [left, right] = sides;
        match operator {
            Operator::And => Some(truth(self.of(left)? > 0.0 && self.of(right)? > 0.0)),
            Operator::Or => Some(truth(self.of(left)? > 0.0 || self.of(right)? > 0.0)),
            Operator::In => Some(self.within(left, right).unwrap_or_else(|| self.either(whole))),
            Operator::Compare(comparison) => match (self.of(left), self.of(right)) {
                (Some(one), Some(two)) if !is_text(left) && !is_text(right) => {
                    (one.is_finite() && two.is_finite()).then(|| truth(holds(comparison, one, two)))
                }
                _ if is_text(left) || is_text(right) => Some(self.either(whole)),
                _ => None,
            },
            Operator::Arithmetic(operation) => {
                let (one, two) = (self.of(left)?, self.of(right)?);
                let value = match operation {
                    Arithmetic::Add => one + two,
                    Arithmetic::Subtract => one - two,
                    Arithmetic::Multiply => one * two,
                    Arithmetic::Divide => one / two,
                    Arithmetic::Remainder => one % two,
                };
                value.is_finite().then_some(value)
            }
        }
    }

    fn within(self, one: &Syntax, list: &Syntax) -> Option<f64> {
        let What::List(items) = &list.what else { return None };
        let value = self.of(one)?;
        let values: Option<Vec<f64>> = items.iter().map(|item| self.of(item)).collect();
        Some(truth(values?.iter().any(|item| is_same(*item, value))))
    }

    fn call(self, whole: &Syntax, call: &Call) -> Option<f64> {
        if self.rows.counts(call) {
            let count = self.unknown(whole);
            let is_truth = function(&call.name) == Some(Function::Exists);
            return Some(if is_truth { truth(count > 0.0) } else { count });
        }
        let first = call.arguments.first();
        match function(&call.name) {
            // Over so many rows or windows.
            Some(Function::Count | Function::Cumulative) => {
                Some(truth(self.of(first?)? > 0.0) * self.unknown(whole))
            }
            Some(Function::Sum | Function::Mean | Function::Exists | Function::Consecutive) => {
                self.of(first?)
            }
            Some(Function::Previous) => Self { before: true, ..self }.of(first?),
            Some(Function::Contains | Function::Workday) => Some(self.either(whole)),
            _ => Some(self.unknown(whole)),
        }
    }
}

fn literal(value: &Value) -> Option<f64> {
    match value {
        Value::Bool(is_so) => Some(truth(*is_so)),
        Value::Int(number) => number.to_f64(),
        Value::Decimal(number) => number.to_f64(),
        _ => None,
    }
}

fn is_text(syntax: &Syntax) -> bool {
    match &syntax.what {
        What::Literal(value) => literal(value).is_none(),
        What::Call(call) => {
            matches!(function(&call.name), Some(Function::Date | Function::Duration))
        }
        _ => false,
    }
}

fn holds(comparison: Comparison, one: f64, two: f64) -> bool {
    match comparison {
        Comparison::Less => one < two && !is_same(one, two),
        Comparison::AtMost => one < two || is_same(one, two),
        Comparison::More => one > two && !is_same(one, two),
        Comparison::AtLeast => one > two || is_same(one, two),
        Comparison::Equal => is_same(one, two),
        Comparison::Unequal => !is_same(one, two),
    }
}

/// Numbers that differ by rounding alone.
pub(super) fn is_same(one: f64, two: f64) -> bool {
    (one - two).abs() <= 1e-9 * one.abs().max(two.abs()).max(1.0)
}

const fn truth(is_so: bool) -> f64 {
    if is_so { 1.0 } else { 0.0 }
}
