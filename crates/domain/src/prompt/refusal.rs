//! Why a prompt may not be dealt with.

use crate::refusal::{Guard, Refusal, Worded};
use jiff::civil::Date;

/// Why a prompt may not be dealt with (疑点处置守则).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PromptRefusal {
    /// The facts do not prompt it any more.
    Fallen {
        /// The person, the unit or the record.
        subject: String,
    },
    /// Somebody dealt with it before.
    DealtWith {
        /// On which day.
        day: Date,
    },
    /// It is about whoever would deal with it.
    OwnPrompt {
        /// Their name.
        person: String,
    },
}

impl PromptRefusal {
    /// The guard that failed.
    pub fn guard(&self) -> Guard {
        match self {
            Self::Fallen { .. } | Self::DealtWith { .. } => Guard::Order,
            Self::OwnPrompt { .. } => Guard::Recusal,
        }
    }
}

impl Worded for PromptRefusal {
    fn key(&self) -> &'static str {
        match self {
            Self::Fallen { .. } => "refusal-prompt-fallen",
            Self::DealtWith { .. } => "refusal-prompt-dealt-with",
            Self::OwnPrompt { .. } => "refusal-prompt-own",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Fallen { subject } => vec![("subject", subject.clone())],
            Self::DealtWith { day } => vec![("day", day.to_string())],
            Self::OwnPrompt { person } => vec![("person", person.clone())],
        }
    }
}

impl From<PromptRefusal> for Refusal {
    fn from(refusal: PromptRefusal) -> Self {
        Self::Prompt(refusal)
    }
}
