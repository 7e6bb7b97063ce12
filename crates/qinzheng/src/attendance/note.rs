//! What was left out, which is no fault.

use std::fmt;

/// A count of what was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note {
    /// Punches of people who are posted nowhere.
    Punches(u64),
    /// Facts of people who are posted nowhere.
    Coverage(u64),
    /// Person-days of a year without a notice on holidays.
    UnknownDays(u64),
    /// Person-days before the first version of their rule.
    BeforeRules(u64),
}

impl Note {
    /// How many.
    pub fn count(self) -> u64 {
        match self {
            Self::Punches(count)
            | Self::Coverage(count)
            | Self::UnknownDays(count)
            | Self::BeforeRules(count) => count,
        }
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.count();
        match self {
            Self::Punches(_) => write!(f, "{count} punches of people who are posted nowhere"),
            Self::Coverage(_) => write!(f, "{count} facts of people who are posted nowhere"),
            Self::UnknownDays(_) => {
                write!(f, "{count} person-days of a year whose holidays are not known")
            }
            Self::BeforeRules(_) => {
                write!(f, "{count} person-days before their rule's first version have no row")
            }
        }
    }
}
