//! Keeping a signed checkpoint (检查点): it goes in beside the leaves, and the head names it, so
//! that every later leaf proves not to be older.

use super::errand::{Answer, Errand, Running, Verdict};
use super::write::Write;
use crate::bulk::{self, Column, Target};
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use qz_ledger::Hash;
use tokio::sync::oneshot;

/// A checkpoint that the log key signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedCheckpoint {
    /// How many leaves it covers, at least one.
    pub size: u64,
    /// The root over them.
    pub root: Hash,
    /// The signed note, word for word.
    pub note: String,
}

pub(super) struct KeepErrand {
    pub checkpoint: SignedCheckpoint,
    pub answer: oneshot::Sender<Result<bool, StoreError>>,
}

impl Errand for KeepErrand {
    fn run(self: Box<Self>, write: &mut Write) -> Running<'_, Verdict> {
        Box::pin(async move {
            let Self { checkpoint, answer } = *self;
            let outcome = keep(write, checkpoint).await;
            let keep = outcome.is_ok();
            let answer: Answer = Box::new(move |committed| {
                let _ = answer.send(committed.and(outcome));
            });
            Verdict { keep, answer }
        })
    }

    fn fail(self: Box<Self>, fault: StoreError) {
        let _ = self.answer.send(Err(fault));
    }
}

async fn keep(write: &mut Write, checkpoint: SignedCheckpoint) -> Result<bool, StoreError> {
    let SignedCheckpoint { size, root, note } = checkpoint;
    let kept = write.head.signed_size.unsigned_abs();
    if size < kept {
        return Ok(false);
    }
    let root = root.to_string();
    if size == kept {
        let same = write.head.signed_root == root;
        return if same { Ok(false) } else { Err(StoreError::OtherCheckpoint { size }) };
    }
    let conn = &mut write.free.conn;
    let size = size.cast_signed();
    let at = at_of_leaf(conn, size - 1).await?;
    insert(conn, size, &root, note, at).await?;
    point_head(conn, size, &root).await?;
    write.head.signed_size = size;
    write.head.signed_root = root;
    Ok(true)
}

/// The instant of the act of a leaf. A note carries no time, so what is kept with it is the time
/// that the tree itself proves: that of the last act the checkpoint covers.
async fn at_of_leaf(conn: &mut Conn, leaf: i64) -> Result<i64, StoreError> {
    const SQL: &str = "
        select a.at
          from ledger_leaf l
          join act a on a.id = l.act
         where l.idx = $1";
    let found: Option<(i64,)> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(leaf).fetch_optional(c).await)?;
    let (at,) = found.ok_or(StoreError::Corrupt { table: "ledger_leaf", id: leaf })?;
    Ok(at)
}

async fn insert(
    conn: &mut Conn,
    size: i64,
    root: &str,
    note: String,
    at: i64,
) -> Result<(), StoreError> {
    const CHECKPOINT: Target =
        Target { table: "checkpoint", columns: &["size", "root", "note", "signed_at"], tail: "" };
    let columns = vec![
        Column::Int(vec![size]),
        Column::Text(vec![root.to_owned()]),
        Column::Text(vec![note]),
        Column::Int(vec![at]),
    ];
    bulk::insert(conn, CHECKPOINT, columns).await?;
    Ok(())
}

async fn point_head(conn: &mut Conn, size: i64, root: &str) -> Result<(), StoreError> {
    const SQL: &str = "
        update ledger_head
           set signed_size = $1, signed_root = $2
         where id = 1";
    on_either!(
        conn,
        c => sqlx::query(SQL).bind(size).bind(root).execute(c).await.map(|_| ())
    )?;
    Ok(())
}
