//! What rows come to together. Rows that do not know are left out; where rows are there and none knows, the whole is
//! missing: that nothing is known is no zero.

use super::arithmetic::{quotient, result};
use super::{Frame, Seen};
use crate::expression::Expression;
use crate::expression::node::{At, Step};
use crate::expression::operator::Arithmetic;
use crate::expression::scope::Fold;
use crate::expression::value::Kind;
use jiff::SignedDuration;
use rust_decimal::Decimal;
use std::cmp::Ordering;

impl Expression {
    /// The values of a step in each row.
    pub(in crate::expression) fn each<'a>(
        &'a self,
        of: At,
        frame: &Frame<'a>,
    ) -> impl Iterator<Item = Seen<'a>> {
        let frame = *frame;
        frame.rows.iter().map(move |row| self.seen(of, &Frame { row: Some(row), ..frame }))
    }

    pub(super) fn over_rows<'a>(&'a self, of: At, how: Fold, frame: &Frame<'a>) -> Seen<'a> {
        fold(self.each(of, frame), how, self.node(of).kind)
    }

    pub(super) fn count<'a>(&'a self, of: At, frame: &Frame<'a>) -> Seen<'a> {
        let (mut count, mut known) = (0, frame.rows.is_empty());
        for value in self.each(of, frame) {
            if let Seen::Bool(truth) = value {
                known = true;
                count += i64::from(truth);
            }
        }
        if known { Seen::Int(count) } else { Seen::Missing }
    }

    /// Whether some row knows the field, or meets the condition.
    pub(super) fn exists<'a>(&'a self, of: At, frame: &Frame<'a>) -> Seen<'a> {
        if let Step::Each(_) = self.node(of).step {
            let mut values = self.each(of, frame);
            return Seen::Bool(values.any(|value| !matches!(value, Seen::Missing)));
        }
        self.over_rows(of, Fold::Any, frame)
    }
}

/// Values of a kind as one.
pub(super) fn fold<'a>(values: impl Iterator<Item = Seen<'a>>, how: Fold, kind: Kind) -> Seen<'a> {
    let (mut rows, mut known) = (0_usize, 0_i64);
    let mut so_far = Seen::Missing;
    for value in values {
        rows += 1;
        let value = if how == Fold::Mean { value.promoted() } else { value };
        if let Seen::Missing = value {
            continue;
        }
        so_far = if known == 0 { value } else { joined(how, so_far, value) };
        known += 1;
    }
    match (how, known) {
        (_, 0) if rows == 0 => of_nothing(how, kind),
        (Fold::Mean, _) => mean(so_far, known),
        _ => so_far,
    }
}

fn joined<'a>(how: Fold, one: Seen<'a>, two: Seen<'a>) -> Seen<'a> {
    match how {
        Fold::Sum | Fold::Mean => result(Arithmetic::Add, one, two),
        Fold::Any => Seen::Bool(matches!(one, Seen::Bool(true)) || matches!(two, Seen::Bool(true))),
        Fold::Max if one.order(two) == Some(Ordering::Less) => two,
        Fold::Min if one.order(two) == Some(Ordering::Greater) => two,
        Fold::Max | Fold::Min => one,
        Fold::Latest => two,
    }
}

fn mean(sum: Seen<'_>, count: i64) -> Seen<'_> {
    match sum {
        Seen::Decimal(sum) => quotient(sum, count.into()).map_or(Seen::Missing, Seen::Decimal),
        _ => Seen::Missing,
    }
}

/// What comes of no row at all.
fn of_nothing<'a>(how: Fold, kind: Kind) -> Seen<'a> {
    match (how, kind) {
        (Fold::Sum, Kind::Int) => Seen::Int(0),
        (Fold::Sum, Kind::Decimal) => Seen::Decimal(Decimal::ZERO),
        (Fold::Sum, Kind::Duration) => Seen::Duration(SignedDuration::ZERO),
        (Fold::Any, _) => Seen::Bool(false),
        _ => Seen::Missing,
    }
}
