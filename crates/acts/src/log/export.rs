//! Export (导出): the published log as a folder of plain files, for a web server or a USB stick.
//!
//! Tiles never change, so an export into a folder that holds an earlier one only adds to it. The
//! checkpoint goes in last: whoever reads meanwhile finds a whole log, the old one or the new.

use super::fault::LogFault;
use super::files::write_whole;
use super::keeper::on_files;
use super::publish::{PublicLog, tile};
use qz_ledger::tile::tiles_since;
use qz_ledger::{Checkpoint, ProveError, consistency_tiles, prove_consistency, verify_consistency};
use qz_store::{Conn, ledger};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// What an export wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exported {
    /// How many leaves the folder now publishes.
    pub size: u64,
    /// How many files were written, the checkpoint among them.
    pub files: u64,
}

impl PublicLog {
    /// Brings a folder up to the newest checkpoint. One that holds another log is left alone.
    pub async fn export(&self, folder: &Path) -> Result<Exported, LogFault> {
        let mut conn = self.acts.reader().await?;
        let newest = ledger::newest_checkpoint(&mut conn).await?.ok_or(LogFault::NoCheckpoint)?;
        let published = self.published(folder).await?;
        if let Some(old) = &published
            && !continues(&mut conn, old, &newest).await?
        {
            return Err(LogFault::OtherLog(folder.to_owned()));
        }
        let mut files = 2;
        for path in tiles_since(published.map_or(0, |old| old.size), newest.size) {
            let bytes = tile(&mut conn, path, newest.size).await?;
            put(folder.join(path.to_string()), bytes.ok_or(ProveError::Missing(path))?).await?;
            files += 1;
        }
        put(folder.join("vkeys"), self.vkeys().into_bytes()).await?;
        put(folder.join("checkpoint"), newest.note.into_bytes()).await?;
        Ok(Exported { size: newest.size, files })
    }

    /// The checkpoint that the folder publishes already.
    async fn published(&self, folder: &Path) -> Result<Option<Checkpoint>, LogFault> {
        let path = folder.join("checkpoint");
        let note = on_files(move || match fs::read_to_string(&path) {
            Ok(note) => Ok(Some(note)),
            Err(reason) if reason.kind() == ErrorKind::NotFound => Ok(None),
            Err(reason) => Err(LogFault::File { path, action: "read", reason }),
        });
        let Some(note) = note.await? else { return Ok(None) };
        let ours = Checkpoint::open(&note, &self.key);
        ours.map(Some).map_err(|_| LogFault::OtherLog(folder.to_owned()))
    }
}

/// Whether the newest checkpoint is of a log that begins with the old one's.
async fn continues(
    conn: &mut Conn,
    old: &Checkpoint,
    new: &ledger::Checkpoint,
) -> Result<bool, LogFault> {
    if old.size >= new.size {
        return Ok((old.size, old.root) == (new.size, new.root));
    }
    let tiles = ledger::tiles(conn, &consistency_tiles(old.size, new.size)).await?;
    let proof = prove_consistency(old.size, new.size, &tiles)?;
    Ok(verify_consistency(old.size, new.size, &proof, old.root, new.root).is_ok())
}

async fn put(path: PathBuf, bytes: Vec<u8>) -> Result<(), LogFault> {
    on_files(move || {
        let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
        let written = folder.and_then(|()| write_whole(&path, &bytes));
        written.map_err(|reason| LogFault::File { path, action: "written", reason })
    })
    .await
}
