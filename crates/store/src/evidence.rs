//! Evidence (佐证): what is listed with a record, and the bytes, kept under their own hash.

use crate::bulk::{Column, Target};
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::visit::read_instant;
use crate::writer::Write;
use qz_domain::evidence::{Evidence, MediaType};
use qz_domain::id::{EvidenceId, VisitId};
use qz_domain::spelled::Spelled;

/// The evidence of a visit, in the order it came.
pub async fn of_visit(conn: &mut Conn, visit: VisitId) -> Result<Vec<Evidence>, StoreError> {
    const SQL: &str = "
        select id, name, media_type, hash, size, added_at
          from evidence
         where visit = $1
         order by id";
    type Row = (i64, String, String, String, i64, i64);
    let rows: Vec<Row> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(visit.0).fetch_all(c).await)?;
    rows.into_iter()
        .map(|(id, name, media_type, hash, size, added_at)| {
            let media_type = MediaType::from_code(&media_type)
                .ok_or(StoreError::Corrupt { table: "evidence", id })?;
            let added_at = read_instant(added_at, "evidence", id)?;
            Ok(Evidence { id: EvidenceId(id), name, media_type, hash, size, added_at })
        })
        .collect()
}

/// The bytes kept under a hash.
pub async fn body(conn: &mut Conn, hash: &str) -> Result<Option<Vec<u8>>, StoreError> {
    const SQL: &str = "select body from evidence_body where hash = $1";
    let row: Option<(Vec<u8>,)> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(hash).fetch_optional(c).await)?;
    Ok(row.map(|(body,)| body))
}

/// Adds a piece of evidence; the same bytes are kept once.
pub async fn insert(
    write: &mut Write,
    visit: VisitId,
    new: &Evidence,
    bytes: Vec<u8>,
) -> Result<(), StoreError> {
    const EVIDENCE: Target = Target {
        table: "evidence",
        columns: &["id", "visit", "name", "media_type", "hash", "size", "added_at"],
        tail: "",
    };
    const BODY: Target = Target {
        table: "evidence_body",
        columns: &["hash", "body"],
        tail: "on conflict (hash) do nothing",
    };
    let body = vec![Column::Text(vec![new.hash.clone()]), Column::Bytes(vec![bytes])];
    write.insert(BODY, body).await?;
    let columns = vec![
        Column::Int(vec![new.id.0]),
        Column::Int(vec![visit.0]),
        Column::Text(vec![new.name.clone()]),
        Column::Text(vec![new.media_type.code().to_owned()]),
        Column::Text(vec![new.hash.clone()]),
        Column::Int(vec![new.size]),
        Column::Int(vec![new.added_at.as_millisecond()]),
    ];
    write.insert(EVIDENCE, columns).await.map(drop)
}
