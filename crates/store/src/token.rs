//! Tokens of programs (访问令牌): what a program shows instead of signing in. A free table; a token
//! is kept as a hash only.

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::writer::Free;
use jiff::Timestamp;
use qz_domain::action::Action;
use qz_domain::id::{AccountId, PersonId};
use qz_domain::spelled::Spelled;

/// A token as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Number in the store.
    pub id: i64,
    /// What its owner calls it.
    pub label: String,
    /// What it may be used for; the account's roles bound it besides.
    pub actions: Vec<Action>,
    /// When it was made.
    pub made_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
}

/// Whose a token is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenHolder {
    /// The token's number.
    pub id: i64,
    /// The account, which is active.
    pub account: AccountId,
    /// The account's name.
    pub account_name: String,
    /// The person it belongs to, by number and name.
    pub person: Option<(PersonId, String)>,
    /// What it may be used for.
    pub actions: Vec<Action>,
}

/// Whose the token with this hash is, if it has not ended and its account is active.
pub async fn find(
    conn: &mut Conn,
    hash: &str,
    at: Timestamp,
) -> Result<Option<TokenHolder>, StoreError> {
    const SQL: &str = "
        select t.id, t.account, a.name, a.person, p.name, t.actions
          from access_token t
          join account a on a.id = t.account and a.status = 'active'
          left join person p on p.id = a.person
         where t.hash = $1
           and t.expires_at > $2";
    type Row = (i64, i64, String, Option<i64>, Option<String>, String);
    let row: Option<Row> = on_either!(
        conn,
        c => sqlx::query_as(SQL).bind(hash).bind(at.as_millisecond()).fetch_optional(c).await
    )?;
    row.map(|(id, account, account_name, person, called, actions)| {
        Ok(TokenHolder {
            id,
            account: AccountId(account),
            account_name,
            person: person.map(PersonId).zip(called),
            actions: read_actions(&actions, id)?,
        })
    })
    .transpose()
}

/// An account's tokens, latest first.
pub async fn of_account(conn: &mut Conn, account: AccountId) -> Result<Vec<Token>, StoreError> {
    const SQL: &str = "
        select id, label, actions, made_at, expires_at
          from access_token
         where account = $1
         order by id desc";
    let rows: Vec<(i64, String, String, i64, i64)> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(account.0).fetch_all(c).await)?;
    rows.into_iter()
        .map(|(id, label, actions, made_at, expires_at)| {
            Ok(Token {
                id,
                label,
                actions: read_actions(&actions, id)?,
                made_at: instant(made_at, id)?,
                expires_at: instant(expires_at, id)?,
            })
        })
        .collect()
}

/// Keeps a new token of an account; returns its number.
pub async fn insert(
    free: &mut Free,
    account: AccountId,
    hash: &str,
    token: &Token,
) -> Result<i64, StoreError> {
    const SQL: &str = "
        insert into access_token (id, hash, account, label, actions, made_at, expires_at)
        values ($1, $2, $3, $4, $5, $6, $7)";
    let id = free.next_id();
    let actions: Vec<_> = token.actions.iter().map(|action| action.code()).collect();
    on_either!(free.reads(), c => sqlx::query(SQL)
        .bind(id)
        .bind(hash)
        .bind(account.0)
        .bind(&token.label)
        .bind(actions.join(" "))
        .bind(token.made_at.as_millisecond())
        .bind(token.expires_at.as_millisecond())
        .execute(c)
        .await
        .map(drop))?;
    Ok(id)
}

/// Ends one of an account's tokens. Tells whether there was one.
pub async fn end(free: &mut Free, account: AccountId, id: i64) -> Result<bool, StoreError> {
    const SQL: &str = "delete from access_token where account = $1 and id = $2";
    let ended = on_either!(free.reads(), c => sqlx::query(SQL)
        .bind(account.0)
        .bind(id)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(ended > 0)
}

/// Ends every token of an account.
pub async fn end_all(free: &mut Free, account: AccountId) -> Result<(), StoreError> {
    const SQL: &str = "delete from access_token where account = $1";
    on_either!(
        free.reads(),
        c => sqlx::query(SQL).bind(account.0).execute(c).await.map(drop)
    )?;
    Ok(())
}

/// Codes between spaces. An action that no longer exists is one the token may not be used for.
fn read_actions(text: &str, id: i64) -> Result<Vec<Action>, StoreError> {
    if text.is_empty() {
        return Err(StoreError::Corrupt { table: "access_token", id });
    }
    Ok(text.split(' ').filter_map(Action::from_code).collect())
}

fn instant(at: i64, id: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_millisecond(at).map_err(|_| StoreError::Corrupt { table: "access_token", id })
}
