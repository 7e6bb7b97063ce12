//! When people began to work (参加工作时间): one row a person.

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::person::read_day;
use crate::row::written;
use crate::writer::Write;
use qz_domain::id::{PersonId, WorkStartId};
use qz_domain::work_start::WorkStart;

/// When somebody began to work, where it is recorded.
pub async fn find(conn: &mut Conn, person: PersonId) -> Result<Option<WorkStart>, StoreError> {
    const SQL: &str = "select id, since from work_start where person = $1";
    let row: Option<(i64, String)> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(person.0).fetch_optional(c).await)?;
    let read = |(id, since): (i64, String)| {
        let since = read_day(&since, "work_start", id)?;
        Ok(WorkStart { id: WorkStartId(id), person, since })
    };
    row.map(read).transpose()
}

written! { "work_start": person, since }

/// Adds one.
pub async fn insert(write: &mut Write, row: &WorkStart) -> Result<(), StoreError> {
    write_row(write, row, INSERT).await
}

/// Writes it anew.
pub async fn update(write: &mut Write, row: &WorkStart) -> Result<(), StoreError> {
    write_row(write, row, UPDATE).await
}

async fn write_row(
    write: &mut Write,
    row: &WorkStart,
    sql: &'static str,
) -> Result<(), StoreError> {
    on_either!(write.reads(), c => sqlx::query(sql)
        .bind(row.person.0)
        .bind(row.since.to_string())
        .bind(row.id.0)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}
