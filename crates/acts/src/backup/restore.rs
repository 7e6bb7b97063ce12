//! Restoring a backup: into an empty store only, all of it or nothing.
//!
//! A SQLite store is built beside its place and moved there at the end; a PostgreSQL store is
//! filled in one transaction.

use super::Sealed;
use super::manifest::{FORMAT, Manifest, Member, Table};
use qz_store::snapshot::{LoadError, Loading, newest_schema};
use qz_store::{Store, StoreError, StoreUrl};
use std::ffi::OsString;
use std::io::{self, BufRead, Read};
use std::path::{Path, PathBuf};

/// The longest row that is read: an uploaded file in base64 is the longest there is.
const LONGEST: u64 = 256 << 20;

/// Why nothing was restored.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    /// The store failed.
    #[error("the store failed")]
    Store(#[from] StoreError),
    /// The files of the store could not be written.
    #[error("the store's file cannot be written")]
    File(#[from] io::Error),
    /// Something stands at the place of the store.
    #[error("there is a store already, nothing was changed: {0}")]
    Occupied(String),
    /// The backup is of a format that this program does not read.
    #[error("the backup has format {found}; this program reads format {FORMAT}")]
    Format {
        /// The format of the backup.
        found: u32,
    },
    /// The backup is from a newer program.
    #[error(
        "the backup was made by version {version}, whose store is at step {schema}; this program \
         knows steps up to {known}: restore it with that version or a newer one"
    )]
    Newer {
        /// The version that made it.
        version: String,
        /// The backup's newest migration.
        schema: i64,
        /// Ours.
        known: i64,
    },
    /// The backup lacks a table, or has one twice.
    #[error("the manifest does not name table `{0}` exactly once")]
    Tables(&'static str),
    /// A member is not what the manifest says, or cannot be read.
    #[error("{member}: {fault}")]
    Member {
        /// The member's path.
        member: String,
        /// What is wrong with it.
        fault: String,
    },
}

impl RestoreError {
    /// A fault of a member.
    pub fn member(path: &str, fault: impl std::fmt::Display) -> Self {
        Self::Member { member: path.to_owned(), fault: fault.to_string() }
    }
}

/// A restore under way: the store is being filled.
pub struct Restore {
    place: Place,
    store: Store,
    loading: Loading,
}

impl Restore {
    /// Checks the manifest and that nothing stands at the place of the store, and opens it.
    pub async fn begin(url: &StoreUrl, manifest: &Manifest) -> Result<Self, RestoreError> {
        check(manifest)?;
        let place = Place::of(url)?;
        let store = Store::connect(&place.built_at()).await?;
        let loading = match Loading::begin(&store, manifest.schema).await {
            Ok(loading) => loading,
            Err(fault) => {
                store.close().await;
                place.clear();
                return Err(match fault {
                    LoadError::Store(fault) => fault.into(),
                    fault => RestoreError::Occupied(fault.to_string()),
                });
            }
        };
        let restore = Self { place, store, loading };
        match restore.unnamed(manifest) {
            None => Ok(restore),
            Some(table) => {
                restore.abandon().await;
                Err(RestoreError::Tables(table))
            }
        }
    }

