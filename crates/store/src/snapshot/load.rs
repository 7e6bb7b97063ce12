//! Loading a copy into a store where nothing stands: one transaction, all of it or nothing.

use super::line::{LineError, Rows};
use super::shape::{self, Kind, Shape};
use crate::bulk::{self, Target};
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::migrate;
use crate::store::Store;

/// Rows kept in memory before they go in.
const ROWS: usize = 1000;
/// Or fewer, when they take this many bytes.
const BYTES: usize = 4 << 20;

/// Why a copy cannot be loaded.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The store failed.
    #[error("the store failed")]
    Store(#[from] StoreError),
    /// Something stands in the store already.
    #[error("the store is not empty: table `{0}` has rows")]
    NotEmpty(&'static str),
    /// The copy has a table or column that the store has not, or the other way round.
    #[error("table `{0}` has other columns in the copy than in a store of that version")]
    OtherShape(String),
    /// A line of the copy is no row.
    #[error("line {line} {fault}")]
    Line {
        /// The line's number, from 1.
        line: u64,
        /// What is wrong with it.
        fault: LineError,
    },
}

/// A store that is being filled, until [`Loading::keep`] or [`Loading::abandon`].
pub struct Loading {
    conn: Conn,
    shapes: Vec<Shape>,
}

impl Loading {
    /// Brings an empty store to the copy's `schema` and opens the transaction.
    pub async fn begin(store: &Store, schema: i64) -> Result<Self, LoadError> {
        let mut conn = store.writing().await?;
        migrate::run_to(&mut conn, schema).await?;
        let shapes = shape::all(&mut conn, schema).await?;
        let mut loading = Self { conn, shapes };
        loading.open().await.map_err(StoreError::from)?;
        if let Err(fault) = loading.must_be_empty().await {
            loading.abandon().await;
            return Err(fault);
        }
        Ok(loading)
    }

    /// The tables of a store of that version.
    pub fn shapes(&self) -> &[Shape] {
        &self.shapes
    }

    /// Opens the transaction and puts the checking of references off to its end.
    async fn open(&mut self) -> Result<(), sqlx::Error> {
        let begin = self.conn.begin();
        self.conn.run(begin).await?;
        match self.conn {
            Conn::Sqlite(_) => self.conn.run("pragma defer_foreign_keys = on").await,
            Conn::Postgres(_) => {
                self.conn.run(REMEMBER).await?;
                self.conn.run(DEFER).await
            }
        }
    }

    async fn must_be_empty(&mut self) -> Result<(), LoadError> {
        const FRESH: &str = "delete from ledger_head";
        const HEAD: &str = "select count(*) from ledger_head where size > 0 or next_id > 1";
        for table in self.shapes.iter().map(|shape| shape.table) {
            let sql = match table {
                "ledger_head" => HEAD,
                // Composed from constants of this crate, once in a restore.
                table => format!("select count(*) from {table}").leak(),
            };
            let (found,): (i64,) =
                on_either!(&mut self.conn, c => sqlx::query_as(sql).fetch_one(c).await)
                    .map_err(StoreError::from)?;
            if found > 0 {
                return Err(LoadError::NotEmpty(table));
            }
        }
        self.conn.run(FRESH).await.map_err(StoreError::from)?;
        Ok(())
    }

    /// The table's shape, if it is what the copy says.
    pub fn shape(&self, table: &str, columns: &[(String, Kind)]) -> Result<Shape, LoadError> {
        let shape = self.shapes.iter().find(|shape| shape.table == table);
        let same = shape.filter(|shape| shape.columns == columns);
        same.cloned().ok_or_else(|| LoadError::OtherShape(table.to_owned()))
    }

    /// Loads a table; `next` gives its lines one after the other.
    pub async fn rows<E: From<LoadError>>(
        &mut self,
        shape: &Shape,
        mut next: impl FnMut(&mut String) -> Result<bool, E>,
    ) -> Result<(), E> {
        let target = target(shape);
        let mut rows = Rows::new(&shape.columns);
        let (mut text, mut line) = (String::new(), 0);
        loop {
            text.clear();
            let more = next(&mut text)?;
            if more {
                line += 1;
                rows.push(&text).map_err(|fault| LoadError::Line { line, fault })?;
            }
            if !more || rows.count() == ROWS || rows.bytes() > BYTES {
                bulk::insert(&mut self.conn, target, rows.take()).await.map_err(LoadError::from)?;
            }
            if !more {
                return Ok(());
            }
        }
    }

    /// Checks the references, commits, and brings the store up to date.
    pub async fn keep(mut self) -> Result<(), StoreError> {
        if let Err(fault) = self.commit().await {
            self.abandon().await;
            return Err(fault.into());
        }
        migrate::run(&mut self.conn).await
    }

    async fn commit(&mut self) -> Result<(), sqlx::Error> {
        if matches!(self.conn, Conn::Postgres(_)) {
            self.conn.run(CHECK).await?;
            self.conn.run(AT_ONCE_AGAIN).await?;
        }
        self.conn.run("commit").await
    }

    /// Ends the transaction without a trace.
    pub async fn abandon(mut self) {
        if self.conn.run("rollback").await.is_err() {
            self.conn.close().await;
        }
    }
}

/// The references that are checked at every statement, for as long as the transaction lasts.
const REMEMBER: &str = "
    create temporary table reference_at_once on commit drop as
    select cast(conrelid as regclass) as of_table, conname as name
      from pg_constraint
     where contype = 'f'
       and connamespace = cast(current_schema() as regnamespace)
       and not condeferrable";

const DEFER: &str = "
    do $$
    declare r record;
    begin
        for r in select of_table, name from reference_at_once loop
            execute format(
                'alter table %s alter constraint %I deferrable initially deferred',
                r.of_table, r.name);
        end loop;
    end $$";

const CHECK: &str = "set constraints all immediate";

const AT_ONCE_AGAIN: &str = "
    do $$
    declare r record;
    begin
        for r in select of_table, name from reference_at_once loop
            execute format('alter table %s alter constraint %I not deferrable', r.of_table, r.name);
        end loop;
    end $$";

/// The target of a bulk insert; its names live as long as the program, a restore's.
fn target(shape: &Shape) -> Target {
    let columns = shape.columns.iter().map(|(name, _)| &*name.clone().leak());
    Target { table: shape.table, columns: columns.collect::<Vec<_>>().leak(), tail: "" }
}
