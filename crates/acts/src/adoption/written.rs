//! What somebody writes of a scheme: its text, and which units it binds. A draft may have faults; a text without a name and a
//! code is none.

use crate::ActError;
use crate::matter::PaperForm;
use crate::wrong::Wrong;
use qz_domain::adoption::{AdoptionRefusal, Covers, TEXT_MOST};
use qz_domain::field::{self, Fault, FieldError};
use qz_mechanism::check::check;
use qz_mechanism::{Diagnostic, Mechanism, Severity};

/// What somebody writes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AdoptionForm {
    /// The unit that is to run it: a code or a name.
    pub unit: String,
    /// Which units it binds.
    pub covers: String,
    /// The scheme.
    pub text: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

/// What was read of it.
pub(super) struct Written {
    pub covers: Covers,
    pub code: String,
    pub title: String,
    pub text: String,
}

impl Written {
    pub fn read(form: &AdoptionForm) -> Result<Self, ActError> {
        let mut wrong = Wrong::default();
        let covers = wrong.note(field::word::<Covers>("covers", &form.covers));
        let text = wrong.note(text(&form.text));
        let (Some(covers), Some(text)) = (covers, text) else { return Err(wrong.into()) };
        let unreadable = || FieldError::new("scheme_text", Fault::BadForm(EXAMPLE));
        let mechanism = Mechanism::read(&text).mechanism.ok_or_else(unreadable)?;
        let (code, title) = (mechanism.code().to_owned(), mechanism.title().to_owned());
        if code.is_empty() || title.is_empty() {
            return Err(unreadable().into());
        }
        Ok(Self { covers, code, title, text })
    }
}

const EXAMPLE: &str = "机制 三问 代号=\"three-questions\" { 周期 每月 }";

/// The text with plain ends of lines, and one at its end.
fn text(given: &str) -> Result<String, FieldError> {
    let fault = |fault| FieldError::new("scheme_text", fault);
    if given.trim().is_empty() {
        return Err(fault(Fault::Missing));
    }
    let text = given.replace("\r\n", "\n");
    let found = text.len();
    if found > TEXT_MOST {
        return Err(fault(Fault::TooLong { most: TEXT_MOST, found }));
    }
    // Its own line ends and tabs are part of a file; everything else is held to what any text is.
    field::optional_text("scheme_text", &text.replace('\t', " "), TEXT_MOST)?;
    Ok(if text.ends_with('\n') { text } else { text + "\n" })
}

/// What is remarked on a text: refused where there is an error; otherwise whether somebody has to say why it is accepted.
///
/// # Errors
/// How many errors there are, and where the first is.
pub(super) fn remarked(text: &str) -> Result<bool, AdoptionRefusal> {
    let remarks = check(text).remarks;
    let errors: Vec<_> = remarks.iter().filter(|one| Diagnostic::is_error(one)).collect();
    match errors.first() {
        Some(first) => Err(AdoptionRefusal::AtFault { count: errors.len(), line: first.line }),
        None => Ok(remarks.iter().any(|one| one.severity == Severity::Warning)),
    }
}
