//! Leaves with their acts: read a chunk as one text, judged leaf by leaf.

mod text;

use super::VerifyError;
use super::checkpoint::CheckpointRow;
use super::difference::Difference;
use super::object::Latest;
use super::tree::Tree;
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::governed::{ACT_COLUMNS, is_unreadable, row_text};
use std::sync::LazyLock;
use text::LeafText;

/// One text for a chunk of leaves: place, act, hash, entry, whether a later act has the same
/// subject, salt, and the act's row.
static SQL: LazyLock<&'static str> = LazyLock::new(|| {
    let leaf = row_text("l", &["idx", "act", "hash", "entry"]);
    let (salt, act) = (row_text("a", &["salt"]), row_text("a", ACT_COLUMNS));
    let sql = format!(
        "select string_agg(s.leaf_text, '') \
           from (select {leaf} \
                     || case when exists (select 1 from act b \
                                           where b.subject_kind = a.subject_kind \
                                             and b.subject = a.subject and b.id > a.id) \
                             then '1:1' else ':' end \
                     || {salt} || {act} as leaf_text \
                   from ledger_leaf l \
                   left join act a on a.id = l.act \
                  where l.idx >= $1 and l.idx < $2 \
                  order by l.idx) s"
    );
    sql.leak()
});

/// The leaves in `from..until` as one text.
pub(super) async fn read(conn: &mut Conn, from: u64, until: u64) -> Result<String, VerifyError> {
    match text(conn, from, until).await {
        Err(fault) if is_unreadable(&fault) => Err(find_unreadable(conn, from, until).await),
        text => Ok(text?),
    }
}

async fn text(conn: &mut Conn, from: u64, until: u64) -> Result<String, StoreError> {
    let (from, until) = (from.cast_signed(), until.cast_signed());
    let (text,): (Option<String>,) =
        on_either!(conn, c => sqlx::query_as(*SQL).bind(from).bind(until).fetch_one(c).await)?;
    Ok(text.unwrap_or_default())
}

/// Goes through the leaves one by one to name the one that cannot be read.
async fn find_unreadable(conn: &mut Conn, from: u64, until: u64) -> VerifyError {
    for index in from..until {
        match text(conn, index, index + 1).await {
            Err(fault) if is_unreadable(&fault) => {
                return Difference::LeafUnreadable { index }.into();
            }
            Err(fault) => return fault.into(),
            Ok(_) => {}
        }
    }
    Difference::LeafUnreadable { index: from }.into()
}

/// Refuses leaves beyond those the head counts.
pub(super) async fn none_beyond(conn: &mut Conn, size: u64) -> Result<(), VerifyError> {
    const SQL: &str = "
        select idx
          from ledger_leaf
         where idx < 0 or idx >= $1
         order by idx
         limit 1";
    let found: Option<(i64,)> = on_either!(
        conn,
        c => sqlx::query_as(SQL).bind(size.cast_signed()).fetch_optional(c).await
    )?;
    match found {
        Some((index,)) => Err(Difference::LeafBeyond { index, size }.into()),
        None => Ok(()),
    }
}

/// Judges a chunk of leaves and lets the tree grow by them; gives the acts that are the latest on
/// their objects.
pub(super) fn check(
    leaves: &str,
    checkpoints: Vec<CheckpointRow>,
    (from, until): (u64, u64),
    tree: &mut Tree,
) -> Result<Vec<Latest>, Difference> {
    let mut checkpoints = checkpoints.into_iter().peekable();
    let mut latest = Vec::new();
    let mut at = 0;
    for index in from..until {
        if at == leaves.len() {
            return Err(Difference::LeafMissing { index });
        }
        let unreadable = Difference::LeafUnreadable { index };
        let (leaf, end) = LeafText::read(leaves, at).ok_or(unreadable)?;
        if leaf.index() != index {
            return Err(Difference::LeafMissing { index });
        }
        latest.extend(leaf.check(tree)?);
        if let Some(row) = checkpoints.next_if(|row| row.size == tree.len()) {
            tree.pass(&row, leaf.at())?;
        }
        at = end;
    }
    Ok(latest)
}
