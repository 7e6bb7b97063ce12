//! The seed, which nobody can know while they could still change anything.

use qz_ledger::{Checkpoint, Hash, canonical};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::{Digest, Sha256};

/// The fewest characters of an entry.
pub const ENTRY_LEAST: usize = 6;
/// The most characters of an entry.
pub const ENTRY_MOST: usize = 100;

/// What stands before the text a seed is taken of.
const DOMAIN: &[u8] = b"qz-draw-seed/v1\0";

/// What one party typed (抽签词).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The party: an office, or somebody who was asked in.
    pub by: String,
    /// What they typed, of their own choice.
    pub text: String,
}

/// SHA-256 over `qz-draw-seed/v1`, a zero byte, and the canonical JSON of checkpoint, commitment and entries.
/// `None` where a text cannot be written in the canonical form.
pub fn seed(commitment: &Hash, entries: &[Entry], checkpoint: &Checkpoint) -> Option<Hash> {
    let Checkpoint { origin, size, root, .. } = checkpoint;
    let value = json!({
        "checkpoint": { "origin": origin, "root": root.to_hex(), "size": size.to_string() },
        "commitment": commitment.to_hex(),
        "entries": entries,
    });
    let text = canonical(&value).ok()?;
    Some(Hash(Sha256::new().chain_update(DOMAIN).chain_update(text).finalize().into()))
}