    /// A table that the manifest does not name once.
    fn unnamed(&self, manifest: &Manifest) -> Option<&'static str> {
        let times = |table: &str| {
            let named = manifest.members.iter().filter_map(|member| member.table.as_ref());
            named.filter(|named| named.name == table).count()
        };
        let mut tables = self.loading.shapes().iter().map(|shape| shape.table);
        tables.find(|table| times(table) != 1)
    }

    /// Loads a table from its bytes and compares them with the manifest.
    pub async fn table(
        &mut self,
        member: &Member,
        table: &Table,
        from: impl Read,
    ) -> Result<(), RestoreError> {
        let wrong = |fault: &dyn std::fmt::Display| RestoreError::member(&member.path, fault);
        let shape = self.loading.shape(&table.name, &table.columns);
        let shape = shape.map_err(|fault| wrong(&fault))?;
        let mut from = io::BufReader::with_capacity(1 << 16, from);
        let (mut rows, mut sealed) = (0_u64, Sealed::default());
        let next = |line: &mut String| -> Result<bool, Stop> {
            let read = (&mut from).take(LONGEST).read_line(line)?;
            sealed.take(line.as_bytes());
            rows += u64::from(read > 0);
            Ok(read > 0)
        };
        let loaded = self.loading.rows(&shape, next).await;
        loaded.map_err(|stop| match stop {
            Stop::Read(fault) => wrong(&fault),
            Stop::Load(LoadError::Store(fault)) => wrong(&chain(&fault)),
            Stop::Load(fault) => wrong(&fault),
        })?;
        sealed.must_be(member)?;
        if rows == table.rows { Ok(()) } else { Err(wrong(&"has another number of rows")) }
    }

    /// Keeps what was loaded: commits, brings the store up to date and puts it in its place.
    pub async fn keep(self) -> Result<(), RestoreError> {
        let Self { place, store, loading } = self;
        let kept = loading.keep().await;
        store.close().await;
        if let Err(fault) = kept {
            place.clear();
            return Err(fault.into());
        }
        Ok(place.settle()?)
    }

    /// Leaves nothing behind.
    pub async fn abandon(self) {
        self.loading.abandon().await;
        self.store.close().await;
        self.place.clear();
    }
}

/// Why reading stopped.
enum Stop {
    Read(io::Error),
    Load(LoadError),
}

impl From<io::Error> for Stop {
    fn from(fault: io::Error) -> Self {
        Self::Read(fault)
    }
}

impl From<LoadError> for Stop {
    fn from(fault: LoadError) -> Self {
        Self::Load(fault)
    }
}

fn check(manifest: &Manifest) -> Result<(), RestoreError> {
    if manifest.format != FORMAT {
        return Err(RestoreError::Format { found: manifest.format });
    }
    let known = newest_schema();
    if manifest.schema > known {
        let (version, schema) = (manifest.version.clone(), manifest.schema);
        return Err(RestoreError::Newer { version, schema, known });
    }
    Ok(())
}

/// An error with its causes, in one line.
fn chain(fault: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(fault.source(), |cause| cause.source());
    causes.fold(fault.to_string(), |text, cause| format!("{text}: {cause}"))
}

/// Where the store will stand and where it is built.
enum Place {
    File { target: PathBuf, building: PathBuf },
    Server(String),
}

impl Place {
    fn of(url: &StoreUrl) -> Result<Self, RestoreError> {
        let target = match url {
            StoreUrl::Postgres(url) => return Ok(Self::Server(url.clone())),
            StoreUrl::Sqlite(target) => target.clone(),
        };
        let stands = sqlite_files(&target).into_iter().find(|file| file.exists());
        if let Some(file) = stands {
            return Err(RestoreError::Occupied(file.display().to_string()));
        }
        let place = Self::File { building: suffixed(&target, ".restoring"), target };
        // What an interrupted restore left is of no use to anybody.
        place.clear();
        Ok(place)
    }

    fn built_at(&self) -> StoreUrl {
        match self {
            Self::File { building, .. } => StoreUrl::Sqlite(building.clone()),
            Self::Server(url) => StoreUrl::Postgres(url.clone()),
        }
    }

    fn clear(&self) {
        if let Self::File { building, .. } = self {
            for file in sqlite_files(building) {
                let _ = std::fs::remove_file(file);
            }
        }
    }

    fn settle(&self) -> io::Result<()> {
        let Self::File { target, building } = self else { return Ok(()) };
        std::fs::File::open(building)?.sync_all()?;
        std::fs::rename(building, target)?;
        let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
        std::fs::File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
    }
}

/// A SQLite store's file and those that stand beside it.
fn sqlite_files(file: &Path) -> [PathBuf; 3] {
    [file.to_owned(), suffixed(file, "-wal"), suffixed(file, "-shm")]
}

fn suffixed(file: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(file);
    name.push(suffix);
    PathBuf::from(name)
}
