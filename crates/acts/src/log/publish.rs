//! The published log (公开账本): what anybody may read of it, and its key. It cannot sign.

use super::check::LastCheck;
use super::fault::LogFault;
use crate::Acts;
use qz_ledger::{TileLevel, TilePath, VerifierKey, encode_entries, encode_hashes};
use qz_store::ledger::{self, Checkpoint, Head};
use qz_store::{Conn, StoreError};
use std::fmt;
use std::sync::Arc;

/// The log of one tenant for readers. Cheap to clone.
#[derive(Clone)]
pub struct PublicLog {
    pub(super) acts: Acts,
    pub(super) key: VerifierKey,
    pub(super) last_check: Arc<LastCheck>,
}

/// How the log stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Size and root now.
    pub head: Head,
    /// The newest checkpoint.
    pub checkpoint: Option<Checkpoint>,
}

impl PublicLog {
    /// The log of a tenant, with the key that checks its signatures.
    pub fn new(acts: Acts, key: VerifierKey) -> Self {
        Self { acts, key, last_check: Arc::default() }
    }

    /// The key that checks its signatures.
    pub fn key(&self) -> &VerifierKey {
        &self.key
    }

    /// The name of the log, as in its checkpoints.
    pub fn origin(&self) -> &str {
        self.key.name()
    }

    /// How the log stands now.
    pub async fn standing(&self) -> Result<Standing, StoreError> {
        let mut conn = self.acts.reader().await?;
        let head = ledger::head(&mut conn).await?;
        Ok(Standing { head, checkpoint: ledger::newest_checkpoint(&mut conn).await? })
    }

    /// The newest checkpoint, the one file of the log that changes.
    pub async fn checkpoint(&self) -> Result<Option<String>, StoreError> {
        let mut conn = self.acts.reader().await?;
        Ok(ledger::newest_checkpoint(&mut conn).await?.map(|checkpoint| checkpoint.note))
    }

    /// The newest checkpoints, at most `most`, the newest first.
    pub async fn checkpoints(&self, most: u32) -> Result<Vec<Checkpoint>, StoreError> {
        ledger::checkpoints(&mut self.acts.reader().await?, most).await
    }

    /// The keys that check the log, a line each.
    pub fn vkeys(&self) -> String {
        format!("{}\n", self.key)
    }

    /// A tile of the published log: `None` when the newest checkpoint does not reach so far. Its
    /// bytes never change.
    pub async fn tile(&self, path: TilePath) -> Result<Option<Vec<u8>>, LogFault> {
        let mut conn = self.acts.reader().await?;
        let size = ledger::head(&mut conn).await?.signed.map_or(0, |(size, _)| size);
        tile(&mut conn, path, size).await
    }
}

impl fmt::Debug for PublicLog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicLog({})", self.key)
    }
}

/// A tile of the log of `size` leaves.
pub(super) async fn tile(
    conn: &mut Conn,
    path: TilePath,
    size: u64,
) -> Result<Option<Vec<u8>>, LogFault> {
    let end = path.index.checked_mul(256).and_then(|from| from.checked_add(path.width.into()));
    if end.is_none_or(|end| end > path.level.count(size)) {
        return Ok(None);
    }
    if path.level != TileLevel::Entries {
        return Ok(ledger::hashes(conn, path).await?.map(|hashes| encode_hashes(&hashes)));
    }
    let Some(entries) = ledger::entries(conn, path).await? else { return Ok(None) };
    let bundle = encode_entries(&entries).map_err(|_| StoreError::Corrupt {
        table: "ledger_leaf",
        id: path.index.cast_signed() * 256,
    })?;
    Ok(Some(bundle))
}
