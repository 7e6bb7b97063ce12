//! Why a step of a meeting may not be done.

use crate::refusal::{Guard, Refusal, Worded};

/// Why a step of a meeting may not be done, or what it voted may not be carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MeetingRefusal {
    /// Somebody neither belongs to the organ nor has the power to decide there.
    NotInvited {
        /// Their name.
        person: String,
        /// The organ.
        organ: String,
    },
    /// Fewer than three are called to it.
    TooFewCalled {
        /// How many there are.
        found: usize,
    },
    /// A matter stands on the agenda of another meeting that is still to be held.
    OnAnotherAgenda {
        /// The number of its finding.
        finding: String,
        /// The subject.
        subject: String,
    },
    /// A matter, or somebody, cannot be taken off: there is a ballot.
    VotedOn {
        /// What, or who.
        what: String,
    },
    /// Fewer than three of those present may vote on a matter.
    TooFewLeft {
        /// How many there are.
        found: usize,
        /// The subject.
        subject: String,
        /// Who of the organ might be called besides; may be empty.
        others: String,
    },
    /// Matters are neither voted on nor put off.
    ItemsOpen {
        /// Their places on the agenda.
        items: Vec<usize>,
    },
    /// Whoever signs the minutes does not chair the meeting.
    NotTheChair {
        /// Their name.
        person: String,
    },
    /// No majority of those who took part.
    NoMajority {
        /// How many were for it.
        agreed: usize,
        /// How many took part.
        voting: usize,
    },
    /// A matter that was put off, or on which nobody voted.
    NothingCarried,
    /// The minutes are not signed yet, or the meeting was called off.
    NotHeld,
}

impl MeetingRefusal {
    /// The guard that failed.
    pub fn guard(&self) -> Guard {
        match self {
            Self::NotInvited { .. } => Guard::Authority,
            Self::TooFewCalled { .. } | Self::TooFewLeft { .. } => Guard::Panel,
            Self::OnAnotherAgenda { .. } | Self::VotedOn { .. } | Self::NotHeld => Guard::Order,
            Self::ItemsOpen { .. }
            | Self::NotTheChair { .. }
            | Self::NoMajority { .. }
            | Self::NothingCarried => Guard::Vote,
        }
    }
}

impl Worded for MeetingRefusal {
    fn key(&self) -> &'static str {
        match self {
            Self::NotInvited { .. } => "refusal-not-invited",
            Self::TooFewCalled { .. } => "refusal-too-few-called",
            Self::OnAnotherAgenda { .. } => "refusal-on-another-agenda",
            Self::VotedOn { .. } => "refusal-voted-on",
            Self::TooFewLeft { others, .. } if others.is_empty() => "refusal-too-few-anywhere",
            Self::TooFewLeft { .. } => "refusal-too-few-left",
            Self::ItemsOpen { .. } => "refusal-items-open",
            Self::NotTheChair { .. } => "refusal-not-the-chair",
            Self::NoMajority { .. } => "refusal-no-majority",
            Self::NothingCarried => "refusal-nothing-carried",
            Self::NotHeld => "refusal-not-held",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NotInvited { person, organ } => {
                vec![("person", person.clone()), ("organ", organ.clone())]
            }
            Self::TooFewCalled { found } => vec![("found", found.to_string())],
            Self::OnAnotherAgenda { finding, subject } => {
                vec![("finding", finding.clone()), ("subject", subject.clone())]
            }
            Self::VotedOn { what } => vec![("what", what.clone())],
            Self::TooFewLeft { found, subject, others } => vec![
                ("found", found.to_string()),
                ("subject", subject.clone()),
                ("others", others.clone()),
            ],
            Self::ItemsOpen { items } => {
                let items: Vec<_> = items.iter().map(usize::to_string).collect();
                vec![("items", items.join("、"))]
            }
            Self::NotTheChair { person } => vec![("person", person.clone())],
            Self::NoMajority { agreed, voting } => {
                vec![("agreed", agreed.to_string()), ("voting", voting.to_string())]
            }
            Self::NothingCarried | Self::NotHeld => vec![],
        }
    }
}

impl From<MeetingRefusal> for Refusal {
    fn from(refusal: MeetingRefusal) -> Self {
        Self::Meeting(refusal)
    }
}
