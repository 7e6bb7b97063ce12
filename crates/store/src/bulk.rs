//! The only place that inserts more than one row: multi-row `values` on SQLite, `unnest` arrays on
//! PostgreSQL. Measured against the other ways in docs/adr.

use crate::conn::Conn;
use crate::error::StoreError;
use sqlx::Arguments;
use sqlx::error::BoxDynError;
use sqlx::sqlite::SqliteArguments;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::{Mutex, PoisonError};
use std::vec::IntoIter;

/// The values of one column, all of the same length as the others'.
#[derive(Debug, Clone)]
pub enum Column {
    /// Whole numbers.
    Int(Vec<i64>),
    /// Whole numbers or nothing.
    MaybeInt(Vec<Option<i64>>),
    /// Texts.
    Text(Vec<String>),
    /// Texts or nothing.
    MaybeText(Vec<Option<String>>),
    /// Bytes.
    Bytes(Vec<Vec<u8>>),
}

impl Column {
    fn len(&self) -> usize {
        match self {
            Self::Int(values) => values.len(),
            Self::MaybeInt(values) => values.len(),
            Self::Text(values) => values.len(),
            Self::MaybeText(values) => values.len(),
            Self::Bytes(values) => values.len(),
        }
    }

    fn array(&self) -> &'static str {
        match self {
            Self::Int(_) | Self::MaybeInt(_) => "bigint[]",
            Self::Text(_) | Self::MaybeText(_) => "text[]",
            Self::Bytes(_) => "bytea[]",
        }
    }
}

/// Where rows go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Target {
    /// The table.
    pub table: &'static str,
    /// Its columns, in the order of the values.
    pub columns: &'static [&'static str],
    /// What follows the values, such as `on conflict do nothing`; may be empty.
    pub tail: &'static str,
}

/// Rows a SQLite statement takes at once: what belongs to one record goes in at once, and few statements are
/// prepared for the many.
const STEPS: [usize; 13] = [500, 50, 20, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1];

/// Inserts the rows; tells how many went in.
pub(crate) async fn insert(
    conn: &mut Conn,
    target: Target,
    columns: Vec<Column>,
) -> Result<u64, StoreError> {
    let rows = columns.first().map_or(0, Column::len);
    if rows == 0 {
        return Ok(0);
    }
    if matches!(conn, Conn::Postgres(_)) {
        return insert_arrays(conn, target, columns).await;
    }
    let mut columns: Vec<_> = columns.into_iter().map(Values::from).collect();
    let (mut left, mut inserted) = (rows, 0);
    while left > 0 {
        let step = STEPS.into_iter().find(|step| *step <= left).unwrap_or(1);
        inserted += insert_values(conn, target, &mut columns, step).await?;
        left -= step;
    }
    Ok(inserted)
}

async fn insert_values(
    conn: &mut Conn,
    target: Target,
    columns: &mut [Values],
    step: usize,
) -> Result<u64, StoreError> {
    let Conn::Sqlite(conn) = conn else { return Ok(0) };
    let mut arguments = SqliteArguments::default();
    arguments.reserve(step * columns.len(), 0);
    for _ in 0..step {
        for column in &mut *columns {
            column.bind_next(&mut arguments).map_err(sqlx::Error::Encode)?;
        }
    }
    let query = sqlx::query_with(statement(target, step, values_statement), arguments);
    Ok(query.execute(&mut **conn).await?.rows_affected())
}

/// A column's values on their way out: each is moved, not copied.
enum Values {
    Int(IntoIter<i64>),
    MaybeInt(IntoIter<Option<i64>>),
    Text(IntoIter<String>),
    MaybeText(IntoIter<Option<String>>),
    Bytes(IntoIter<Vec<u8>>),
}

impl From<Column> for Values {
    fn from(column: Column) -> Self {
        match column {
            Column::Int(values) => Self::Int(values.into_iter()),
            Column::MaybeInt(values) => Self::MaybeInt(values.into_iter()),
            Column::Text(values) => Self::Text(values.into_iter()),
            Column::MaybeText(values) => Self::MaybeText(values.into_iter()),
            Column::Bytes(values) => Self::Bytes(values.into_iter()),
        }
    }
}

impl Values {
    /// Binds the next value; nothing where a column is shorter than the first.
    fn bind_next(&mut self, arguments: &mut SqliteArguments) -> Result<(), BoxDynError> {
        match self {
            Self::Int(values) => arguments.add(values.next()),
            Self::MaybeInt(values) => arguments.add(values.next().flatten()),
            Self::Text(values) => arguments.add(values.next()),
            Self::MaybeText(values) => arguments.add(values.next().flatten()),
            Self::Bytes(values) => arguments.add(values.next()),
        }
    }
}

async fn insert_arrays(
    conn: &mut Conn,
    target: Target,
    columns: Vec<Column>,
) -> Result<u64, StoreError> {
    let Conn::Postgres(conn) = conn else { return Ok(0) };
    let arrays: Vec<_> = columns.iter().map(Column::array).collect();
    let mut query =
        sqlx::query(statement(target, 0, |target, _| arrays_statement(target, &arrays)));
    for column in columns {
        query = match column {
            Column::Int(values) => query.bind(values),
            Column::MaybeInt(values) => query.bind(values),
            Column::Text(values) => query.bind(values),
            Column::MaybeText(values) => query.bind(values),
            Column::Bytes(values) => query.bind(values),
        };
    }
    Ok(query.execute(&mut **conn).await?.rows_affected())
}

/// Composes a statement from constants once; a few per table live as long as the program.
fn statement(
    target: Target,
    step: usize,
    compose: impl Fn(Target, usize) -> String,
) -> &'static str {
    static MADE: Mutex<Option<HashMap<(Target, usize), &'static str>>> = Mutex::new(None);
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    made.get_or_insert_default()
        .entry((target, step))
        .or_insert_with(|| compose(target, step).leak())
}

fn values_statement(target: Target, step: usize) -> String {
    let mut sql = format!("insert into {} ({}) values ", target.table, target.columns.join(", "));
    // Numbered parameters have names, which SQLite looks up one after the other at every binding.
    let row = vec!["?"; target.columns.len()].join(", ");
    for at in 0..step {
        let comma = if at == 0 { "" } else { ", " };
        let _ = write!(sql, "{comma}({row})");
    }
    sql.push(' ');
    sql.push_str(target.tail);
    sql
}

fn arrays_statement(target: Target, arrays: &[&str]) -> String {
    let arrays: Vec<_> = arrays
        .iter()
        .enumerate()
        .map(|(at, array)| format!("cast(${} as {array})", at + 1))
        .collect();
    format!(
        "insert into {} ({}) select * from unnest({}) {}",
        target.table,
        target.columns.join(", "),
        arrays.join(", "),
        target.tail
    )
}
