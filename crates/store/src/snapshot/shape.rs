//! The shape of a table as the database itself describes it: columns, their kinds, the key.

use crate::conn::Conn;
use crate::error::StoreError;
use serde::{Deserialize, Serialize};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Whole numbers.
    Number,
    /// Texts.
    Text,
    /// Bytes, written in base64.
    Bytes,
}

/// A table: its columns by name in alphabetical order, and the columns that order its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    /// The table.
    pub table: &'static str,
    /// Its columns and what they hold.
    pub columns: Vec<(String, Kind)>,
    /// Its primary key.
    pub key: Vec<String>,
}

/// A column: its name, its type in the engine's words, its place in the key (0: none).
type Row = (String, String, i64);

/// Reads the shape of every table that is copied. A store whose newest migration is older than
/// the program's may lack some.
pub(super) async fn all(conn: &mut Conn, schema: i64) -> Result<Vec<Shape>, StoreError> {
    let mut shapes = Vec::new();
    for table in super::tables() {
        match of(conn, table).await? {
            Some(shape) => shapes.push(shape),
            None if schema < super::newest_schema() => {}
            None => return Err(StoreError::Corrupt { table, id: 0 }),
        }
    }
    Ok(shapes)
}

/// Reads the shape of a table; `None` when there is no such table.
async fn of(conn: &mut Conn, table: &'static str) -> Result<Option<Shape>, StoreError> {
    let rows = columns(conn, table).await?;
    if rows.is_empty() {
        return Ok(None);
    }
    let corrupt = || StoreError::Corrupt { table, id: 0 };
    let mut columns = Vec::with_capacity(rows.len());
    let mut key = Vec::new();
    for (name, of_type, place) in rows {
        columns.push((name.clone(), kind(&of_type).ok_or_else(corrupt)?));
        if place > 0 {
            key.push((place, name));
        }
    }
    columns.sort();
    key.sort();
    if key.is_empty() {
        return Err(corrupt());
    }
    Ok(Some(Shape { table, columns, key: key.into_iter().map(|(_, name)| name).collect() }))
}

async fn columns(conn: &mut Conn, table: &str) -> Result<Vec<Row>, StoreError> {
    const OF_SQLITE: &str = "
        select name, lower(type), pk
          from pragma_table_info($1)";
    const OF_POSTGRES: &str = "
        select cast(a.attname as text)
             , format_type(a.atttypid, a.atttypmod)
             , cast(coalesce(array_position(cast(i.indkey as int2[]), a.attnum) + 1, 0) as bigint)
          from pg_attribute a
          left join pg_index i
            on i.indrelid = a.attrelid
           and i.indisprimary
         where a.attrelid = to_regclass($1)
           and a.attnum > 0
           and not a.attisdropped";
    Ok(match conn {
        Conn::Sqlite(conn) => sqlx::query_as(OF_SQLITE).bind(table).fetch_all(&mut **conn).await?,
        Conn::Postgres(conn) => {
            sqlx::query_as(OF_POSTGRES).bind(table).fetch_all(&mut **conn).await?
        }
    })
}

fn kind(of_type: &str) -> Option<Kind> {
    match of_type {
        "integer" | "bigint" => Some(Kind::Number),
        "text" => Some(Kind::Text),
        "blob" | "bytea" => Some(Kind::Bytes),
        _ => None,
    }
}
