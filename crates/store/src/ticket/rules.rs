//! What the day's round finds to do about tickets (每日): close, erase, forget.

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::writer::{Free, Write};
use jiff::civil::Date;
use qz_domain::id::TicketId;

/// Answered tickets of which nobody may say any more that they are not solved: the first `most`.
pub async fn to_lapse(
    conn: &mut Conn,
    today: Date,
    most: i64,
) -> Result<Vec<TicketId>, StoreError> {
    const SQL: &str = "
        select id
          from ticket
         where stage = 'answered' and unsolved_waits is null and unsolved_due < $1
         order by id
         limit $2";
    due(conn, SQL, (today, most)).await
}

/// Closed tickets whose time is over: the first `most`.
pub async fn to_erase(
    conn: &mut Conn,
    today: Date,
    most: i64,
) -> Result<Vec<TicketId>, StoreError> {
    const SQL: &str = "
        select id
          from ticket
         where stage = 'closed' and erased = 0 and erase_on <= $1
         order by id
         limit $2";
    due(conn, SQL, (today, most)).await
}

async fn due(
    conn: &mut Conn,
    sql: &'static str,
    (today, most): (Date, i64),
) -> Result<Vec<TicketId>, StoreError> {
    let rows: Vec<(i64,)> = on_either!(conn, c => sqlx::query_as(sql)
        .bind(today.to_string())
        .bind(most)
        .fetch_all(c)
        .await)?;
    Ok(rows.into_iter().map(|(id,)| TicketId(id)).collect())
}

/// Erases what was said in a ticket.
pub async fn unsay(write: &mut Write, id: TicketId) -> Result<(), StoreError> {
    const SQL: &str = "delete from ticket_message where ticket = $1";
    on_either!(write.reads(), c => sqlx::query(SQL).bind(id.0).execute(c).await.map(drop))?;
    Ok(())
}

/// Forgets how to reach those whose tickets are closed long enough, and what came before today.
pub async fn forget(free: &mut Free, today: Date) -> Result<(), StoreError> {
    const SQL_REACH: &str = "delete from ticket_reach where until < $1";
    const SQL_ARRIVALS: &str = "delete from ticket_arrival where day < $1";
    let today = today.to_string();
    on_either!(
        free.reads(),
        c => sqlx::query(SQL_REACH).bind(&today).execute(c).await.map(drop)
    )?;
    on_either!(
        free.reads(),
        c => sqlx::query(SQL_ARRIVALS).bind(&today).execute(c).await.map(drop)
    )?;
    Ok(())
}
