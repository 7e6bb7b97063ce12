//! What can go wrong with the log, in words for whoever runs the machine.

use qz_ledger::{KeyError, ProofFileError, ProveError, SignerRefusal, SignerStateError};
use qz_store::StoreError;
use std::io;
use std::path::PathBuf;

/// Why the keeper of the log did not do it.
#[derive(Debug, thiserror::Error)]
pub enum LogFault {
    /// A file could not be read, written or put in its place.
    #[error("{} cannot be {action}", .path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What was tried: `read`, `written`.
        action: &'static str,
        /// What the system said.
        #[source]
        reason: io::Error,
    },
    /// A log keeps its key for life.
    #[error("{} is there already: a log keeps its key", .0.display())]
    KeyExists(PathBuf),
    /// Others than the owner may read the key.
    #[error("{} may be read by others: make it mode 0600", .0.display())]
    KeyIsOpen(PathBuf),
    /// The key file holds no key, or the name of the log cannot be one.
    #[error("{} holds no signing key", .path.display())]
    Key {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        #[source]
        reason: KeyError,
    },
    /// The signer's own record cannot be read.
    #[error("{} is not the record of a signer", .path.display())]
    State {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        #[source]
        reason: SignerStateError,
    },
    /// The signer refused.
    #[error("the signer refused")]
    Refused(#[from] SignerRefusal),
    /// The nodes kept do not suffice for a proof.
    #[error("no proof can be drawn")]
    Prove(#[from] ProveError),
    /// A leaf that no checkpoint covers yet.
    #[error("leaf {index} is not covered by a checkpoint yet: the newest covers {size} leaves")]
    NotSignedYet {
        /// The leaf, counted from 0.
        index: u64,
        /// How many leaves the newest checkpoint covers.
        size: u64,
    },
    /// Nothing was signed yet, so nothing can be published.
    #[error("the log has no checkpoint yet: one is signed when it has an entry")]
    NoCheckpoint,
    /// The folder holds a log that this one does not continue.
    #[error("{} holds another log: export to an empty folder", .0.display())]
    OtherLog(PathBuf),
    /// A proof drawn from the store does not hold: run the full self-check.
    #[error("the proof does not hold, so the store was changed: run `qinzheng ledger verify`")]
    Proof(#[source] ProofFileError),
    /// The store failed.
    #[error("the store failed")]
    Store(#[from] StoreError),
    /// A thread that touched files was lost.
    #[error("the work on files was broken off")]
    BrokenOff,
}
