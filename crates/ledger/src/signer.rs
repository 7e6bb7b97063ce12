//! The signer (签发者) of checkpoints: it remembers the last tree it signed, outside the
//! database, and refuses whatever does not continue it.

use std::fmt;
use std::str::FromStr;

use crate::checkpoint::{Checkpoint, CheckpointError, read_decimal};
use crate::hash::{Hash, empty_root};
use crate::note::{SigningKey, VerifierKey};
use crate::proof::verify_consistency;

const TITLE: &str = "qz-signer/v1";

/// The last tree a signer put its name to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignerState {
    /// How many leaves it had.
    pub size: u64,
    /// Its root.
    pub root: Hash,
}

/// The text is not the state of a signer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "the signer's own record cannot be read: it is three lines, `{TITLE}`, the size and the root; \
     copy the last two from the newest published checkpoint"
)]
pub struct SignerStateError;

impl SignerState {
    /// The state of a signer that has signed nothing yet: only for a new log. A lost record is
    /// taken from the newest published checkpoint instead, or the signer would sign anything.
    pub fn new() -> Self {
        Self { size: 0, root: empty_root() }
    }
}

impl Default for SignerState {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Display for SignerState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{TITLE}\n{}\n{}", self.size, self.root)
    }
}

impl FromStr for SignerState {
    type Err = SignerStateError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let lines: Vec<&str> = text.split('\n').collect();
        let [TITLE, size, root, ""] = lines.as_slice() else { return Err(SignerStateError) };
        let size = read_decimal(size).ok_or(SignerStateError)?;
        let root = root.parse().map_err(|_| SignerStateError)?;
        Ok(Self { size, root })
    }
}

/// Why the signer does not sign. The words are for the security officer who reads them at night.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SignerRefusal {
    /// The tree is smaller than one already signed.
    #[error(
        "not signed: the ledger has {offered} entries, but {kept} were signed before, so an older \
         copy of the database was restored; stop recording, compare with the published checkpoint \
         of {kept} entries and restore the copy that has them all"
    )]
    Rollback {
        /// How many leaves the last signed tree has.
        kept: u64,
        /// How many the offered tree has.
        offered: u64,
    },
    /// The same number of leaves, another root.
    #[error(
        "not signed: another ledger of {size} entries was signed before, so entries were changed \
         or two copies were written to; stop recording, compare both with the published checkpoint \
         of {size} entries and keep the copy that agrees with it"
    )]
    Split {
        /// How many leaves both trees have.
        size: u64,
    },
    /// More leaves, but the first ones are not those signed before.
    #[error(
        "not signed: the first {kept} of these {offered} entries are not the ones signed before, \
         so an older copy was restored and written to, or entries were changed; stop recording, \
         compare with the published checkpoint of {kept} entries and restore the copy that agrees \
         with it"
    )]
    Inconsistent {
        /// How many leaves the last signed tree has.
        kept: u64,
        /// How many the offered tree has.
        offered: u64,
    },
    /// The checkpoint itself cannot be signed by this key.
    #[error("not signed: the checkpoint and the key of the signer do not fit")]
    Checkpoint(#[source] CheckpointError),
}

/// The log key together with the memory of what it signed.
#[derive(Debug)]
pub struct Signer {
    key: SigningKey,
    state: SignerState,
}

impl Signer {
    /// A signer that takes up where `state` left off.
    pub const fn new(key: SigningKey, state: SignerState) -> Self {
        Self { key, state }
    }

    /// What it signed last. Write this down durably before the note leaves the machine.
    pub const fn state(&self) -> SignerState {
        self.state
    }

    /// The public half of its key.
    pub fn verifier(&self) -> VerifierKey {
        self.key.verifier()
    }

    /// Signs a tree that continues the last one, and remembers it.
    ///
    /// `consistency_proof` leads from [`Signer::state`] to this tree; it is empty for the first
    /// signature and for signing the same tree again. After a refusal nothing is remembered.
    pub fn sign(
        &mut self,
        origin: &str,
        size: u64,
        root: Hash,
        consistency_proof: &[Hash],
    ) -> Result<String, SignerRefusal> {
        self.must_continue(size, root, consistency_proof)?;
        let note = Checkpoint::new(origin, size, root)
            .and_then(|checkpoint| checkpoint.signed(&self.key))
            .map_err(SignerRefusal::Checkpoint)?;
        self.state = SignerState { size, root };
        Ok(note)
    }

    fn must_continue(&self, size: u64, root: Hash, proof: &[Hash]) -> Result<(), SignerRefusal> {
        let (kept, offered) = (self.state.size, size);
        if offered < kept {
            return Err(SignerRefusal::Rollback { kept, offered });
        }
        if offered == kept && root != self.state.root {
            return Err(SignerRefusal::Split { size });
        }
        if offered == kept || kept == 0 {
            return Ok(());
        }
        verify_consistency(kept, offered, proof, self.state.root, root)
            .map_err(|_| SignerRefusal::Inconsistent { kept, offered })
    }
}
