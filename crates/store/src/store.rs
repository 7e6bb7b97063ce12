//! Opens a tenant's store: the pool of readers and, on demand, its one writer.

use crate::conn::Conn;
use crate::error::StoreError;
use crate::migrate;
use crate::writer::{Ambient, Writer};
use sqlx::postgres::PgPoolOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{PgPool, SqlitePool};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

/// How many readers a SQLite store keeps; PostgreSQL gets twice as many.
const READERS: u32 = 4;

/// Where a tenant's store is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreUrl {
    /// A SQLite file.
    Sqlite(PathBuf),
    /// A PostgreSQL database.
    Postgres(String),
}

impl FromStr for StoreUrl {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if let Some(file) = text.strip_prefix("sqlite:").filter(|file| !file.is_empty()) {
            Ok(Self::Sqlite(PathBuf::from(file)))
        } else if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            Ok(Self::Postgres(text.to_owned()))
        } else {
            Err(StoreError::BadUrl(text.to_owned()))
        }
    }
}

#[derive(Debug, Clone)]
enum Pools {
    Sqlite { readers: SqlitePool, writer: SqlitePool },
    Postgres { readers: PgPool, writer: PgPool },
}

/// A tenant's store. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Store {
    pools: Pools,
}

impl Store {
    /// Opens the store, makes it when it is not there, brings it up to date and checks the engine.
    pub async fn open(url: &StoreUrl) -> Result<Self, StoreError> {
        let store = Self::connect(url).await?;
        migrate::run(&mut store.writing().await?).await?;
        Ok(store)
    }

    /// Opens the store as it stands, without bringing it up to date: for copying one out and in.
    pub async fn connect(url: &StoreUrl) -> Result<Self, StoreError> {
        let pools = match url {
            StoreUrl::Sqlite(file) => open_sqlite(file).await?,
            StoreUrl::Postgres(url) => open_postgres(url).await?,
        };
        Ok(Self { pools })
    }

    /// A connection to read with.
    pub async fn reader(&self) -> Result<Conn, StoreError> {
        Ok(match &self.pools {
            Pools::Sqlite { readers, .. } => Conn::Sqlite(readers.acquire().await?),
            Pools::Postgres { readers, .. } => Conn::Postgres(readers.acquire().await?),
        })
    }

    /// A connection to write with: for the writer, for restoring and for migrations alone.
    pub(crate) async fn writing(&self) -> Result<Conn, StoreError> {
        Ok(match &self.pools {
            Pools::Sqlite { writer, .. } => Conn::Sqlite(writer.acquire().await?),
            Pools::Postgres { writer, .. } => Conn::Postgres(writer.acquire().await?),
        })
    }

    /// Starts the writer: the only way to change a governed table.
    pub fn writer(&self, ambient: Ambient) -> Writer {
        Writer::start(self.clone(), ambient)
    }

    /// Closes every connection; what is under way ends first.
    pub async fn close(&self) {
        match &self.pools {
            Pools::Sqlite { readers, writer } => {
                readers.close().await;
                writer.close().await;
            }
            Pools::Postgres { readers, writer } => {
                readers.close().await;
                writer.close().await;
            }
        }
    }
}

async fn open_sqlite(file: &Path) -> Result<Pools, StoreError> {
    let options = SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(true)
        .foreign_keys(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(Duration::from_secs(30))
        .statement_cache_capacity(400)
        .pragma("secure_delete", "on")
        .pragma("cache_size", "-16000");
    let writer = SqlitePoolOptions::new().max_connections(1).connect_with(options.clone()).await?;
    check_sqlite(&writer).await?;
    let readers = SqlitePoolOptions::new()
        .max_connections(READERS)
        .connect_lazy_with(options.pragma("query_only", "on"));
    Ok(Pools::Sqlite { readers, writer })
}

/// Versions 3.7.0 to 3.51.2 can lose committed writes in WAL mode with two connections.
async fn check_sqlite(pool: &SqlitePool) -> Result<(), StoreError> {
    let (version,): (String,) = sqlx::query_as("select sqlite_version()").fetch_one(pool).await?;
    let mut parts = version.split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    let found = (parts.next(), parts.next(), parts.next());
    if found < (Some(3), Some(51), Some(3)) {
        return Err(StoreError::Unfit(format!(
            "SQLite {version} is too old: 3.51.3 or later is needed, older ones can lose writes"
        )));
    }
    Ok(())
}

async fn open_postgres(url: &str) -> Result<Pools, StoreError> {
    let pool =
        |most| PgPoolOptions::new().max_connections(most).acquire_timeout(Duration::from_secs(10));
    let writer = pool(2).connect(url).await?;
    check_postgres(&writer).await?;
    let readers = pool(READERS * 2).connect_lazy(url)?;
    Ok(Pools::Postgres { readers, writer })
}

async fn check_postgres(pool: &PgPool) -> Result<(), StoreError> {
    const SQL: &str = "
        -- only postgres
        select cast(current_setting('server_version_num') as bigint)
             , d.datcollate
             , current_setting('synchronous_commit')
          from pg_database d
         where d.datname = current_database()";
    let (version, collation, commit): (i64, String, String) =
        sqlx::query_as(SQL).fetch_one(pool).await?;
    let unfit = |text: String| Err(StoreError::Unfit(text));
    if version < 150_000 {
        return unfit(format!("PostgreSQL {version} is too old: 15 or later is needed"));
    }
    if collation != "C" && collation != "POSIX" {
        return unfit(format!(
            "the database's collation is {collation}: create it with `lc_collate 'C'` from template0"
        ));
    }
    if commit == "off" {
        return unfit("synchronous_commit is off: an acknowledged act could be lost".to_owned());
    }
    Ok(())
}
