//! The census: counts every governed row, so that none stands there without an act.

use super::VerifyError;
use super::difference::Difference;
use crate::conn::{Conn, on_either};
use crate::governed::{GOVERNED, Kind, Table};
use std::collections::HashMap;
use std::sync::LazyLock;

/// The statements of one table: its rows counted, and the first that no act left.
struct Statements {
    count: &'static str,
    stray: &'static str,
}

static STATEMENTS: LazyLock<HashMap<&'static str, Statements>> = LazyLock::new(|| {
    let each = |kind: &'static Kind| kind.tables.iter().map(move |table| (kind, table));
    GOVERNED.iter().flat_map(each).map(|(kind, table)| (table.name, compose(kind, table))).collect()
});

fn compose(kind: &Kind, table: &Table) -> Statements {
    let (root, Table { name, object, .. }) = (kind.name, table);
    let left_it = if *name == root {
        format!("act a where a.subject_kind = '{root}' and a.subject = t.{object}")
    } else {
        format!("{root} r where r.id = t.{object}")
    };
    let stray = format!(
        "select t.{object} from {name} t where not exists (select 1 from {left_it}) \
          order by t.{object} limit 1"
    );
    Statements { count: format!("select count(*) from {name}").leak(), stray: stray.leak() }
}

/// How many rows of each table the acts account for.
#[derive(Default)]
pub(super) struct Census {
    rows: HashMap<&'static str, u64>,
    objects: u64,
}

impl Census {
    /// Counts one object: how many rows it has in each table of its kind.
    pub fn count(&mut self, kind: &'static Kind, rows: impl Iterator<Item = u64>) {
        for (table, rows) in kind.tables.iter().zip(rows) {
            *self.rows.entry(table.name).or_default() += rows;
        }
        self.objects += 1;
    }

    /// How many objects were counted.
    pub fn objects(&self) -> u64 {
        self.objects
    }

    /// Refuses acts without a leaf, and governed rows that no act accounts for.
    pub async fn check(&self, conn: &mut Conn, leaves: u64) -> Result<(), VerifyError> {
        acts_have_leaves(conn, leaves).await?;
        for kind in GOVERNED {
            for table in kind.tables {
                let known = self.rows.get(table.name).copied().unwrap_or(0);
                rows_have_acts(conn, kind, table, known).await?;
            }
        }
        Ok(())
    }
}

async fn acts_have_leaves(conn: &mut Conn, leaves: u64) -> Result<(), VerifyError> {
    const SQL_COUNT: &str = "select count(*) from act";
    const SQL_STRAY: &str = "
        select a.id
          from act a
         where not exists (select 1 from ledger_leaf l where l.act = a.id)
         order by a.id
         limit 1";
    let found = count(conn, SQL_COUNT).await?;
    if found == leaves {
        return Ok(());
    }
    Err(match first(conn, SQL_STRAY).await? {
        Some(act) => Difference::ActWithoutLeaf { act },
        None => Difference::Rows { table: "act", found, known: leaves },
    }
    .into())
}

async fn rows_have_acts(
    conn: &mut Conn,
    kind: &'static Kind,
    table: &'static Table,
    known: u64,
) -> Result<(), VerifyError> {
    let Statements { count: sql, stray } = &STATEMENTS[table.name];
    let found = count(conn, sql).await?;
    if found == known {
        return Ok(());
    }
    let (kind, table) = (kind.name, table.name);
    Err(match first(conn, stray).await? {
        Some(id) if table == kind => Difference::ObjectWithoutAct { kind, id },
        Some(id) => Difference::ChildWithoutRoot { table, kind, id },
        None => Difference::Rows { table, found, known },
    }
    .into())
}

async fn count(conn: &mut Conn, sql: &'static str) -> Result<u64, VerifyError> {
    let (rows,): (i64,) = on_either!(conn, c => sqlx::query_as(sql).fetch_one(c).await)?;
    Ok(rows.unsigned_abs())
}

async fn first(conn: &mut Conn, sql: &'static str) -> Result<Option<i64>, VerifyError> {
    let found: Option<(i64,)> = on_either!(conn, c => sqlx::query_as(sql).fetch_optional(c).await)?;
    Ok(found.map(|(id,)| id))
}
