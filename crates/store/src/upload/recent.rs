//! An account's latest uploads, so that whoever left an import finds it again.

use super::Upload;
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use qz_domain::id::AccountId;

/// The account's uploads that are still kept, latest first.
pub async fn of_account(
    conn: &mut Conn,
    account: AccountId,
    most: i64,
) -> Result<Vec<Upload>, StoreError> {
    const SQL: &str = "
        select id, account, kind, file_name, state, done, total, report
          from upload
         where account = $1
         order by id desc
         limit $2";
    type Row = (i64, i64, String, String, String, i64, i64, String);
    let rows: Vec<Row> = on_either!(
        conn,
        c => sqlx::query_as(SQL).bind(account.0).bind(most).fetch_all(c).await
    )?;
    let read = |(id, account, kind, file_name, state, done, total, report): Row| Upload {
        id,
        account: AccountId(account),
        kind,
        file_name,
        state,
        done,
        total,
        report,
    };
    Ok(rows.into_iter().map(read).collect())
}
