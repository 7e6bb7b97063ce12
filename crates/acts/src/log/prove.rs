//! Proofs (存证证明): one text that shows offline that an entry is in the signed log.

use super::fault::LogFault;
use super::publish::PublicLog;
use jiff::Timestamp;
use qz_domain::id::ActId;
use qz_ledger::{ProofFile, inclusion_tiles, prove_inclusion};
use qz_store::StoreError;
use qz_store::entry::Entry;
use qz_store::ledger::{self, Leaf};

/// What somebody wants proven.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sought {
    /// The leaf at a place, counted from 0.
    Leaf(u64),
    /// The leaf of an act.
    Act(ActId),
}

/// A leaf with its proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proved {
    /// The leaf.
    pub leaf: Leaf,
    /// What the entry says was done: the code of the action.
    pub kind: String,
    /// When the entry says it was done.
    pub at: Timestamp,
    /// The text of the `.tlog-proof` file.
    pub proof: String,
    /// How many leaves the checkpoint in it covers.
    pub size: u64,
}

impl PublicLog {
    /// Proves a leaf under the newest checkpoint, and checks the proof as its reader will. `None`
    /// when there is no such leaf.
    pub async fn prove(&self, sought: Sought) -> Result<Option<Proved>, LogFault> {
        let mut conn = self.acts.reader().await?;
        let leaf = match sought {
            Sought::Leaf(index) => ledger::leaf(&mut conn, index).await?,
            Sought::Act(act) => ledger::leaf_of_act(&mut conn, act).await?,
        };
        let Some(leaf) = leaf else { return Ok(None) };
        let newest = ledger::newest_checkpoint(&mut conn).await?.ok_or(LogFault::NoCheckpoint)?;
        let (index, size) = (leaf.index, newest.size);
        if index >= size {
            return Err(LogFault::NotSignedYet { index, size });
        }
        let tiles = ledger::tiles(&mut conn, &inclusion_tiles(index, size)).await?;
        let hashes = prove_inclusion(index, size, &tiles)?;
        let proof = ProofFile { extra: None, index, hashes, checkpoint: newest.note };
        let checked = proof.verify(leaf.entry.as_bytes(), &self.key);
        checked.map_err(LogFault::Proof)?;
        let corrupt = || StoreError::Corrupt { table: "ledger_leaf", id: index.cast_signed() };
        let Entry { kind, at, .. } = Entry::read(&leaf.entry).ok_or_else(corrupt)?;
        let at = Timestamp::from_millisecond(at).map_err(|_| corrupt())?;
        Ok(Some(Proved { leaf, kind, at, proof: proof.to_string(), size }))
    }
}
