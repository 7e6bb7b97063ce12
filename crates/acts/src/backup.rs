//! Backup and restore (备份与恢复): the whole store as one portable copy, independent of the engine.
//!
//! A [`Backup`] reads one moment of a busy store; a [`Restore`] fills an empty one, of either
//! engine, and compares every member with the [`Manifest`]. How the members are packed into one
//! file is the command line's.

mod manifest;
mod restore;
mod take;

pub use manifest::{FORMAT, LogPart, Manifest, Member, Table, Tenant};
pub use restore::{Restore, RestoreError};
pub use take::{Backup, BackupError, Origin};

use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// The length and the hash of a member, as its bytes pass by.
#[derive(Debug, Clone, Default)]
pub struct Sealed {
    bytes: u64,
    digest: Sha256,
}

impl Sealed {
    /// Takes the next bytes.
    pub fn take(&mut self, bytes: &[u8]) {
        self.bytes += bytes.len() as u64;
        self.digest.update(bytes);
    }

    /// How many bytes passed by.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// SHA-256 in lower-case hex.
    pub fn sha256(&self) -> String {
        let digest = self.digest.clone().finalize();
        digest.iter().fold(String::with_capacity(64), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
    }

    /// Refuses what is not as the manifest says.
    pub fn must_be(&self, member: &Member) -> Result<(), RestoreError> {
        if self.bytes == member.bytes && self.sha256() == member.sha256 {
            return Ok(());
        }
        let fault = "is not what the manifest says, the archive is damaged";
        Err(RestoreError::member(&member.path, fault))
    }
}
