//! Imports (导入): the governed record of each imported file.

pub mod list;

use crate::bulk::{Column, Target};
use crate::error::StoreError;
use crate::writer::Write;
use qz_domain::id::{ImportId, PersonId};

/// The record of an imported file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// Number in the store.
    pub id: ImportId,
    /// What it held.
    pub kind: String,
    /// Its name.
    pub file_name: String,
    /// SHA-256 of its bytes, 64 hex digits.
    pub hash: String,
    /// How many rows it had.
    pub rows: i64,
    /// Who imported it.
    pub person: Option<PersonId>,
}

/// Adds the record.
pub async fn insert(write: &mut Write, new: &Import) -> Result<(), StoreError> {
    const IMPORT: Target = Target {
        table: "import",
        columns: &["id", "kind", "file_name", "hash", "row_count", "person"],
        tail: "",
    };
    let text = |value: &str| Column::Text(vec![value.to_owned()]);
    let columns = vec![
        Column::Int(vec![new.id.0]),
        text(&new.kind),
        text(&new.file_name),
        text(&new.hash),
        Column::Int(vec![new.rows]),
        Column::MaybeInt(vec![new.person.map(|person| person.0)]),
    ];
    write.insert(IMPORT, columns).await.map(drop)
}
