//! The bytes of evidence and of what terminals sent: there, and still those of the hash that the governed row names.

use super::VerifyError;
use super::difference::Difference;
use crate::conn::{Conn, on_either};
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// Reads every body once, one at a time.
pub(super) async fn check(conn: &mut Conn) -> Result<(), VerifyError> {
    const SQL_NEXT: &str = "
        select hash, body
          from evidence_body
         where hash > $1
         order by hash
         limit 1";
    all_there(conn).await?;
    let mut after = String::new();
    loop {
        let next: Option<(String, Vec<u8>)> =
            on_either!(conn, c => sqlx::query_as(SQL_NEXT).bind(&after).fetch_optional(c).await)?;
        let Some((hash, body)) = next else { return Ok(()) };
        if sha256(&body) != hash {
            return Err(Difference::Body { hash }.into());
        }
        after = hash;
    }
}

async fn all_there(conn: &mut Conn) -> Result<(), VerifyError> {
    const SQL: &str = "
        select k.name, k.id, k.hash
          from (select 'evidence' as name, e.id, e.hash
                  from evidence e
                 union all
                select 'terminal_batch', t.id, t.hash
                  from terminal_batch t) k
         where not exists (select 1 from evidence_body b where b.hash = k.hash)
         order by k.id
         limit 1";
    let found: Option<(String, i64, String)> =
        on_either!(conn, c => sqlx::query_as(SQL).fetch_optional(c).await)?;
    match found {
        Some((table, id, hash)) => Err(Difference::BodyMissing { table, id, hash }.into()),
        None => Ok(()),
    }
}

fn sha256(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        let _ = write!(text, "{byte:02x}");
    }
    text
}
