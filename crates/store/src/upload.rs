//! Uploads (上传): a file on its way to an import; kept until it is imported or given up.

pub mod recent;

use crate::bulk::{self, Column, Target};
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::writer::Free;
use qz_domain::id::AccountId;

/// An upload and how far it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// Number in the store.
    pub id: i64,
    /// Who sent it.
    pub account: AccountId,
    /// What it holds.
    pub kind: String,
    /// Its name.
    pub file_name: String,
    /// Where it stands: `rehearsing`, `rehearsed`, `importing`, `imported`, `stopped`, `failed`.
    pub state: String,
    /// Rows tried.
    pub done: i64,
    /// Rows in all.
    pub total: i64,
    /// The report as JSON; empty until there is one.
    pub report: String,
}

/// Keeps a new upload.
pub async fn insert(
    free: &mut Free,
    new: &Upload,
    hash: &str,
    body: Vec<u8>,
) -> Result<(), StoreError> {
    const UPLOAD: Target = Target {
        table: "upload",
        columns: &[
            "id",
            "account",
            "kind",
            "file_name",
            "hash",
            "body",
            "state",
            "done",
            "total",
            "report",
            "created_at",
        ],
        tail: "",
    };
    let text = |value: &str| Column::Text(vec![value.to_owned()]);
    let columns = vec![
        Column::Int(vec![new.id]),
        Column::Int(vec![new.account.0]),
        text(&new.kind),
        text(&new.file_name),
        text(hash),
        Column::Bytes(vec![body]),
        text(&new.state),
        Column::Int(vec![new.done]),
        Column::Int(vec![new.total]),
        text(&new.report),
        Column::Int(vec![free.now().as_millisecond()]),
    ];
    bulk::insert(free.reads(), UPLOAD, columns).await.map(drop)
}

/// An upload without its bytes.
pub async fn find(conn: &mut Conn, id: i64) -> Result<Option<Upload>, StoreError> {
    const SQL: &str = "
        select id, account, kind, file_name, state, done, total, report
          from upload
         where id = $1";
    type Row = (i64, i64, String, String, String, i64, i64, String);
    let row: Option<Row> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id).fetch_optional(c).await)?;
    Ok(row.map(|(id, account, kind, file_name, state, done, total, report)| Upload {
        id,
        account: AccountId(account),
        kind,
        file_name,
        state,
        done,
        total,
        report,
    }))
}

/// An upload's bytes.
pub async fn body(conn: &mut Conn, id: i64) -> Result<Option<Vec<u8>>, StoreError> {
    const SQL: &str = "select body from upload where id = $1";
    let row: Option<(Vec<u8>,)> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id).fetch_optional(c).await)?;
    Ok(row.map(|(body,)| body))
}

/// Moves an upload on from one of its states; tells whether it stood there.
pub async fn advance(
    free: &mut Free,
    id: i64,
    (from, to): (&str, &str),
    report: &str,
) -> Result<bool, StoreError> {
    const SQL: &str = "
        update upload set state = $3, report = $4 where id = $1 and state = $2";
    let changed = on_either!(free.reads(), c => sqlx::query(SQL)
        .bind(id)
        .bind(from)
        .bind(to)
        .bind(report)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

/// Forgets uploads that were begun before an instant.
pub async fn forget_before(free: &mut Free, ms: i64) -> Result<(), StoreError> {
    const SQL: &str = "delete from upload where created_at < $1";
    on_either!(free.reads(), c => sqlx::query(SQL).bind(ms).execute(c).await.map(drop))?;
    Ok(())
}
