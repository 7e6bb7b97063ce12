//! The keeper itself: signs what continues the last tree, and remembers it first.

use super::fault::LogFault;
use super::files::LogFiles;
use super::publish::PublicLog;
use crate::Acts;
use qz_domain::ambient::Chance;
use qz_ledger::{VerifierKey, consistency_tiles, prove_consistency};
use qz_store::{Conn, SignedCheckpoint, ledger};
use std::path::Path;
use std::sync::Arc;
use tokio::sync::Mutex;

/// Signs the log of one tenant. Cheap to clone.
#[derive(Debug, Clone)]
pub struct LogKeeper {
    log: PublicLog,
    files: LogFiles,
    /// One signature at a time.
    signing: Arc<Mutex<()>>,
}

impl LogKeeper {
    /// Makes the log's key in a folder, once: see [`LogFiles::create`].
    pub fn create(
        folder: &Path,
        origin: &str,
        chance: &dyn Chance,
    ) -> Result<VerifierKey, LogFault> {
        LogFiles::of(folder).create(origin, chance)
    }

    /// The keeper of a tenant's log, with the key in `folder`.
    pub fn open(acts: Acts, folder: &Path) -> Result<Self, LogFault> {
        Self::with(acts, LogFiles::of(folder))
    }

    /// As [`LogKeeper::open`], with key and memory wherever they are.
    pub fn with(acts: Acts, files: LogFiles) -> Result<Self, LogFault> {
        let log = PublicLog::new(acts, files.verifier()?);
        files.state()?;
        Ok(Self { log, files, signing: Arc::default() })
    }

    /// The log as its readers see it.
    pub fn log(&self) -> &PublicLog {
        &self.log
    }

    /// Where key and memory are.
    pub fn files(&self) -> &LogFiles {
        &self.files
    }

    /// Signs the ledger as it stands and keeps the checkpoint. `None` when the newest checkpoint
    /// covers every leaf already, or there is none.
    ///
    /// What is signed is written down before the note leaves the machine. A ledger that does not
    /// continue the last one signed is refused ([`LogFault::Refused`]).
    pub async fn sign_now(&self) -> Result<Option<SignedCheckpoint>, LogFault> {
        let _one_at_a_time = self.signing.lock().await;
        let mut conn = self.log.acts.reader().await?;
        let head = ledger::head(&mut conn).await?;
        let files = self.files.clone();
        let mut signer = on_files(move || files.signer()).await?;
        let before = signer.state();
        if head.size == 0 && before.size == 0 {
            return Ok(None);
        }
        let proof = consistency_proof(&mut conn, before.size, head.size).await?;
        drop(conn);
        let note = signer.sign(self.log.origin(), head.size, head.root, &proof)?;
        let (files, after) = (self.files.clone(), signer.state());
        if after != before {
            on_files(move || files.save(after)).await?;
        }
        if head.unsigned() == 0 {
            return Ok(None);
        }
        let checkpoint = SignedCheckpoint { size: head.size, root: head.root, note };
        self.log.acts.writer().keep_checkpoint(checkpoint.clone()).await?;
        Ok(Some(checkpoint))
    }
}

/// The proof that leads from what was signed last to the ledger as it stands; empty where there
/// is none to lead.
async fn consistency_proof(
    conn: &mut Conn,
    old: u64,
    new: u64,
) -> Result<Vec<qz_ledger::Hash>, LogFault> {
    if old == 0 || old >= new {
        return Ok(Vec::new());
    }
    let tiles = ledger::tiles(conn, &consistency_tiles(old, new)).await?;
    Ok(prove_consistency(old, new, &tiles)?)
}

/// Does something with files on a thread that may wait for the disk.
pub(super) async fn on_files<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, LogFault> + Send + 'static,
) -> Result<T, LogFault> {
    tokio::task::spawn_blocking(work).await.map_err(|_| LogFault::BrokenOff)?
}
