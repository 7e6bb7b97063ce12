//! Reading a copy out: one transaction, one moment, row by row.

use super::line::{Cell, push};
use super::shape::{self, Kind, Shape};
use crate::conn::on_either;
use crate::error::StoreError;
use crate::moment::Moment;
use crate::store::Store;
use futures_util::TryStreamExt;
use qz_ledger::{Frontier, Hash};
use sqlx::Row;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// The whole store as it stood at one moment.
pub struct Snapshot {
    moment: Moment,
    schema: i64,
    shapes: Vec<Shape>,
}

impl Snapshot {
    /// Opens the transaction that sees one moment; writers go on beside it.
    pub async fn begin(store: &Store) -> Result<Self, StoreError> {
        const SCHEMA: &str = "select coalesce(max(version), 0) from _sqlx_migrations";
        let mut moment = Moment::begin(store.reader().await?).await?;
        let conn = moment.conn()?;
        // The first read fixes the moment.
        let (schema,): (i64,) = on_either!(conn, c => sqlx::query_as(SCHEMA).fetch_one(c).await)?;
        let shapes = shape::all(conn, schema).await?;
        Ok(Self { moment, schema, shapes })
    }

    /// The number of the newest migration that ran in the store.
    pub fn schema(&self) -> i64 {
        self.schema
    }

    /// The tables, by name.
    pub fn shapes(&self) -> &[Shape] {
        &self.shapes
    }

    /// The size and the root of the ledger.
    pub async fn ledger(&mut self) -> Result<(u64, Hash), StoreError> {
        const SQL: &str = "select size, frontier from ledger_head where id = 1";
        let (size, frontier): (i64, String) =
            on_either!(self.moment.conn()?, c => sqlx::query_as(SQL).fetch_one(c).await)?;
        let frontier = Frontier::decode(size.unsigned_abs(), &frontier)
            .map_err(|fault| StoreError::Head(fault.to_string()))?;
        Ok((frontier.size(), frontier.root()))
    }

    /// The newest checkpoint that was kept, as a signed note.
    pub async fn checkpoint(&mut self) -> Result<Option<String>, StoreError> {
        const SQL: &str = "select note from checkpoint order by size desc limit 1";
        let note: Option<(String,)> =
            on_either!(self.moment.conn()?, c => sqlx::query_as(SQL).fetch_optional(c).await)?;
        Ok(note.map(|(note,)| note))
    }

    /// Gives every row of a table, by its key, as one line of JSON with a line break at its end.
    /// Holds one row at a time; stops at the first error of `take`.
    pub async fn rows<E: From<StoreError>>(
        &mut self,
        shape: &Shape,
        mut take: impl FnMut(&str) -> Result<(), E>,
    ) -> Result<(), E> {
        let sql = statement(shape);
        let mut line = String::new();
        on_either!(self.moment.conn()?, c => {
            let mut rows = sqlx::query(sql).fetch(c);
            while let Some(row) = rows.try_next().await.map_err(StoreError::from)? {
                line.clear();
                line.push('[');
                for (at, (_, kind)) in shape.columns.iter().enumerate() {
                    let cell = match kind {
                        Kind::Number => row.try_get(at).map(|cell: Option<_>| cell.map(Cell::Number)),
                        Kind::Text => row.try_get(at).map(|cell: Option<_>| cell.map(Cell::Text)),
                        Kind::Bytes => row.try_get(at).map(|cell: Option<_>| cell.map(Cell::Bytes)),
                    };
                    push(&mut line, &cell.map_err(StoreError::from)?.unwrap_or(Cell::None));
                }
                line.push_str("]\n");
                take(&line)?;
            }
        });
        Ok(())
    }

    /// Ends the transaction.
    pub async fn end(self) {
        self.moment.end().await;
    }
}

/// Composes a table's statement from its shape once: it lives as long as the program.
fn statement(shape: &Shape) -> &'static str {
    static MADE: Mutex<Option<HashMap<String, &'static str>>> = Mutex::new(None);
    let columns: Vec<_> = shape.columns.iter().map(|(name, _)| name.as_str()).collect();
    let sql = format!(
        "select {} from {} order by {}",
        columns.join(", "),
        shape.table,
        shape.key.join(", ")
    );
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    made.get_or_insert_default().entry(sql).or_insert_with_key(|sql| sql.clone().leak())
}
