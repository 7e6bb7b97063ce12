//! What a file must hold to besides its grammar: everything that can be told from the text, the sources of facts, and the
//! measures of the day.

mod element;
mod expression;
mod line;
mod root;

use crate::mechanism::Reading;
use crate::{Diagnostic, Mechanism, example, lock, name, refuse};

/// Reads a file and checks it whole.
pub fn check(text: &str) -> Reading {
    let mut reading = Mechanism::read(text);
    if let Some(mechanism) = &reading.mechanism {
        let remarks = &mut reading.remarks;
        root::check(mechanism, remarks);
        name::check(mechanism, remarks);
        for block in mechanism.root().all() {
            element::check(mechanism, block, remarks);
            line::check(mechanism, block, remarks);
            expression::check(mechanism, block, remarks);
        }
        lock::check(mechanism, remarks);
        example::check(mechanism, remarks);
        refuse::check(mechanism, remarks);
    }
    reading.remarks.sort_by_key(|one| (one.at.start, one.severity));
    reading
}

/// Whether a file can be put into force: nothing remarked is an error.
pub fn is_sound(remarks: &[Diagnostic]) -> bool {
    !remarks.iter().any(Diagnostic::is_error)
}
