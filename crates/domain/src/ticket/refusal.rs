//! Why a step of a ticket may not be done (来件守则).

use super::Kind;
use crate::refusal::{Guard, Refusal, Worded};
use crate::spelled::Spelled;
use jiff::civil::Date;

/// Why a step of a ticket may not be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TicketRefusal {
    /// As many came today as can be read in their term.
    DayFull {
        /// How many.
        most: i64,
    },
    /// As many came today from this connection as may.
    ConnectionFull {
        /// How many.
        most: i64,
    },
    /// A step of the other kind of ticket.
    OtherKind {
        /// The kind it is.
        kind: Kind,
    },
    /// Somebody else has it in hand.
    NotTheHandler {
        /// Their name.
        person: String,
    },
    /// Who would handle it had a hand in the page.
    WroteThePage {
        /// Their name.
        person: String,
    },
    /// Who would handle it again handled it the first time.
    HandledBefore {
        /// Their name.
        person: String,
    },
    /// Who would handle it signs in with an account that is nobody's.
    NobodysAccount,
    /// It was reopened once.
    ReopenedBefore,
    /// The days in which it may be reopened are over.
    TooLate {
        /// The last of them.
        day: Date,
    },
}

impl From<TicketRefusal> for Refusal {
    fn from(refusal: TicketRefusal) -> Self {
        Self::Ticket(refusal)
    }
}

impl TicketRefusal {
    /// The guard that failed.
    pub fn guard(&self) -> Guard {
        match self {
            Self::DayFull { .. } | Self::ConnectionFull { .. } => Guard::Intake,
            Self::NobodysAccount
            | Self::NotTheHandler { .. }
            | Self::WroteThePage { .. }
            | Self::HandledBefore { .. } => Guard::Separation,
            Self::OtherKind { .. } | Self::ReopenedBefore | Self::TooLate { .. } => Guard::Order,
        }
    }
}

impl Worded for TicketRefusal {
    fn key(&self) -> &'static str {
        match self {
            Self::DayFull { .. } => "refusal-ticket-day-full",
            Self::ConnectionFull { .. } => "refusal-ticket-connection-full",
            Self::OtherKind { .. } => "refusal-ticket-other-kind",
            Self::NotTheHandler { .. } => "refusal-ticket-not-the-handler",
            Self::WroteThePage { .. } => "refusal-ticket-wrote-the-page",
            Self::HandledBefore { .. } => "refusal-ticket-handled-before",
            Self::NobodysAccount => "refusal-ticket-nobodys-account",
            Self::ReopenedBefore => "refusal-ticket-reopened-before",
            Self::TooLate { .. } => "refusal-ticket-too-late",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::DayFull { most } | Self::ConnectionFull { most } => {
                vec![("most", most.to_string())]
            }
            Self::OtherKind { kind } => vec![("kind", kind.code().to_owned())],
            Self::NotTheHandler { person }
            | Self::WroteThePage { person }
            | Self::HandledBefore { person } => vec![("person", person.clone())],
            Self::TooLate { day } => vec![("day", day.to_string())],
            Self::NobodysAccount | Self::ReopenedBefore => vec![],
        }
    }
}
