//! Which prompt a page is about, in its address.

use crate::query;
use jiff::civil::Date;
use qz_acts::prompt::PromptKey;
use qz_domain::id::AdoptionId;
use serde::Deserialize;

/// Which prompt.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Which {
    pub adoption: AdoptionId,
    pub element: String,
    pub cycle: Date,
    pub subject: String,
}

impl Which {
    /// The address of a page about it.
    pub fn at(&self, path: &str) -> String {
        let at = query::with(path, "adoption", &self.adoption.to_string());
        let at = query::with(&at, "element", &self.element);
        let at = query::with(&at, "cycle", &self.cycle.to_string());
        query::with(&at, "subject", &self.subject)
    }

    /// The prompts of its scheme.
    pub fn list(&self) -> String {
        query::with(super::HOME, "adoption", &self.adoption.to_string())
    }

    /// It as acts name it.
    pub fn key(&self) -> PromptKey {
        let Self { adoption, element, cycle, subject } = self.clone();
        PromptKey { adoption, element, cycle, subject }
    }
}
