//! What is wrong with the fields of a form, gathered so that every faulty field is named at once.

use crate::ActError;
use qz_domain::field::{Fault, FieldError};

/// The faults found so far.
#[derive(Debug, Default)]
pub(crate) struct Wrong(Vec<FieldError>);

impl Wrong {
    /// What was read, or nothing and the fault is noted.
    pub fn note<T>(&mut self, read: Result<T, FieldError>) -> Option<T> {
        read.map_err(|fault| self.0.push(fault)).ok()
    }

    /// As [`Wrong::note`] for what was looked up; other errors end the act.
    pub fn look<T>(&mut self, found: Result<T, ActError>) -> Result<Option<T>, ActError> {
        match found {
            Ok(found) => Ok(Some(found)),
            Err(ActError::Invalid(faults)) => {
                self.0.extend(faults);
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    /// Refuses what was noted so far, if anything was.
    pub fn none(&mut self) -> Result<(), ActError> {
        if self.0.is_empty() { Ok(()) } else { Err(ActError::Invalid(std::mem::take(&mut self.0))) }
    }

    /// A value that only one record may have, unless another has it.
    pub fn unless_taken(
        &mut self,
        field: &'static str,
        value: Option<String>,
        is_taken: bool,
    ) -> Option<String> {
        match value {
            Some(value) if is_taken => self.note(Err(FieldError::new(field, Fault::Taken(value)))),
            value => value,
        }
    }
}

impl From<Wrong> for ActError {
    fn from(wrong: Wrong) -> Self {
        Self::Invalid(wrong.0)
    }
}

/// A yes or no of a form.
pub(crate) fn yes_or_no(field: &'static str, given: &str) -> Result<bool, FieldError> {
    match given.trim() {
        "yes" => Ok(true),
        "no" => Ok(false),
        "" => Err(FieldError::new(field, Fault::Missing)),
        found => {
            let (found, allowed) = (found.to_owned(), "yes, no".to_owned());
            Err(FieldError::new(field, Fault::NotOneOf { found, allowed }))
        }
    }
}
