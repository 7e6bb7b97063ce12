//! Evidence (佐证): what is listed with a record, and the bytes, kept under their own hash.

use crate::bulk::{Column, Target};
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::list::{List, Page};
use crate::visit::read_instant;
use crate::writer::Write;
use qz_domain::evidence::{Evidence, MediaType};
use qz_domain::id::{EvidenceId, VisitId};
use qz_domain::spelled::Spelled;

/// The evidence of a visit, in the order it came.
pub async fn of_visit(conn: &mut Conn, visit: VisitId) -> Result<Vec<Evidence>, StoreError> {
    let all = of_visits(conn, &[visit]).await?;
    Ok(all.into_iter().map(|(_, one)| one).collect())
}

/// The evidence of these visits, in the order it came, in one statement.
pub async fn of_visits(
    conn: &mut Conn,
    visits: &[VisitId],
) -> Result<Vec<(VisitId, Evidence)>, StoreError> {
    type Row = (i64, i64, String, String, String, i64, i64);
    let mut list = List::new("visit, id, name, media_type, hash, size, added_at", "evidence");
    list.of_any("visit = $?", visits.iter().map(|visit| visit.0));
    let rows: Vec<Row> = list.rows(conn, "id", Page::all()).await?;
    rows.into_iter()
        .map(|(visit, id, name, media_type, hash, size, added_at)| {
            let media_type = MediaType::from_code(&media_type)
                .ok_or(StoreError::Corrupt { table: "evidence", id })?;
            let added_at = read_instant(added_at, "evidence", id)?;
            let id = EvidenceId(id);
            Ok((VisitId(visit), Evidence { id, name, media_type, hash, size, added_at }))
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
