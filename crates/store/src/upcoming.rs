//! What lies ahead: the next day a term ends, the next day a bulletin's names go.

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::person::read_day;
use jiff::civil::Date;

/// The next days after one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Upcoming {
    /// On which a statement window, a remedy or a term of a review ends.
    pub due: Option<Date>,
    /// On which a published bulletin shows its names for the last time.
    pub expiry: Option<Date>,
}

/// The next days after `day`.
pub async fn after(conn: &mut Conn, day: Date) -> Result<Upcoming, StoreError> {
    const SQL: &str = "
        select (select min(d.due)
                  from (select min(answer_due) as due from accountability
                         where stage = 'noticed' and answer_due > $1
                           and finding not in (select id from finding where stage = 'unfounded')
                         union all
                        select min(remedy_due) from accountability
                         where stage = 'served' and remedy_due > $1
                           and id not in (select accountability from review)
                         union all
                        select min(accept_due) from review
                         where stage = 'lodged' and accept_due > $1
                         union all
                        select min(decide_due) from review
                         where stage = 'accepted' and decide_due > $1) d)
             , (select min(expires_on) from bulletin
                 where stage = 'published' and expires_on >= $1)";
    let (due, expiry): (Option<String>, Option<String>) = on_either!(
        conn,
        c => sqlx::query_as(SQL).bind(day.to_string()).fetch_one(c).await
    )?;
    let read =
        |text: Option<String>| text.map(|text| read_day(&text, "accountability", 0)).transpose();
    Ok(Upcoming { due: read(due)?, expiry: read(expiry)? })
}
