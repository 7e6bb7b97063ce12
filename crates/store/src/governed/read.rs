//! Reads governed rows as texts: one SQL text for both engines, composed once from constants.

use super::{Kind, Table, canonical};
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use std::collections::HashMap;
use std::sync::LazyLock;

/// The statements of one kind: every table of one object at once, and each table over a span.
struct Statements {
    one: &'static str,
    span: Vec<&'static str>,
}

static STATEMENTS: LazyLock<HashMap<&'static str, Statements>> =
    LazyLock::new(|| super::GOVERNED.iter().map(|kind| (kind.name, compose(kind))).collect());

fn compose(kind: &Kind) -> Statements {
    let one = kind.tables.iter().enumerate().map(|(at, table)| {
        let Table { name, object, order, columns } = table;
        let text = row_text("t", columns);
        let order = order.split(", ").map(|column| format!("t.{column}")).collect::<Vec<_>>();
        format!(
            "select cast({at} as bigint), string_agg({text}, '' order by {}) \
               from {name} t where t.{object} = $1",
            order.join(", ")
        )
    });
    let span = kind.tables.iter().map(|table| {
        let Table { name, object, order, columns } = table;
        let text = row_text("t", columns);
        let order = order.split(", ").map(|column| format!("t.{column}")).collect::<Vec<_>>();
        format!(
            "select t.{object}, string_agg({text}, '' order by {}) from {name} t \
              where t.{object} >= $1 and t.{object} < $2 group by t.{object} order by t.{object}",
            order.join(", ")
        )
    });
    // Composed once from the constant lists of this crate: they live as long as the program.
    let one = one.collect::<Vec<_>>().join(" union all ").leak();
    Statements { one, span: span.map(|sql| &*sql.leak()).collect() }
}

/// How many columns one `concat` takes: PostgreSQL passes a function 100 values at most.
const CONCAT_MOST: usize = 30;

/// Every column's length, `:` and its value: see [`canonical`]. `concat` leaves out what is null.
pub(crate) fn row_text(alias: &str, columns: &[&str]) -> String {
    let column =
        |column: &&str| format!("length(cast({alias}.{column} as text)), ':', {alias}.{column}");
    let some = |columns: &[&str]| {
        let columns = columns.iter().map(column).collect::<Vec<_>>();
        format!("concat({})", columns.join(", "))
    };
    columns.chunks(CONCAT_MOST).map(some).collect::<Vec<_>>().join(" || ")
}

/// Whether the fault is a value that nobody of ours wrote, and not one of the connection.
pub(crate) fn is_unreadable(fault: &StoreError) -> bool {
    use sqlx::Error::{ColumnDecode, Decode};
    matches!(
        fault,
        StoreError::Corrupt { .. } | StoreError::Database(ColumnDecode { .. } | Decode(_))
    )
}

/// The canonical form of one object as it stands now.
pub(crate) async fn read_back(
    conn: &mut Conn,
    kind: &'static Kind,
    id: i64,
) -> Result<String, StoreError> {
    let sql = STATEMENTS[kind.name].one;
    let rows: Vec<(i64, Option<String>)> = on_either!(
        conn,
        c => sqlx::query_as(sql).bind(id).fetch_all(c).await
    )?;
    let mut texts = vec![String::new(); kind.tables.len()];
    for (at, text) in rows {
        let at = usize::try_from(at).unwrap_or_default();
        texts[at] = text.unwrap_or_default();
    }
    let texts: Vec<_> = texts.iter().map(String::as_str).collect();
    canonical::canonical_object(kind, &texts)
        .map_err(|_| StoreError::Corrupt { table: kind.name, id })
}

/// One object's number and the texts of its rows, one per table of its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObjectText {
    /// The object's number.
    pub id: i64,
    /// The texts, in the order of the kind's tables.
    pub texts: Vec<String>,
}

/// The objects of a kind with numbers in `from..until`, by number. Child rows without a root come
/// as an object whose first text is empty.
pub async fn objects(
    conn: &mut Conn,
    kind: &'static Kind,
    from: i64,
    until: i64,
) -> Result<Vec<ObjectText>, StoreError> {
    let mut found: std::collections::BTreeMap<i64, Vec<String>> = std::collections::BTreeMap::new();
    for (at, sql) in STATEMENTS[kind.name].span.iter().copied().enumerate() {
        let rows: Vec<(i64, String)> = on_either!(
            conn,
            c => sqlx::query_as(sql).bind(from).bind(until).fetch_all(c).await
        )?;
        for (id, text) in rows {
            let texts = found.entry(id).or_insert_with(|| vec![String::new(); kind.tables.len()]);
            texts[at] = text;
        }
    }
    Ok(found.into_iter().map(|(id, texts)| ObjectText { id, texts }).collect())
}
