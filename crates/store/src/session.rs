//! Sessions (会话): who is signed in now. A free table; a session's token is kept as a hash only.

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::writer::Free;
use jiff::Timestamp;
use qz_domain::id::{AccountId, PersonId, SessionId};

/// A session with its active account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Number in the store.
    pub id: SessionId,
    /// The account that is signed in.
    pub account: AccountId,
    /// The account's name.
    pub account_name: String,
    /// The person it belongs to, by number and name.
    pub person: Option<(PersonId, String)>,
    /// The token that the session's forms carry.
    pub csrf: String,
    /// When it began.
    pub started_at: Timestamp,
    /// When it was last used, to the minute.
    pub used_at: Timestamp,
}

/// A session that begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSession {
    /// SHA-256 of its token, in hexadecimal.
    pub hash: String,
    /// The account that is signed in.
    pub account: AccountId,
    /// The token that the session's forms carry.
    pub csrf: String,
    /// When it begins.
    pub started_at: Timestamp,
}

/// The times of one of an account's sessions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionTimes {
    /// Number in the store.
    pub id: SessionId,
    /// When it began.
    pub started_at: Timestamp,
    /// When it was last used, to the minute.
    pub used_at: Timestamp,
}

/// The session with this hash, if its account is active. Whether it is still good is for the
/// caller to judge.
pub async fn find(conn: &mut Conn, hash: &str) -> Result<Option<Session>, StoreError> {
    const SQL: &str = "
        select s.id, s.account, a.name, a.person, p.name, s.csrf, s.started_at, s.used_at
          from session s
          join account a on a.id = s.account and a.status = 'active'
          left join person p on p.id = a.person
         where s.hash = $1";
    type Row = (i64, i64, String, Option<i64>, Option<String>, String, i64, i64);
    let row: Option<Row> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(hash).fetch_optional(c).await)?;
    row.map(|(id, account, account_name, person, called, csrf, started_at, used_at)| {
        Ok(Session {
            id: SessionId(id),
            account: AccountId(account),
            account_name,
            person: person.map(PersonId).zip(called),
            csrf,
            started_at: instant(started_at, id)?,
            used_at: instant(used_at, id)?,
        })
    })
    .transpose()
}

/// An account's sessions, latest first.
pub async fn of_account(
    conn: &mut Conn,
    account: AccountId,
) -> Result<Vec<SessionTimes>, StoreError> {
    const SQL: &str = "
        select id, started_at, used_at
          from session
         where account = $1
         order by used_at desc, id desc";
    let rows: Vec<(i64, i64, i64)> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(account.0).fetch_all(c).await)?;
    rows.into_iter()
        .map(|(id, started_at, used_at)| {
            let (started_at, used_at) = (instant(started_at, id)?, instant(used_at, id)?);
            Ok(SessionTimes { id: SessionId(id), started_at, used_at })
        })
        .collect()
}

/// Begins a session.
pub async fn insert(free: &mut Free, new: &NewSession) -> Result<SessionId, StoreError> {
    const SQL: &str = "
        insert into session (id, hash, account, csrf, started_at, used_at)
        values ($1, $2, $3, $4, $5, $5)";
    let id = free.next_id();
    on_either!(free.reads(), c => sqlx::query(SQL)
        .bind(id)
        .bind(&new.hash)
        .bind(new.account.0)
        .bind(&new.csrf)
        .bind(new.started_at.as_millisecond())
        .execute(c)
        .await
        .map(drop))?;
    Ok(SessionId(id))
}

/// Notes that a session was used.
pub async fn touch(free: &mut Free, id: SessionId, at: Timestamp) -> Result<(), StoreError> {
    const SQL: &str = "update session set used_at = $2 where id = $1 and used_at < $2";
    on_either!(
        free.reads(),
        c => sqlx::query(SQL).bind(id.0).bind(at.as_millisecond()).execute(c).await.map(drop)
    )?;
    Ok(())
}

/// Ends one of an account's sessions. Tells whether there was one.
pub async fn end(free: &mut Free, account: AccountId, id: SessionId) -> Result<bool, StoreError> {
    const SQL: &str = "delete from session where account = $1 and id = $2";
    let ended = on_either!(free.reads(), c => sqlx::query(SQL)
        .bind(account.0)
        .bind(id.0)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(ended > 0)
}

/// Ends every session of an account.
pub async fn end_all(free: &mut Free, account: AccountId) -> Result<(), StoreError> {
    const SQL: &str = "delete from session where account = $1";
    on_either!(
        free.reads(),
        c => sqlx::query(SQL).bind(account.0).execute(c).await.map(drop)
    )?;
    Ok(())
}

/// Removes sessions that were last used before one instant or began before another.
pub async fn purge(
    free: &mut Free,
    used_before: Timestamp,
    started_before: Timestamp,
) -> Result<(), StoreError> {
    const SQL: &str = "delete from session where used_at < $1 or started_at < $2";
    on_either!(free.reads(), c => sqlx::query(SQL)
        .bind(used_before.as_millisecond())
        .bind(started_before.as_millisecond())
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

fn instant(at: i64, id: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_millisecond(at).map_err(|_| StoreError::Corrupt { table: "session", id })
}
