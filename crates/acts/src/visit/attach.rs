//! Attach evidence (附加佐证). Never required; a picture loses its place and time data first.

use super::load::{Begun, begin, deed};
use crate::{ActError, digest};
use qz_domain::evidence::{Evidence, MediaType};
use qz_domain::id::{AccountId, EvidenceId, VisitId};
use qz_domain::visit::Step;
use qz_store::{Act, Write};
use serde::{Deserialize, Serialize};

/// Attaches a cleaned file to a visit.
#[derive(Debug, Clone)]
pub struct AttachEvidence {
    /// Who attaches it.
    pub actor: AccountId,
    /// To which visit.
    pub visit: VisitId,
    /// The version they read.
    pub version: i64,
    /// The file's name, safe for display.
    pub name: String,
    /// What it is, by its content.
    pub media_type: MediaType,
    /// The cleaned bytes.
    pub bytes: Vec<u8>,
}

/// The evidence's number and the hash of what is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attached {
    /// Number in the store.
    pub evidence: EvidenceId,
    /// SHA-256 of the kept bytes.
    pub hash: String,
}

impl Act for AttachEvidence {
    type Receipt = Attached;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<Attached, ActError> {
        let begun = begin(write, self.actor, self.visit, Step::Attach, self.version).await?;
        let Begun { actor, loaded, transition } = begun;
        let mut visit = loaded.visit;
        let evidence = Evidence {
            id: EvidenceId(write.next_id()),
            name: self.name,
            media_type: self.media_type,
            hash: digest::sha256(&self.bytes),
            size: i64::try_from(self.bytes.len()).unwrap_or(i64::MAX),
            added_at: write.now(),
        };
        qz_store::evidence::insert(write, visit.id, &evidence, self.bytes).await?;
        visit.stage = transition.to;
        visit.version += 1;
        qz_store::visit::update(write, &visit).await?;
        write.record(deed(Step::Attach, visit.id, &actor, evidence.name.clone())).await?;
        Ok(Attached { evidence: evidence.id, hash: evidence.hash })
    }
}
