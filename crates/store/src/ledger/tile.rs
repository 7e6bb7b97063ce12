//! Tiles (分片) read from the leaves and nodes: what the published log is made of.

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use qz_domain::id::ActId;
use qz_ledger::{Hash, TileLevel, TilePath};
use std::collections::HashMap;

/// One leaf of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    /// Its place, counted from 0.
    pub index: u64,
    /// The act it stands for.
    pub act: ActId,
    /// The entry that is published.
    pub entry: String,
    /// The hash of the entry.
    pub hash: Hash,
}

type LeafRow = (i64, i64, String, String);

/// The leaf at a place.
pub async fn leaf(conn: &mut Conn, index: u64) -> Result<Option<Leaf>, StoreError> {
    const SQL: &str = "select idx, act, entry, hash from ledger_leaf where idx = $1";
    let Ok(index) = i64::try_from(index) else { return Ok(None) };
    let row: Option<LeafRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(index).fetch_optional(c).await)?;
    row.map(read_leaf).transpose()
}

/// The leaf of an act.
pub async fn leaf_of_act(conn: &mut Conn, act: ActId) -> Result<Option<Leaf>, StoreError> {
    const SQL: &str = "select idx, act, entry, hash from ledger_leaf where act = $1";
    let row: Option<LeafRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(act.0).fetch_optional(c).await)?;
    row.map(read_leaf).transpose()
}

/// The entries of a bundle; `None` when the log does not reach so far, or the path is of hashes.
pub async fn entries(conn: &mut Conn, path: TilePath) -> Result<Option<Vec<String>>, StoreError> {
    const SQL: &str = "
        select entry
          from ledger_leaf
         where idx >= $1 and idx < $2
         order by idx";
    let (TileLevel::Entries, Some((from, until))) = (path.level, span(path)) else {
        return Ok(None);
    };
    let rows: Vec<(String,)> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(from).bind(until).fetch_all(c).await)?;
    Ok(whole(path, rows.into_iter().map(|(entry,)| entry).collect()))
}

/// The hashes of a tile; `None` when the log does not reach so far, or the path is of entries.
pub async fn hashes(conn: &mut Conn, path: TilePath) -> Result<Option<Vec<Hash>>, StoreError> {
    const SQL_LEAVES: &str = "
        select idx, hash
          from ledger_leaf
         where idx >= $1 and idx < $2
         order by idx";
    const SQL_NODES: &str = "
        select idx, hash
          from ledger_node
         where idx >= $1 and idx < $2 and level = $3
         order by idx";
    let (TileLevel::Hashes(level), Some((from, until))) = (path.level, span(path)) else {
        return Ok(None);
    };
    let (sql, table) = match level {
        0 => (SQL_LEAVES, "ledger_leaf"),
        _ => (SQL_NODES, "ledger_node"),
    };
    let rows: Vec<(i64, String)> = on_either!(conn, c => {
        let query = sqlx::query_as(sql).bind(from).bind(until);
        if level == 0 { query } else { query.bind(i64::from(level)) }.fetch_all(c).await
    })?;
    let read =
        |(id, hash): (i64, String)| hash.parse().map_err(|_| StoreError::Corrupt { table, id });
    Ok(whole(path, rows.into_iter().map(read).collect::<Result<_, _>>()?))
}

/// Those of the tiles that the log has, to draw a proof from.
pub async fn tiles(
    conn: &mut Conn,
    paths: &[TilePath],
) -> Result<HashMap<TilePath, Vec<Hash>>, StoreError> {
    let mut found = HashMap::with_capacity(paths.len());
    for path in paths {
        if let Some(hashes) = hashes(conn, *path).await? {
            found.insert(*path, hashes);
        }
    }
    Ok(found)
}

fn read_leaf((index, act, entry, hash): LeafRow) -> Result<Leaf, StoreError> {
    let corrupt = |_| StoreError::Corrupt { table: "ledger_leaf", id: index };
    let hash = hash.parse().map_err(corrupt)?;
    Ok(Leaf { index: index.unsigned_abs(), act: ActId(act), entry, hash })
}

/// The first place of a tile and the one behind its last; `None` beyond any database.
fn span(path: TilePath) -> Option<(i64, i64)> {
    let from = i64::try_from(path.index).ok()?.checked_mul(256)?;
    Some((from, from.checked_add(i64::from(path.width))?))
}

fn whole<T>(path: TilePath, items: Vec<T>) -> Option<Vec<T>> {
    (items.len() == usize::from(path.width)).then_some(items)
}
