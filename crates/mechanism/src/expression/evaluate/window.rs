//! What holds in this window and those before.

use super::{Frame, Seen};
use crate::expression::Expression;
use crate::expression::node::{At, Step};
use crate::expression::value::Value;

impl Expression {
    /// How many windows a written number asks for.
    pub(in crate::expression) fn windows(&self, count: At) -> usize {
        match self.node(count).step {
            Step::Constant(Value::Int(count)) => usize::try_from(count).unwrap_or(0),
            _ => 0,
        }
    }

    /// Whether a condition holds in so many windows: no where it fails in one, else unknown where one is unknown or not
    /// there.
    pub(super) fn consecutive<'a>(&'a self, of: At, count: At, frame: &Frame<'a>) -> Seen<'a> {
        let mut all_known = true;
        for back in 0..self.windows(count) {
            match frame.window(back).and_then(|window| self.truth(of, &window)) {
                Some(true) => {}
                Some(false) => return Seen::Bool(false),
                None => all_known = false,
            }
        }
        if all_known { Seen::Bool(true) } else { Seen::Missing }
    }

    /// In how many windows a condition holds; missing where none tells.
    pub(super) fn cumulative<'a>(&'a self, of: At, frame: &Frame<'a>) -> Seen<'a> {
        let (mut count, mut is_known) = (0, false);
        for window in (0..=frame.earlier.len()).filter_map(|back| frame.window(back)) {
            if let Some(truth) = self.truth(of, &window) {
                is_known = true;
                count += i64::from(truth);
            }
        }
        if is_known { Seen::Int(count) } else { Seen::Missing }
    }
}
