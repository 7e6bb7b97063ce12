//! The checkpoints kept: each is a note of the log's key over the tree as it then was.

use super::VerifyError;
use super::difference::Difference;
use crate::conn::{Conn, on_either};
use qz_ledger::{Checkpoint, CheckpointError, Hash, Note, VerifierKey};

/// A kept checkpoint's row.
pub(super) struct CheckpointRow {
    pub size: u64,
    root: String,
    note: String,
    signed_at: i64,
}

/// The checkpoints over more than `from` and at most `until` leaves, by size.
pub(super) async fn read(
    conn: &mut Conn,
    from: u64,
    until: u64,
) -> Result<Vec<CheckpointRow>, VerifyError> {
    const SQL: &str = "
        select size, root, note, signed_at
          from checkpoint
         where size > $1 and size <= $2
         order by size";
    type Row = (i64, String, String, i64);

    let (from, until) = (from.cast_signed(), until.cast_signed());
    let rows: Vec<Row> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(from).bind(until).fetch_all(c).await)?;
    let row = |(size, root, note, signed_at): Row| CheckpointRow {
        size: size.unsigned_abs(),
        root,
        note,
        signed_at,
    };
    Ok(rows.into_iter().map(row).collect())
}

/// Refuses checkpoints over no leaves, or over more than the head counts.
pub(super) async fn none_beyond(conn: &mut Conn, leaves: u64) -> Result<(), VerifyError> {
    const SQL: &str = "
        select size
          from checkpoint
         where size < 1 or size > $1
         order by size
         limit 1";
    let found: Option<(i64,)> = on_either!(
        conn,
        c => sqlx::query_as(SQL).bind(leaves.cast_signed()).fetch_optional(c).await
    )?;
    match found {
        Some((size,)) => Err(Difference::CheckpointBeyond { size, leaves }.into()),
        None => Ok(()),
    }
}

impl CheckpointRow {
    /// Holds the row against the tree of its size; `at` is the instant of that tree's last act.
    pub fn check(
        &self,
        size: u64,
        root: Hash,
        at: &str,
        key: Option<&VerifierKey>,
    ) -> Result<(), Difference> {
        let column = |column| Difference::Checkpoint { size, column };
        let note = match key {
            Some(key) => Checkpoint::open(&self.note, key),
            None => read_unsigned(&self.note),
        };
        let note = note.map_err(|reason| Difference::CheckpointNote { size, reason })?;
        if note.size != size || note.root != root {
            return Err(column("note"));
        }
        if self.root != root.to_string() {
            return Err(column("root"));
        }
        if self.signed_at.to_string() != at {
            return Err(column("signed_at"));
        }
        Ok(())
    }
}

/// What a note claims, whoever signed it.
fn read_unsigned(note: &str) -> Result<Checkpoint, CheckpointError> {
    let note: Note = note.parse().map_err(CheckpointError::Note)?;
    note.text().parse()
}
