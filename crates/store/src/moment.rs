//! One moment of the store: a transaction that reads, and sees nothing that is written meanwhile.

use crate::conn::Conn;
use crate::error::StoreError;

/// A connection inside such a transaction. Dropped before its end, the connection is not used again.
pub(crate) struct Moment {
    conn: Option<Conn>,
}

impl Moment {
    /// Opens the transaction; its first statement fixes the moment.
    ///
    /// The connection is ours before the statement is sent: whoever stops waiting for the answer
    /// cannot give back a connection on which the driver still opens the transaction.
    pub async fn begin(conn: Conn) -> Result<Self, StoreError> {
        let begin = match conn {
            Conn::Sqlite(_) => "begin deferred",
            Conn::Postgres(_) => "begin isolation level repeatable read, read only",
        };
        let mut moment = Self { conn: Some(conn) };
        moment.conn()?.run(begin).await?;
        Ok(moment)
    }

    /// The connection, to read with.
    pub fn conn(&mut self) -> Result<&mut Conn, StoreError> {
        self.conn.as_mut().ok_or(StoreError::WriterStopped)
    }

    /// Ends the transaction and gives the connection back.
    pub async fn end(mut self) {
        let Ok(conn) = self.conn() else { return };
        let ended = conn.run("rollback").await;
        let Some(conn) = self.conn.take() else { return };
        if ended.is_err() {
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
