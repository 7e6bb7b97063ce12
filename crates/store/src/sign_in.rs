//! Failed sign-ins and familiar addresses: what slows a guesser down without locking out the owner.
//!
//! Names and addresses are kept as hashes; rows expire.

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::writer::Free;
use jiff::Timestamp;

/// Who tries, in hashes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// Hash of the account's name as it was typed.
    pub name: String,
    /// Hash of the address.
    pub address: String,
    /// Hash of the network the address lies in.
    pub network: String,
}

/// What is on record of earlier failures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Failures {
    /// With this name from this address.
    pub pair: i64,
    /// The last of them, in milliseconds since 1970 UTC; 0 without any.
    pub pair_last: i64,
    /// With this name from anywhere.
    pub name: i64,
    /// From this network with any name.
    pub network: i64,
    /// The last of them; 0 without any.
    pub network_last: i64,
    /// Whether the account signed in from this address not long ago.
    pub familiar: bool,
}

/// What is on record: the pair since one instant, the name and the network since another.
pub async fn failures(
    conn: &mut Conn,
    attempt: &Attempt,
    pair_since: Timestamp,
    since: Timestamp,
    familiar_since: Timestamp,
) -> Result<Failures, StoreError> {
    const SQL: &str = "
        select (select count(*) from sign_in_failure
                 where name = $1 and address = $2 and at > $4)
             , (select coalesce(max(at), 0) from sign_in_failure
                 where name = $1 and address = $2 and at > $4)
             , (select count(*) from sign_in_failure where name = $1 and at > $5)
             , (select count(*) from sign_in_failure where network = $3 and at > $5)
             , (select coalesce(max(at), 0) from sign_in_failure where network = $3 and at > $5)
             , (select count(*) from familiar_address
                 where name = $1 and address = $2 and at > $6)";
    let row: (i64, i64, i64, i64, i64, i64) = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(&attempt.name)
        .bind(&attempt.address)
        .bind(&attempt.network)
        .bind(pair_since.as_millisecond())
        .bind(since.as_millisecond())
        .bind(familiar_since.as_millisecond())
        .fetch_one(c)
        .await)?;
    let (pair, pair_last, name, network, network_last, familiar) = row;
    Ok(Failures { pair, pair_last, name, network, network_last, familiar: familiar > 0 })
}

/// Counts an attempt as failed; [`succeed`] takes it back.
pub async fn fail(free: &mut Free, attempt: &Attempt, at: Timestamp) -> Result<(), StoreError> {
    const SQL: &str =
        "insert into sign_in_failure (name, address, network, at) values ($1, $2, $3, $4)";
    on_either!(free.reads(), c => sqlx::query(SQL)
        .bind(&attempt.name)
        .bind(&attempt.address)
        .bind(&attempt.network)
        .bind(at.as_millisecond())
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Forgets the failures of a pair.
pub async fn forget(free: &mut Free, attempt: &Attempt) -> Result<(), StoreError> {
    const SQL: &str = "delete from sign_in_failure where name = $1 and address = $2";
    on_either!(free.reads(), c => sqlx::query(SQL)
        .bind(&attempt.name)
        .bind(&attempt.address)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Forgets the failures of a pair and remembers its address as familiar.
pub async fn succeed(free: &mut Free, attempt: &Attempt, at: Timestamp) -> Result<(), StoreError> {
    const SQL: &str = "
        insert into familiar_address (name, address, at) values ($1, $2, $3)
            on conflict (name, address) do update set at = excluded.at";
    forget(free, attempt).await?;
    on_either!(free.reads(), c => sqlx::query(SQL)
        .bind(&attempt.name)
        .bind(&attempt.address)
        .bind(at.as_millisecond())
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Removes failures and familiar addresses from before two instants.
pub async fn purge(
    free: &mut Free,
    failed_before: Timestamp,
    familiar_before: Timestamp,
) -> Result<(), StoreError> {
    const SQL_FAILURES: &str = "delete from sign_in_failure where at < $1";
    const SQL_FAMILIAR: &str = "delete from familiar_address where at < $1";
    let (failed, familiar) = (failed_before.as_millisecond(), familiar_before.as_millisecond());
    on_either!(
        free.reads(),
        c => sqlx::query(SQL_FAILURES).bind(failed).execute(c).await.map(drop)
    )?;
    on_either!(
        free.reads(),
        c => sqlx::query(SQL_FAMILIAR).bind(familiar).execute(c).await.map(drop)
    )?;
    Ok(())
}
