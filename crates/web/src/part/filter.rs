//! The filter above a list: a plain GET form, one row of small controls.

use super::{Choice, FieldError};
use crate::refusal::field_errors;
use crate::words::Words;
use askama::Template;
use qz_domain::field;

/// One control of a filter.
#[derive(Debug, Clone)]
pub enum FilterField {
    /// A choice of one value.
    Choice {
        /// The parameter.
        name: &'static str,
        /// Its label.
        label: String,
        /// The values; the first is usually "all" with an empty value.
        choices: Vec<Choice>,
    },
    /// A word to look for.
    Word {
        /// The parameter.
        name: &'static str,
        /// Its label.
        label: String,
        /// What was asked for.
        value: String,
    },
    /// A day.
    Day {
        /// The parameter.
        name: &'static str,
        /// Its label.
        label: String,
        /// What was asked for, as `2015-06-27` or empty.
        value: String,
    },
}

impl FilterField {
    /// The parameter and its label.
    fn named(&self) -> (&'static str, &str) {
        match self {
            Self::Choice { name, label, .. }
            | Self::Word { name, label, .. }
            | Self::Day { name, label, .. } => (name, label),
        }
    }
}

/// The filter of a list.
#[derive(Debug, Clone, Template)]
#[template(path = "part/filter.html")]
pub struct Filter {
    words: Words,
    action: String,
    fields: Vec<FilterField>,
    active: bool,
    faults: Vec<FieldError>,
}

impl Filter {
    /// A filter that asks `action` with its fields. `active` shows the link that clears it.
    pub fn new(
        words: Words,
        action: impl Into<String>,
        fields: Vec<FilterField>,
        active: bool,
    ) -> Self {
        Self { words, action: action.into(), fields, active, faults: vec![] }
    }

    /// The same, with what is wrong with what was asked for said at its field.
    #[must_use]
    pub fn with_faults(mut self, faults: &[field::FieldError]) -> Self {
        let label = |wanted: &str| {
            let mut named = self.fields.iter().map(FilterField::named);
            let found = named.find(|(name, _)| *name == wanted);
            found.map(|(_, label)| label.to_owned()).unwrap_or_default()
        };
        self.faults = field_errors(self.words, faults, label);
        self
    }

    /// What is wrong, each with the label of its field.
    pub fn faults(&self) -> &[FieldError] {
        &self.faults
    }

    fn wrong(&self, name: &str) -> Option<&str> {
        let fault = self.faults.iter().find(|fault| fault.field == name);
        fault.map(|fault| fault.message.as_str())
    }
}
