//! What a scheme may never ask of people (拒绝), by structure first and by words second: a file that does cannot be put into
//! force. What needs a second person's reason is a warning.

mod asked;
mod demand;
mod direction;
mod displeasure;
mod few;
mod flow;
mod forbidden;
mod hearing;
mod label;
mod liability;
mod measure;
mod naming;
mod passage;
mod person;
mod quota;
mod remarks;
mod reward;
mod said;
mod sentence;
mod separation;
mod soft;
mod taint;

use crate::{Diagnostic, Mechanism};
use remarks::Remarks;

/// What is looked for, in order.
const CHECKS: [fn(&Mechanism, &mut Remarks<'_>); 11] = [
    quota::check,
    person::check,
    liability::check,
    hearing::check,
    separation::check,
    displeasure::check,
    label::check,
    naming::check,
    forbidden::check,
    measure::check,
    soft::check,
];

/// Remarks what is refused in a mechanism.
pub(crate) fn check(mechanism: &Mechanism, found: &mut Vec<Diagnostic>) {
    let mut remarks = Remarks::of(mechanism);
    for check in CHECKS {
        check(mechanism, &mut remarks);
    }
    found.extend(remarks.done());
}
