//! The summary of what is at fault in a form, above it and focused when the page opens.

use crate::words::Words;
use askama::Template;

/// One field at fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The field's name.
    pub field: String,
    /// What is wrong and what to write instead.
    pub message: String,
}

impl FieldError {
    /// A fault of a field.
    pub fn new(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self { field: field.into(), message: message.into() }
    }

    /// The id of the field's control: where the summary leads.
    pub fn id(&self) -> String {
        super::field::id(&self.field)
    }
}

/// The summary: how many faults, each a link to its field, and that nothing typed is lost.
#[derive(Debug, Clone, Template)]
#[template(path = "part/errors.html")]
pub struct ErrorSummary {
    words: Words,
    faults: Vec<FieldError>,
}

impl ErrorSummary {
    /// The faults in the order of the form. With none, nothing is drawn.
    pub fn new(words: Words, faults: Vec<FieldError>) -> Self {
        Self { words, faults }
    }

    /// What is wrong with a field, for [`super::Field::error`].
    pub fn of(&self, field: &str) -> Option<String> {
        self.faults.iter().find(|fault| fault.field == field).map(|fault| fault.message.clone())
    }
}
