//! Work that waits (作业): put in by the act that wants it, in the act's own transaction.

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::writer::Free;
use jiff::Timestamp;

/// A job that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// Number in the store.
    pub id: i64,
    /// What is to be done.
    pub kind: String,
    /// With what.
    pub payload: String,
    /// How often it was tried before.
    pub attempts: i64,
}

/// How often a job is tried before it rests as failed.
pub const ATTEMPTS_MOST: i64 = 8;

/// Puts a job in; it stays only if the transaction is kept.
pub async fn put(free: &mut Free, kind: &str, payload: &str) -> Result<i64, StoreError> {
    const SQL: &str = "
        insert into job (id, kind, payload, run_at, attempts, state, fault)
        values ($1, $2, $3, $4, 0, 'waiting', '')";
    let (id, run_at) = (free.next_id(), free.now().as_millisecond());
    on_either!(free.reads(), c => sqlx::query(SQL)
        .bind(id)
        .bind(kind)
        .bind(payload)
        .bind(run_at)
        .execute(c)
        .await
        .map(drop))?;
    Ok(id)
}

/// Whether any job is due: asked often, so it only reads.
pub async fn is_waiting(conn: &mut Conn, now: Timestamp) -> Result<bool, StoreError> {
    const SQL: &str = "
        select count(*)
          from (select id from job where state = 'waiting' and run_at <= $1 limit 1) due";
    let now = now.as_millisecond();
    let (count,): (i64,) = on_either!(conn, c => sqlx::query_as(SQL).bind(now).fetch_one(c).await)?;
    Ok(count > 0)
}

/// Takes the first job that is due; nobody else gets it until `until`, should the taker die.
pub async fn take(free: &mut Free, until: Timestamp) -> Result<Option<Job>, StoreError> {
    const SQL: &str = "
        update job
           set run_at = $1, attempts = attempts + 1
         where id = (select id from job where state = 'waiting' and run_at <= $2
                      order by run_at, id limit 1)
        returning id, kind, payload, attempts - 1";
    type Row = (i64, String, String, i64);
    let now = free.now().as_millisecond();
    let row: Option<Row> = on_either!(free.reads(), c => sqlx::query_as(SQL)
        .bind(until.as_millisecond())
        .bind(now)
        .fetch_optional(c)
        .await)?;
    Ok(row.map(|(id, kind, payload, attempts)| Job { id, kind, payload, attempts }))
}

/// The job is done.
pub async fn finish(free: &mut Free, id: i64) -> Result<(), StoreError> {
    const SQL: &str = "update job set state = 'done', fault = '' where id = $1";
    on_either!(free.reads(), c => sqlx::query(SQL).bind(id).execute(c).await.map(drop))?;
    Ok(())
}

/// The job failed: it is tried again at `again`, or rests when it was tried often enough.
pub async fn fail(
    free: &mut Free,
    id: i64,
    fault: &str,
    again: Timestamp,
) -> Result<(), StoreError> {
    const SQL: &str = "
        update job
           set fault = $2, run_at = $3
             , state = case when attempts >= $4 then 'failed' else 'waiting' end
         where id = $1";
    on_either!(free.reads(), c => sqlx::query(SQL)
        .bind(id)
        .bind(fault)
        .bind(again.as_millisecond())
        .bind(ATTEMPTS_MOST)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}
