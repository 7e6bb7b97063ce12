//! A connection to either engine, and the one macro that speaks to both.

use sqlx::pool::PoolConnection;
use sqlx::{Postgres, Sqlite};

/// A connection. The SQL text is the same for both engines; only the driver differs.
#[derive(Debug)]
pub enum Conn {
    /// SQLite.
    Sqlite(PoolConnection<Sqlite>),
    /// PostgreSQL.
    Postgres(PoolConnection<Postgres>),
}

/// Runs the same expression on either engine; `$c` is the concrete connection.
macro_rules! on_either {
    ($conn:expr, $c:ident => $body:expr) => {
        match $conn {
            $crate::conn::Conn::Sqlite(pooled) => {
                let $c: &mut sqlx::SqliteConnection = &mut *pooled;
                $body
            }
            $crate::conn::Conn::Postgres(pooled) => {
                let $c: &mut sqlx::PgConnection = &mut *pooled;
                $body
            }
        }
    };
}

pub(crate) use on_either;

impl Conn {
    /// The statement that opens a transaction in which we will write.
    pub(crate) fn begin(&self) -> &'static str {
        match self {
            Self::Sqlite(_) => "begin immediate",
            Self::Postgres(_) => "begin",
        }
    }

    /// Runs one statement without parameters.
    pub(crate) async fn run(&mut self, sql: &'static str) -> Result<(), sqlx::Error> {
        on_either!(self, c => sqlx::query(sql).execute(c).await.map(|_| ()))
    }

    /// Closes the connection for good instead of giving it back.
    pub(crate) async fn close(self) {
        let closed = match self {
            Self::Sqlite(pooled) => pooled.close().await,
            Self::Postgres(pooled) => pooled.close().await,
        };
        if let Err(fault) = closed {
            tracing::warn!(
                error = &fault as &dyn std::error::Error,
                "a broken connection was dropped"
            );
        }
    }
}
