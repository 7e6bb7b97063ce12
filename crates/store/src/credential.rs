//! What proves who signs in: password hashes and one-time codes. Free tables; the codes are kept
//! as hashes only.

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::writer::Free;
use jiff::Timestamp;
use qz_domain::id::AccountId;

/// An account's password hash as a PHC string.
pub async fn phc_of(conn: &mut Conn, account: AccountId) -> Result<Option<String>, StoreError> {
    const SQL: &str = "select phc from credential where account = $1";
    let row: Option<(String,)> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(account.0).fetch_optional(c).await)?;
    Ok(row.map(|(phc,)| phc))
}

/// Sets an account's password hash.
pub async fn set(
    free: &mut Free,
    account: AccountId,
    phc: &str,
    at: Timestamp,
) -> Result<(), StoreError> {
    const SQL: &str = "
        insert into credential (account, phc, changed_at) values ($1, $2, $3)
            on conflict (account)
            do update set phc = excluded.phc, changed_at = excluded.changed_at";
    on_either!(free.reads(), c => sqlx::query(SQL)
        .bind(account.0)
        .bind(phc)
        .bind(at.as_millisecond())
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Puts a stronger hash of the same password in place of `old`, unless it was changed meanwhile.
pub async fn strengthen(
    free: &mut Free,
    account: AccountId,
    old: &str,
    new: &str,
) -> Result<(), StoreError> {
    const SQL: &str = "update credential set phc = $3 where account = $1 and phc = $2";
    on_either!(
        free.reads(),
        c => sqlx::query(SQL).bind(account.0).bind(old).bind(new).execute(c).await.map(drop)
    )?;
    Ok(())
}

/// Forgets an account's password.
pub async fn forget(free: &mut Free, account: AccountId) -> Result<(), StoreError> {
    const SQL: &str = "delete from credential where account = $1";
    on_either!(
        free.reads(),
        c => sqlx::query(SQL).bind(account.0).execute(c).await.map(drop)
    )?;
    Ok(())
}

/// The hash of the one-time code of an account, if it has one that is still good at an instant.
pub async fn code_of(
    conn: &mut Conn,
    account: AccountId,
    at: Timestamp,
) -> Result<Option<String>, StoreError> {
    const SQL: &str = "select hash from one_time_code where account = $1 and expires_at > $2";
    let row: Option<(String,)> = on_either!(
        conn,
        c => sqlx::query_as(SQL).bind(account.0).bind(at.as_millisecond()).fetch_optional(c).await
    )?;
    Ok(row.map(|(hash,)| hash))
}

/// Gives an account a one-time code in place of any earlier one.
pub async fn set_code(
    free: &mut Free,
    account: AccountId,
    hash: &str,
    expires_at: Timestamp,
) -> Result<(), StoreError> {
    const SQL: &str = "
        insert into one_time_code (account, hash, expires_at) values ($1, $2, $3)
            on conflict (account)
            do update set hash = excluded.hash, expires_at = excluded.expires_at";
    on_either!(free.reads(), c => sqlx::query(SQL)
        .bind(account.0)
        .bind(hash)
        .bind(expires_at.as_millisecond())
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Takes an account's one-time code away: it was used, or its account is suspended.
pub async fn take_code(free: &mut Free, account: AccountId) -> Result<(), StoreError> {
    const SQL: &str = "delete from one_time_code where account = $1";
    on_either!(
        free.reads(),
        c => sqlx::query(SQL).bind(account.0).execute(c).await.map(drop)
    )?;
    Ok(())
}
