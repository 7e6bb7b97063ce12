//! What a scheme may never ask of people (拒绝), by structure first and by words second: a file that does cannot be put into
//! force. What needs a second person's reason is a warning.

mod asked;
mod demand;
mod direction;
mod few;
mod flow;
mod passage;
mod quota;
mod remarks;
mod reward;
mod sentence;
mod taint;

use crate::{Diagnostic, Mechanism};
use remarks::Remarks;

/// Remarks what is refused in a mechanism.
pub(crate) fn check(mechanism: &Mechanism, found: &mut Vec<Diagnostic>) {
    let mut remarks = Remarks::of(mechanism);
    quota::check(mechanism, &mut remarks);
    found.extend(remarks.done());
}
