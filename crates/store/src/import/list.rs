//! The history of imports: what was imported, when, by whom.

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::visit::read_instant;
use jiff::Timestamp;
use qz_domain::id::ImportId;

/// An imported file as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportLine {
    /// Number in the store.
    pub id: ImportId,
    /// What it held: the code of its kind.
    pub kind: String,
    /// The file's name.
    pub file_name: String,
    /// How many rows it had.
    pub rows: i64,
    /// When it was imported.
    pub at: Timestamp,
    /// Who imported it: the person's name, or the account's.
    pub by: String,
}

/// The latest imports of the kinds of people and organisation (`visits` false) or of visits
/// (`visits` true), or of both.
pub async fn latest(
    conn: &mut Conn,
    (organisation, visits): (bool, bool),
    most: i64,
) -> Result<Vec<ImportLine>, StoreError> {
    const SQL: &str = "
        select i.id, i.kind, i.file_name, i.row_count, a.at, coalesce(p.name, c.name, '')
          from import i
          join act a on a.subject_kind = 'import' and a.subject = i.id
          left join person p on p.id = i.person
          left join account c on c.id = a.by_account
         where (i.kind <> 'visits' and cast($1 as bigint) = 1)
            or (i.kind = 'visits' and cast($2 as bigint) = 1)
         order by i.id desc
         limit $3";
    type Row = (i64, String, String, i64, i64, String);
    let rows: Vec<Row> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(i64::from(organisation))
        .bind(i64::from(visits))
        .bind(most)
        .fetch_all(c)
        .await)?;
    rows.into_iter()
        .map(|(id, kind, file_name, rows, at, by)| {
            let at = read_instant(at, "act", id)?;
            Ok(ImportLine { id: ImportId(id), kind, file_name, rows, at, by })
        })
        .collect()
}
