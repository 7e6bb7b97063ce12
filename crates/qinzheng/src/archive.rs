//! The archive of a backup: a gzip'd tar, encrypted to its recipients when there are any.
//!
//! It is written under another name and takes its own when it is whole. Its first member is
//! `manifest.json`, which names every other one with its length and hash; the second is the hash of
//! the first.

mod read;
mod write;

pub use read::{Identities, Members, Reading};
pub use write::Writing;

/// The path of the manifest.
const MANIFEST: &str = "manifest.json";
/// The path of the manifest's own hash, the second member.
const MANIFEST_HASH: &str = "manifest.sha256";

/// How gzip opens here: no name, no time, no system. Ten bytes nobody else checks.
const GZIP_HEAD: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];

/// How an encrypted archive opens.
const AGE_HEAD: &[u8] = b"age-encryption.org/v1";
