//! The head: one row, and nothing in it but what follows from the leaves and checkpoints.

use super::VerifyError;
use super::difference::Difference;
use super::tree::Tree;
use crate::conn::{Conn, on_either};

/// The row as it is kept.
pub(super) struct HeadRow {
    pub size: u64,
    frontier: String,
    next_id: i64,
    signed_size: i64,
    signed_root: String,
}

pub(super) async fn read(conn: &mut Conn) -> Result<HeadRow, VerifyError> {
    const SQL: &str = "
        select id, size, frontier, next_id, signed_size, signed_root
          from ledger_head
         order by id";
    type Row = (i64, i64, String, i64, i64, String);

    let rows: Vec<Row> = on_either!(conn, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    let [(1, size, frontier, next_id, signed_size, signed_root)] = rows.as_slice() else {
        return Err(Difference::HeadRows { found: rows.len() }.into());
    };
    let Ok(size) = u64::try_from(*size) else { return Err(head("size").into()) };
    Ok(HeadRow {
        size,
        frontier: frontier.clone(),
        next_id: *next_id,
        signed_size: *signed_size,
        signed_root: signed_root.clone(),
    })
}

/// Holds the head against the tree that its leaves made.
pub(super) fn check(row: &HeadRow, tree: &Tree) -> Result<(), Difference> {
    if row.frontier != tree.frontier() {
        return Err(head("frontier"));
    }
    if row.next_id != tree.last_act() + 1 {
        return Err(head("next_id"));
    }
    let (size, root) = match tree.newest_checkpoint() {
        Some((size, root)) => (size.cast_signed(), root.to_string()),
        None => (0, String::new()),
    };
    if row.signed_size != size {
        return Err(head("signed_size"));
    }
    if row.signed_root != root {
        return Err(head("signed_root"));
    }
    Ok(())
}

fn head(column: &'static str) -> Difference {
    Difference::Head { column }
}
