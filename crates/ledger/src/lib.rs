//! The tamper-evident ledger (防篡改账本): RFC 6962 tree, C2SP notes, checkpoints, tiles, proofs.
//!
//! Every act of the system leaves one entry in a log that can only grow. The log is published as
//! plain files, and this crate is all anybody needs to check it; it reads no file, clock, database
//! or network itself, so the same code serves the office that writes and the citizen who doubts.
//!
//! # How an outsider checks the log
//!
//! 1. Get the [`VerifierKey`] of the log once, by a way one trusts, such as a printed gazette.
//! 2. Copy the published folder and run [`audit`] over it. It opens the [`Checkpoint`] with the
//!    key, hashes every entry, recomputes every tile of every level and compares the root. The
//!    first [`Difference`] names the file and the entry.
//! 3. Keep the checkpoint. Next time [`audit_against`] also shows that the log still begins with
//!    everything seen before: nothing was removed, changed or put in between.
//! 4. Whoever holds one decision and its `.tlog-proof` needs no copy of the log:
//!    [`ProofFile::verify`] follows the hashes from the entry to the signed root.
//!
//! What an entry commits to is checked with [`canonical`] and [`commit`]: the salt and the object
//! give the [`struct@Hash`] in the entry, and nothing else does.
//!
//! # How the office writes it
//!
//! A [`Frontier`] takes one [`leaf_hash`] per entry and knows the root. The [`Signer`] turns a root
//! into a checkpoint, and refuses to when the tree does not continue the last one it signed.

pub mod checkpoint;
pub mod commitment;
pub mod frontier;
pub mod hash;
pub mod jcs;
pub mod mirror;
pub mod note;
pub mod proof;
pub mod proof_file;
pub mod signer;
pub mod tile;

pub use checkpoint::{Checkpoint, CheckpointError, Cosigned, Witnessed};
pub use commitment::{Salt, commit};
pub use frontier::{Frontier, FrontierError, TileNode};
pub use hash::{Hash, HashError, empty_root, leaf_hash, node_hash};
pub use jcs::{JcsError, canonical, canonical_any};
pub use mirror::{Audited, Difference, Source, audit, audit_against};
pub use note::{
    KeyError, KeyKind, Note, NoteError, NoteSignature, SigningKey, Verified, VerifierKey,
    VerifyError,
};
pub use proof::{
    ConsistencyError, InclusionError, ProveError, Tiles, consistency_tiles, inclusion_tiles,
    prove_consistency, prove_inclusion, root_at, verify_consistency, verify_inclusion,
};
pub use proof_file::{ProofFile, ProofFileError};
pub use signer::{Signer, SignerRefusal, SignerState, SignerStateError};
pub use tile::{
    BundleError, Entries, EntryTooLong, TileError, TileLevel, TilePath, TilePathError,
    decode_entries, decode_hashes, encode_entries, encode_hashes, tiles_of, tiles_since,
};
