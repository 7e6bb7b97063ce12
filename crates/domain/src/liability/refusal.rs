//! Why a chain of responsibility may not be laid, or why somebody does not answer by it.

use super::{Exculpation, Position, Provision};
use crate::refusal::{Guard, Refusal, Worded};
use crate::spelled::Spelled;

/// Why a chain may not be laid so, or why somebody may not be given notice by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LiabilityRefusal {
    /// Somebody else was given notice of the same finding and no chain says who answers for what.
    NoChain {
        /// Who was to be given notice.
        person: String,
    },
    /// The chain does not hold them.
    NotInChain {
        /// Who was to be given notice.
        person: String,
    },
    /// Their link is exculpated.
    LinkExculpated {
        /// Who was to be given notice.
        person: String,
        /// What they are in the chain.
        position: Position,
        /// What takes them out of it.
        ground: Exculpation,
    },
    /// Nothing is known that would be their own fault.
    NoOwnFault {
        /// Who was to be given notice.
        person: String,
        /// What they are in the chain.
        position: Position,
    },
    /// No leader of the chain was asked what they gave for the work.
    LeadersNotAsked {
        /// Who was to be given notice.
        person: String,
        /// What they are in the chain.
        position: Position,
    },
    /// A leader did not give what was theirs to give, and the chain says neither that it is their fault nor why not.
    LackUnanswered {
        /// The leader.
        person: String,
        /// What was not given.
        provision: Provision,
    },
    /// Only a leader who gave everything may stand in a chain without a fault and without an exculpation.
    NeitherFaultNorProof {
        /// Who.
        person: String,
        /// What they are in the chain.
        position: Position,
    },
    /// Somebody is said to have been deceived by a handler, and no handler is at fault.
    NobodyDeceived {
        /// Who.
        person: String,
    },
    /// Somebody without own fault would bear a share.
    ShareWithoutFault {
        /// Who.
        person: String,
        /// What they are in the chain.
        position: Position,
    },
    /// The shares do not make a whole.
    SharesDoNotFit {
        /// How many are at fault.
        at_fault: usize,
    },
    /// Somebody who was given notice is not in the chain.
    NoticedLeftOut {
        /// Who.
        person: String,
    },
    /// Something is decided: the chain stands as it is.
    DecidedAlready,
}

impl LiabilityRefusal {
    /// The guard that failed.
    pub fn guard(&self) -> Guard {
        match self {
            Self::DecidedAlready => Guard::Order,
            Self::NoChain { .. }
            | Self::NotInChain { .. }
            | Self::LinkExculpated { .. }
            | Self::NoOwnFault { .. }
            | Self::LeadersNotAsked { .. }
            | Self::LackUnanswered { .. }
            | Self::NeitherFaultNorProof { .. }
            | Self::NobodyDeceived { .. }
            | Self::ShareWithoutFault { .. }
            | Self::SharesDoNotFit { .. }
            | Self::NoticedLeftOut { .. } => Guard::OwnFault,
        }
    }
}

impl Worded for LiabilityRefusal {
    fn key(&self) -> &'static str {
        match self {
            Self::NoChain { .. } => "refusal-no-chain",
            Self::NotInChain { .. } => "refusal-not-in-chain",
            Self::LinkExculpated { .. } => "refusal-link-exculpated",
            Self::NoOwnFault { .. } => "refusal-no-own-fault",
            Self::LeadersNotAsked { .. } => "refusal-leaders-not-asked",
            Self::LackUnanswered { .. } => "refusal-lack-unanswered",
            Self::NeitherFaultNorProof { .. } => "refusal-neither-fault-nor-proof",
            Self::NobodyDeceived { .. } => "refusal-nobody-deceived",
            Self::ShareWithoutFault { .. } => "refusal-share-without-fault",
            Self::SharesDoNotFit { .. } => "refusal-shares-do-not-fit",
            Self::NoticedLeftOut { .. } => "refusal-noticed-left-out",
            Self::DecidedAlready => "refusal-chain-decided",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        let code = |position: &Position| position.code().to_owned();
        match self {
            Self::NoChain { person }
            | Self::NotInChain { person }
            | Self::NobodyDeceived { person }
            | Self::NoticedLeftOut { person } => vec![("person", person.clone())],
            Self::LinkExculpated { person, position, ground } => vec![
                ("person", person.clone()),
                ("position", code(position)),
                ("ground", ground.code().to_owned()),
            ],
            Self::NoOwnFault { person, position }
            | Self::LeadersNotAsked { person, position }
            | Self::NeitherFaultNorProof { person, position }
            | Self::ShareWithoutFault { person, position } => {
                vec![("person", person.clone()), ("position", code(position))]
            }
            Self::LackUnanswered { person, provision } => {
                vec![("person", person.clone()), ("provision", provision.code().to_owned())]
            }
            Self::SharesDoNotFit { at_fault } => vec![("found", at_fault.to_string())],
            Self::DecidedAlready => vec![],
        }
    }
}

impl From<LiabilityRefusal> for Refusal {
    fn from(refusal: LiabilityRefusal) -> Self {
        Self::Liability(refusal)
    }
}
