//! The checkpoints kept (检查点), newest first.

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::visit::read_instant;
use jiff::Timestamp;
use qz_ledger::Hash;

/// A signed checkpoint as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// How many leaves it covers.
    pub size: u64,
    /// The root over them.
    pub root: Hash,
    /// The signed note, word for word.
    pub note: String,
    /// The instant of the last act it covers.
    pub until: Timestamp,
}

type Row = (i64, String, String, i64);

/// The newest checkpoint.
pub async fn newest_checkpoint(conn: &mut Conn) -> Result<Option<Checkpoint>, StoreError> {
    Ok(checkpoints(conn, 1).await?.pop())
}

/// The newest checkpoints, at most `most` of them.
pub async fn checkpoints(conn: &mut Conn, most: u32) -> Result<Vec<Checkpoint>, StoreError> {
    const SQL: &str = "
        select size, root, note, signed_at
          from checkpoint
         order by size desc
         limit $1";
    let rows: Vec<Row> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(i64::from(most)).fetch_all(c).await)?;
    rows.into_iter().map(read).collect()
}

/// The first checkpoint that covers a leaf.
pub async fn first_checkpoint_over(
    conn: &mut Conn,
    leaf: u64,
) -> Result<Option<Checkpoint>, StoreError> {
    const SQL: &str = "
        select size, root, note, signed_at
          from checkpoint
         where size > $1
         order by size
         limit 1";
    let Ok(leaf) = i64::try_from(leaf) else { return Ok(None) };
    let row: Option<Row> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(leaf).fetch_optional(c).await)?;
    row.map(read).transpose()
}

fn read((size, root, note, until): Row) -> Result<Checkpoint, StoreError> {
    let corrupt = |_| StoreError::Corrupt { table: "checkpoint", id: size };
    let root = root.parse().map_err(corrupt)?;
    let until = read_instant(until, "checkpoint", size)?;
    Ok(Checkpoint { size: size.unsigned_abs(), root, note, until })
}
