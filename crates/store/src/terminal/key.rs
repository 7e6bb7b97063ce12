//! The key by which a terminal comes in (接入密钥): one at most, as its SHA-256 alone.

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::visit::read_instant;
use crate::writer::Free;
use jiff::Timestamp;
use qz_domain::id::TerminalId;

/// The hash of a terminal's key; `None` where it has none.
pub async fn hash_of(conn: &mut Conn, id: TerminalId) -> Result<Option<String>, StoreError> {
    const SQL: &str = "select hash from terminal_key where terminal = $1";
    let row: Option<(String,)> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    Ok(row.map(|(hash,)| hash))
}

/// Whose the key with this hash is.
pub async fn holder(conn: &mut Conn, hash: &str) -> Result<Option<TerminalId>, StoreError> {
    const SQL: &str = "select terminal from terminal_key where hash = $1";
    let row: Option<(i64,)> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(hash).fetch_optional(c).await)?;
    Ok(row.map(|(id,)| TerminalId(id)))
}

/// Since when a terminal has its key; `None` where it has none.
pub async fn made_at(conn: &mut Conn, id: TerminalId) -> Result<Option<Timestamp>, StoreError> {
    const SQL: &str = "select made_at from terminal_key where terminal = $1";
    let row: Option<(i64,)> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    row.map(|(at,)| read_instant(at, "terminal_key", id.0)).transpose()
}

/// Gives a terminal a key; the one it had ends.
pub async fn put(free: &mut Free, id: TerminalId, hash: &str) -> Result<(), StoreError> {
    const SQL: &str = "
        insert into terminal_key (terminal, hash, made_at)
        values ($1, $2, $3)
        on conflict (terminal) do update
           set hash = excluded.hash, made_at = excluded.made_at";
    let now = free.now().as_millisecond();
    on_either!(free.reads(), c =>
        sqlx::query(SQL).bind(id.0).bind(hash).bind(now).execute(c).await.map(drop))?;
    Ok(())
}

/// Ends a terminal's key. Tells whether there was one.
pub async fn end(free: &mut Free, id: TerminalId) -> Result<bool, StoreError> {
    const SQL: &str = "delete from terminal_key where terminal = $1";
    let ended = on_either!(free.reads(), c =>
        sqlx::query(SQL).bind(id.0).execute(c).await.map(|done| done.rows_affected()))?;
    Ok(ended > 0)
}
