//! The nodes kept: one root for every full tile, no more and no fewer.

use super::VerifyError;
use super::difference::Difference;
use crate::conn::{Conn, on_either};
use qz_ledger::TileNode;

/// How many nodes are read at once.
const PAGE: i64 = 4096;

type Row = (i64, i64, String);

/// Holds every node kept against those the leaves made, which it puts in order.
pub(super) async fn check(conn: &mut Conn, nodes: &mut [TileNode]) -> Result<(), VerifyError> {
    nodes.sort_unstable_by_key(|node| (node.level, node.index));
    let mut nodes = nodes.iter();
    let mut after = (i64::MIN, i64::MIN);
    loop {
        let rows = read(conn, after).await?;
        for row in &rows {
            compare(row, nodes.next())?;
        }
        match rows.last() {
            Some((level, idx, _)) => after = (*level, *idx),
            None => break,
        }
    }
    match nodes.next() {
        Some(node) => Err(missing(node).into()),
        None => Ok(()),
    }
}

async fn read(conn: &mut Conn, (level, idx): (i64, i64)) -> Result<Vec<Row>, VerifyError> {
    const SQL: &str = "
        select level, idx, hash
          from ledger_node
         where level > $1 or (level = $1 and idx > $2)
         order by level, idx
         limit $3";
    Ok(on_either!(
        conn,
        c => sqlx::query_as(SQL).bind(level).bind(idx).bind(PAGE).fetch_all(c).await
    )?)
}

/// Both come in order, so the first that differs tells which side lacks one.
fn compare((level, idx, hash): &Row, node: Option<&TileNode>) -> Result<(), Difference> {
    let extra = Difference::NodeExtra { level: *level, idx: *idx };
    let Some(node) = node else { return Err(extra) };
    let place = (i64::from(node.level), node.index.cast_signed());
    if place < (*level, *idx) {
        return Err(missing(node));
    }
    if place > (*level, *idx) {
        return Err(extra);
    }
    if *hash != node.hash.to_string() {
        return Err(Difference::NodeHash { level: *level, idx: *idx });
    }
    Ok(())
}

fn missing(node: &TileNode) -> Difference {
    Difference::NodeMissing { level: node.level, idx: node.index }
}
