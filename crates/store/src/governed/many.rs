//! Reads many objects of a kind at once, for the full self-check: one statement for all their
//! tables, one text a table, cut into rows here.

use super::canonical::read_value;
use super::read::{is_unreadable, read_back, row_text};
use super::{GOVERNED, Kind, Table, canonical_object};
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

/// The most objects one statement reads.
pub(crate) const MOST: usize = 512;

/// How many numbers a statement takes. Sizes are few so that few statements are prepared.
const SIZES: [usize; 3] = [8, 64, MOST];

static STATEMENTS: LazyLock<HashMap<(&'static str, usize), &'static str>> = LazyLock::new(|| {
    let each = |size: usize| {
        GOVERNED.iter().map(move |kind| ((kind.name, size), &*compose(kind, size).leak()))
    };
    SIZES.into_iter().flat_map(each).collect()
});

fn compose(kind: &Kind, size: usize) -> String {
    let numbers = (1..=size).map(|at| format!("${at}")).collect::<Vec<_>>().join(", ");
    let one = |(at, table): (usize, &Table)| {
        let Table { name, object, order, columns } = table;
        let text = row_text("t", columns);
        let order = order.split(", ").map(|column| format!("t.{column}")).collect::<Vec<_>>();
        format!(
            "select cast({at} as bigint), string_agg(s.row_text, '') \
               from (select {text} as row_text from {name} t where t.{object} in ({numbers}) \
                      order by t.{object}, {}) s",
            order.join(", ")
        )
    };
    kind.tables.iter().enumerate().map(one).collect::<Vec<_>>().join(" union all ")
}

/// Objects of one kind as they stand now.
pub(crate) struct Objects {
    kind: &'static Kind,
    /// One text a table.
    texts: Vec<String>,
    /// For each object, in the order asked for: its part of each text, and how many rows that is.
    parts: Vec<Vec<(Range<usize>, u64)>>,
}

impl Objects {
    /// The canonical form of the object asked for at this place.
    pub fn canonical(&self, at: usize) -> Result<String, StoreError> {
        let parts = self.parts[at].iter().zip(&self.texts);
        let texts: Vec<_> = parts.map(|((part, _), text)| &text[part.clone()]).collect();
        canonical_object(self.kind, &texts)
            .map_err(|_| StoreError::Corrupt { table: self.kind.name, id: 0 })
    }

    /// How many rows the object asked for at this place has in each table.
    pub fn rows(&self, at: usize) -> impl Iterator<Item = u64> {
        self.parts[at].iter().map(|(_, rows)| *rows)
    }
}

/// Reads the objects with these numbers, which must rise; at most [`MOST`]. One that is gone has
/// no rows. [`StoreError::Corrupt`] names an object with a value that cannot be read.
pub(crate) async fn many(
    conn: &mut Conn,
    kind: &'static Kind,
    ids: &[i64],
) -> Result<Objects, StoreError> {
    let found = match texts(conn, kind, ids).await {
        Ok(texts) => cut(kind, ids, texts),
        Err(fault) if is_unreadable(&fault) => None,
        Err(fault) => return Err(fault),
    };
    match found {
        Some(objects) => Ok(objects),
        None => Err(find_unreadable(conn, kind, ids).await),
    }
}

async fn texts(
    conn: &mut Conn,
    kind: &'static Kind,
    ids: &[i64],
) -> Result<Vec<String>, StoreError> {
    let mut texts = vec![String::new(); kind.tables.len()];
    let (Some(size), Some(last)) = (SIZES.into_iter().find(|size| *size >= ids.len()), ids.last())
    else {
        return Ok(texts);
    };
    let sql = STATEMENTS[&(kind.name, size)];
    let padded = ids.iter().chain(std::iter::repeat(last)).take(size);
    let rows: Vec<(i64, Option<String>)> = on_either!(conn, c => {
        padded.fold(sqlx::query_as(sql), |query, id| query.bind(*id)).fetch_all(c).await
    })?;
    for (at, text) in rows {
        let at = usize::try_from(at).unwrap_or_default();
        texts[at] = text.unwrap_or_default();
    }
    Ok(texts)
}

/// `None` when a text cannot be read, or holds an object nobody asked for.
fn cut(kind: &'static Kind, ids: &[i64], texts: Vec<String>) -> Option<Objects> {
    let mut parts = vec![Vec::with_capacity(texts.len()); ids.len()];
    for (table, text) in kind.tables.iter().zip(&texts) {
        let place = table.columns.iter().position(|column| *column == table.object)?;
        let mut at = 0;
        for (id, parts) in ids.iter().zip(&mut parts) {
            let (start, mut rows) = (at, 0);
            while at < text.len() {
                let (object, end) = read_row(text, at, table.columns.len(), place)?;
                if object != *id {
                    break;
                }
                (at, rows) = (end, rows + 1);
            }
            parts.push((start..at, rows));
        }
        if at < text.len() {
            return None;
        }
    }
    Some(Objects { kind, texts, parts })
}

/// The number at one place of the row that begins at `at`, and where the next row begins.
fn read_row(text: &str, mut at: usize, columns: usize, place: usize) -> Option<(i64, usize)> {
    let mut object = None;
    for column in 0..columns {
        let (value, next) = read_value(text, at).ok()?;
        if column == place {
            object = value?.parse().ok();
        }
        at = next;
    }
    Some((object?, at))
}

/// Goes through the objects one by one to name the one that cannot be read.
async fn find_unreadable(conn: &mut Conn, kind: &'static Kind, ids: &[i64]) -> StoreError {
    for id in ids {
        match read_back(conn, kind, *id).await {
            Err(fault) if is_unreadable(&fault) => {
                return StoreError::Corrupt { table: kind.name, id: *id };
            }
            Err(fault) => return fault,
            Ok(_) => {}
        }
    }
    StoreError::Corrupt { table: kind.name, id: ids.first().copied().unwrap_or_default() }
}
