//! The filter above a list: a plain GET form, one row of small controls.

use super::Choice;
use crate::words::Words;
use askama::Template;

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

/// The filter of a list.
#[derive(Debug, Clone, Template)]
#[template(path = "part/filter.html")]
pub struct Filter {
    words: Words,
    action: String,
    fields: Vec<FilterField>,
    active: bool,
}

impl Filter {
    /// A filter that asks `action` with its fields. `active` shows the link that clears it.
    pub fn new(
        words: Words,
        action: impl Into<String>,
        fields: Vec<FilterField>,
        active: bool,
    ) -> Self {
        Self { words, action: action.into(), fields, active }
    }
}
