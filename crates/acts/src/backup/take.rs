//! Taking a backup: first the manifest, then each member, all from one moment.

use super::Sealed;
use super::manifest::{FORMAT, LogPart, Manifest, Member, Table, Tenant};
use jiff::Timestamp;
use qz_domain::instant::rfc3339;
use qz_store::snapshot::{Shape, Snapshot};
use qz_store::{Store, StoreError, StoreUrl};
use std::io::{self, Write};

/// What the store itself does not know and a backup says.
#[derive(Debug, Clone)]
pub struct Origin {
    /// Whose store it is.
    pub tenant: Tenant,
    /// Whether it is a demo's.
    pub is_demo: bool,
    /// The name of the log.
    pub log: String,
    /// The key that checks the log's signatures.
    pub vkey: String,
    /// The text of the log's private key, when it shall be in the backup.
    pub key: Option<String>,
    /// The instant that counts as now.
    pub now: Timestamp,
}

/// Why no backup was taken.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The store failed.
    #[error("the store failed")]
    Store(#[from] StoreError),
    /// The archive could not be written.
    #[error("the archive cannot be written")]
    Write(#[from] io::Error),
    /// There is no store at that place.
    #[error("there is no store at {0}")]
    NoStore(String),
    /// A table gave other bytes the second time: the engine broke its word.
    #[error("table `{0}` changed while it was read, which a snapshot forbids")]
    Changed(String),
}

/// A backup under way.
pub struct Backup {
    store: Store,
    snapshot: Snapshot,
    manifest: Manifest,
    key: Option<String>,
}

impl Backup {
    /// Opens the store as it stands, fixes the moment and makes the manifest: reads everything
    /// once, in bounded memory.
    pub async fn begin(url: &StoreUrl, origin: Origin) -> Result<Self, BackupError> {
        if let StoreUrl::Sqlite(file) = url
            && !file.is_file()
        {
            return Err(BackupError::NoStore(file.display().to_string()));
        }
        let store = Store::connect(url).await?;
        let mut snapshot = Snapshot::begin(&store).await?;
        let (size, root) = snapshot.ledger().await?;
        let checkpoint = snapshot.checkpoint().await?;
        let Origin { tenant, is_demo, log, vkey, key, now } = origin;
        let mut members: Vec<_> = key.iter().map(|key| file("log/key", key.as_bytes())).collect();
        for shape in snapshot.shapes().to_vec() {
            members.push(survey(&mut snapshot, &shape).await?);
        }
        let (root, has_key) = (root.to_string(), key.is_some());
        let manifest = Manifest {
            format: FORMAT,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            schema: snapshot.schema(),
            tenant,
            is_demo,
            taken_at: rfc3339(now),
            log: LogPart { origin: log, vkey, size, root, checkpoint, has_key },
            members,
        };
        Ok(Self { store, snapshot, manifest, key })
    }

    /// What is in the backup.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Writes the bytes of a member.
    pub async fn copy(&mut self, member: &Member, out: &mut impl Write) -> Result<(), BackupError> {
        let Some(table) = &member.table else {
            out.write_all(self.key.as_deref().unwrap_or_default().as_bytes())?;
            return Ok(());
        };
        let changed = || BackupError::Changed(table.name.clone());
        let shape = self.snapshot.shapes().iter().find(|shape| shape.table == table.name);
        let shape = shape.cloned().ok_or_else(changed)?;
        let mut sealed = Sealed::default();
        self.snapshot
            .rows(&shape, |line| {
                sealed.take(line.as_bytes());
                // Never more bytes than the archive has room for.
                if sealed.bytes() > member.bytes {
                    return Err(changed());
                }
                Ok::<_, BackupError>(out.write_all(line.as_bytes())?)
            })
            .await?;
        sealed.must_be(member).map_err(|_| changed())
    }

    /// Ends the transaction and closes the store.
    pub async fn end(self) -> Result<(), BackupError> {
        self.snapshot.end().await;
        self.store.close().await;
        Ok(())
    }
}

/// Reads a table once, for its length and its hash.
async fn survey(snapshot: &mut Snapshot, shape: &Shape) -> Result<Member, BackupError> {
    let (mut rows, mut sealed) = (0, Sealed::default());
    snapshot
        .rows(shape, |line| {
            rows += 1;
            sealed.take(line.as_bytes());
            Ok::<_, StoreError>(())
        })
        .await?;
    let table = Table { name: shape.table.to_owned(), rows, columns: shape.columns.clone() };
    Ok(member(format!("tables/{}.rows", shape.table), &sealed, Some(table)))
}

fn file(path: &str, body: &[u8]) -> Member {
    let mut sealed = Sealed::default();
    sealed.take(body);
    member(path.to_owned(), &sealed, None)
}

fn member(path: String, sealed: &Sealed, table: Option<Table>) -> Member {
    Member { path, bytes: sealed.bytes(), sha256: sealed.sha256(), table }
}
