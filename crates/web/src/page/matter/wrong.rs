//! What is wrong, in words, for the pages of matters.

use crate::error::WebError;
use crate::part::{FieldError, Link, RefusalBox};
use crate::refusal::{act_error, field_errors, refusal_box};
use crate::shell::Shell;
use qz_acts::{ActError, Done};
use qz_domain::field;

/// What is wrong with a form that was sent: faults of its fields, or what a guard said.
pub(in crate::page) type Wrong = (Vec<FieldError>, Option<RefusalBox>);

/// The label of a field; one of several rows has its number.
pub(in crate::page) fn label(shell: &Shell, name: &str) -> String {
    let (name, row) = name.split_once('.').unwrap_or((name, ""));
    let label = shell.say(&format!("matter-field-{}", name.replace('_', "-")));
    if row.is_empty() { label } else { format!("{label} {row}") }
}

/// What is wrong with the fields, each under its label.
pub(in crate::page) fn field_faults(
    shell: &Shell,
    faults: &[field::FieldError],
) -> Vec<FieldError> {
    field_errors(shell.words, faults, |name| label(shell, name))
}

/// Why something could not be shown, as a page of its own.
pub(in crate::page) fn refuse(shell: &Shell, home: &str, error: ActError) -> WebError {
    act_error(shell.words, error, back(shell, home))
}

/// What came of an act: its receipt, or what is wrong with the form that asked for it.
pub(in crate::page) fn settle<R>(
    shell: &Shell,
    home: &str,
    outcome: Result<Done<R>, ActError>,
) -> Result<Result<R, Wrong>, WebError> {
    match outcome {
        Ok(done) => Ok(Ok(done.receipt)),
        Err(ActError::Invalid(faults)) => Ok(Err((field_faults(shell, &faults), None))),
        Err(ActError::Refused(refusal)) => {
            let said = refusal_box(shell.words, &refusal, back(shell, home));
            Ok(Err((vec![], Some(said))))
        }
        Err(other) => Err(refuse(shell, home, other)),
    }
}

/// The way back.
pub(in crate::page) fn back(shell: &Shell, home: &str) -> Link {
    Link::new(home, shell.say("matter-back"))
}
