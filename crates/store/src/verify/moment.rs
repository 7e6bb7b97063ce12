//! One moment of the store: a transaction that reads, and sees nothing that is written meanwhile.

use crate::conn::Conn;
use crate::error::StoreError;

/// A connection inside such a transaction. Dropped before its end, the connection is not used again.
pub(super) struct Moment {
    conn: Option<Conn>,
}

impl Moment {
    /// Opens the transaction; its first statement fixes the moment.
    pub async fn begin(mut conn: Conn) -> Result<Self, StoreError> {
        let begin = match conn {
            Conn::Sqlite(_) => "begin deferred",
            Conn::Postgres(_) => "begin isolation level repeatable read, read only",
        };
        conn.run(begin).await?;
        Ok(Self { conn: Some(conn) })
    }

    /// The connection, to read with.
    pub fn conn(&mut self) -> Result<&mut Conn, StoreError> {
        self.conn.as_mut().ok_or(StoreError::WriterStopped)
    }

    /// Ends the transaction and gives the connection back.
    pub async fn end(mut self) {
        let Some(mut conn) = self.conn.take() else { return };
        if conn.run("rollback").await.is_err() {
            conn.close().await;
        }
    }
}

impl Drop for Moment {
    /// Whoever stopped waiting left the transaction open: the connection goes with it.
    fn drop(&mut self) {
        match self.conn.take() {
            Some(Conn::Sqlite(pooled)) => drop(pooled.detach()),
            Some(Conn::Postgres(pooled)) => drop(pooled.detach()),
            None => {}
        }
    }
}
