//! What is wrong, in words, for the pages of visits.

use crate::error::WebError;
use crate::part::{FieldError, Link, RefusalBox};
use crate::refusal::{act_error, field_errors, refusal_box, told, wording};
use crate::shell::Shell;
use qz_acts::ActError;
use qz_document::evidence::EvidenceRefusal;
use qz_domain::field;
use qz_domain::refusal::{Refusal, Worded};

const LIST: &str = "/desk/visits";

/// Why an act was not done, as a page of its own.
pub(super) fn refuse(shell: &Shell, error: ActError) -> WebError {
    act_error(shell.words, error, back(shell, LIST))
}

/// What a guard said, above the form.
pub(super) fn refused(shell: &Shell, refusal: &Refusal, home: &str) -> RefusalBox {
    refusal_box(shell.words, refusal, back(shell, home))
}

/// What a guard said, in one line: for a row of the grid.
pub(super) fn refused_line(shell: &Shell, refusal: &Refusal) -> String {
    told(shell.words, refusal.key(), &refusal.args()).replace('\n', " ")
}

/// What is wrong with the fields, each under its label.
pub(super) fn field_faults(shell: &Shell, faults: &[field::FieldError]) -> Vec<FieldError> {
    let label = |name: &str| shell.say(&format!("visit-field-{}", name.replace('_', "-")));
    field_errors(shell.words, faults, label)
}

/// What is wrong with a file.
pub(super) fn unfit(shell: &Shell, refusal: &EvidenceRefusal) -> WebError {
    let text = wording(shell.words, &refusal.wording());
    WebError::Invalid(vec![FieldError::new("file", text)])
}

fn back(shell: &Shell, href: &str) -> Link {
    Link::new(href, shell.say("visit-back"))
}
