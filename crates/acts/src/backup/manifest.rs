//! The manifest (清单) of a backup: what is in it, of whom, from when, with the hash of each member.

use qz_store::snapshot::Kind;
use serde::{Deserialize, Serialize};

/// The format this program writes; it reads no other.
pub const FORMAT: u32 = 1;

/// What a backup says of itself; its first member, as JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The format of the backup.
    pub format: u32,
    /// The version of the program that made it.
    pub version: String,
    /// The number of the newest migration of the store.
    pub schema: i64,
    /// Whose store it is.
    pub tenant: Tenant,
    /// Whether it is a demo's.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_demo: bool,
    /// The moment it shows, RFC 3339.
    pub taken_at: String,
    /// The ledger's published state.
    pub log: LogPart,
    /// The members, in the order of the archive.
    pub members: Vec<Member>,
}

/// Whose store it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tenant {
    /// The code of the county.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its English name; may be empty.
    pub name_en: String,
}

/// The ledger's published state at that moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogPart {
    /// The name of the log.
    pub origin: String,
    /// The key that checks its signatures.
    pub vkey: String,
    /// How many entries it has.
    pub size: u64,
    /// Its root.
    pub root: String,
    /// The newest signed checkpoint, if one was signed.
    pub checkpoint: Option<String>,
    /// Whether the private key is in the backup.
    pub has_key: bool,
}

/// A member of the archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// Its path.
    pub path: String,
    /// How many bytes it has.
    pub bytes: u64,
    /// Its SHA-256 in hex.
    pub sha256: String,
    /// The table it holds, if it holds one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<Table>,
}

/// A table of the archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// How many rows it has.
    pub rows: u64,
    /// Its columns and what they hold, in the order of the values of a row.
    pub columns: Vec<(String, Kind)>,
}

impl Manifest {
    /// Every row of every table.
    pub fn rows(&self) -> u64 {
        self.members.iter().filter_map(|member| member.table.as_ref()).map(|table| table.rows).sum()
    }
}
