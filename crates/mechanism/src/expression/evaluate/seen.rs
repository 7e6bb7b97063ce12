//! A value while an expression is worked out: borrowed from the row or the expression, so that nothing is allocated.

use crate::expression::value::{Kind, Value};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// A value, borrowed.
#[derive(Debug, Clone, Copy)]
pub(in crate::expression) enum Seen<'a> {
    Missing,
    Bool(bool),
    Int(i64),
    Decimal(Decimal),
    Text(&'a str),
    Date(Date),
    Instant(Timestamp),
    Duration(SignedDuration),
    List(&'a [Value]),
}

impl<'a> Seen<'a> {
    /// A value as it is.
    pub fn of(value: &'a Value) -> Self {
        match value {
            Value::Missing => Self::Missing,
            Value::Bool(truth) => Self::Bool(*truth),
            Value::Int(number) => Self::Int(*number),
            Value::Decimal(number) => Self::Decimal(*number),
            Value::Text(text) => Self::Text(text),
            Value::Date(day) => Self::Date(*day),
            Value::Instant(at) => Self::Instant(*at),
            Value::Duration(length) => Self::Duration(*length),
            Value::List(values) => Self::List(values),
        }
    }

    /// A value as one of a kind: a whole number is a decimal where one is asked for, any other kind is missing.
    pub fn read(value: &'a Value, kind: Kind) -> Self {
        match (Self::of(value), kind) {
            (seen @ Self::Int(_), Kind::Decimal) => seen.promoted(),
            (seen @ Self::Bool(_), Kind::Bool)
            | (seen @ Self::Int(_), Kind::Int)
            | (seen @ Self::Decimal(_), Kind::Decimal)
            | (seen @ Self::Text(_), Kind::Text)
            | (seen @ Self::Date(_), Kind::Date)
            | (seen @ Self::Instant(_), Kind::Instant)
            | (seen @ Self::Duration(_), Kind::Duration) => seen,
            (seen @ Self::List(values), Kind::List(of)) if are_of(values, *of) => seen,
            _ => Self::Missing,
        }
    }

    /// Yes, no, or not known.
    pub fn truth(truth: Option<bool>) -> Self {
        truth.map_or(Self::Missing, Self::Bool)
    }

    /// A whole number as a decimal.
    pub fn promoted(self) -> Self {
        match self {
            Self::Int(number) => Self::Decimal(number.into()),
            seen => seen,
        }
    }

    /// The order of two values of one kind; none where one is missing.
    pub fn order(self, other: Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Int(one), Self::Int(two)) => Some(one.cmp(&two)),
            (Self::Decimal(one), Self::Decimal(two)) => Some(one.cmp(&two)),
            (Self::Decimal(one), Self::Int(two)) => Some(one.cmp(&two.into())),
            (Self::Int(one), Self::Decimal(two)) => Some(Decimal::from(one).cmp(&two)),
            (Self::Bool(one), Self::Bool(two)) => Some(one.cmp(&two)),
            (Self::Text(one), Self::Text(two)) => Some(one.cmp(two)),
            (Self::Date(one), Self::Date(two)) => Some(one.cmp(&two)),
            (Self::Instant(one), Self::Instant(two)) => Some(one.cmp(&two)),
            (Self::Duration(one), Self::Duration(two)) => Some(one.cmp(&two)),
            _ => None,
        }
    }

    /// The value, to keep.
    pub fn kept(self) -> Value {
        match self {
            Self::Missing => Value::Missing,
            Self::Bool(truth) => Value::Bool(truth),
            Self::Int(number) => Value::Int(number),
            Self::Decimal(number) => Value::Decimal(number),
            Self::Text(text) => Value::Text(text.into()),
            Self::Date(day) => Value::Date(day),
            Self::Instant(at) => Value::Instant(at),
            Self::Duration(length) => Value::Duration(length),
            Self::List(values) => Value::List(values.into()),
        }
    }
}

/// Whether all values of a list are of a kind, or missing.
fn are_of(values: &[Value], kind: Kind) -> bool {
    values.iter().all(|value| match value.kind() {
        Some(of) => of == kind,
        None => matches!(value, Value::Missing),
    })
}
