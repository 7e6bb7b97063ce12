//! What is ordered of terminals (考勤机指令): kept until its result arrives.

use crate::bulk::{Column, Target};
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::list::Page;
use crate::visit::read_instant;
use crate::writer::{Free, Write};
use jiff::Timestamp;
use qz_domain::id::{OrderId, TerminalId};

/// An order and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderLine {
    /// Number in the store; the terminal answers with it.
    pub id: OrderId,
    /// What is sent.
    pub body: String,
    /// When it was ordered.
    pub ordered_at: Timestamp,
    /// When it went out last.
    pub sent_at: Option<Timestamp>,
    /// When its result came.
    pub answered_at: Option<Timestamp>,
    /// The result: 0 is done.
    pub result: Option<i64>,
}

/// Adds an order.
pub async fn insert(
    write: &mut Write,
    id: OrderId,
    terminal: TerminalId,
    body: &str,
) -> Result<(), StoreError> {
    const ORDER: Target = Target {
        table: "terminal_order",
        columns: &["id", "terminal", "body", "ordered_at"],
        tail: "",
    };
    let now = write.now().as_millisecond();
    let columns = vec![
        Column::Int(vec![id.0]),
        Column::Int(vec![terminal.0]),
        Column::Text(vec![body.to_owned()]),
        Column::Int(vec![now]),
    ];
    write.insert(ORDER, columns).await.map(drop)
}

/// The orders without a result that did not go out since an instant, oldest first. One to begin anew goes out once:
/// a box that never answers it must not begin anew for ever.
pub async fn waiting(
    conn: &mut Conn,
    terminal: TerminalId,
    (sent_before, most): (Timestamp, i64),
) -> Result<Vec<(i64, String)>, StoreError> {
    const SQL: &str = "
        select o.id, o.body
          from terminal_order o
          left join terminal_answer a on a.of = o.id
         where o.terminal = $1
           and a.answered_at is null
           and (a.sent_at is null or (a.sent_at < $2 and o.body <> 'REBOOT'))
         order by o.id
         limit $3";
    Ok(on_either!(conn, c => sqlx::query_as(SQL)
        .bind(terminal.0)
        .bind(sent_before.as_millisecond())
        .bind(most)
        .fetch_all(c)
        .await)?)
}

/// Remembers that orders went out.
pub async fn sent(free: &mut Free, ids: &[i64]) -> Result<(), StoreError> {
    const SQL: &str = "
        insert into terminal_answer (of, sent_at)
        values ($1, $2)
        on conflict (of) do update set sent_at = excluded.sent_at";
    let now = free.now().as_millisecond();
    for id in ids {
        on_either!(free.reads(), c =>
            sqlx::query(SQL).bind(id).bind(now).execute(c).await.map(drop))?;
    }
    Ok(())
}

/// Remembers the result of an order of this terminal; the first one stays. Tells whether there is such an order.
pub async fn answered(
    free: &mut Free,
    terminal: TerminalId,
    (id, result): (i64, i64),
) -> Result<bool, StoreError> {
    const SQL: &str = "
        insert into terminal_answer (of, answered_at, result)
        select id, cast($3 as bigint), cast($4 as bigint)
          from terminal_order
         where id = $1 and terminal = $2
        on conflict (of) do update
           set answered_at = coalesce(terminal_answer.answered_at, excluded.answered_at)
             , result = coalesce(terminal_answer.result, excluded.result)";
    let now = free.now().as_millisecond();
    let changed = on_either!(free.reads(), c => sqlx::query(SQL)
        .bind(id)
        .bind(terminal.0)
        .bind(now)
        .bind(result)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

/// The orders to a terminal, the latest first.
pub async fn of_terminal(
    conn: &mut Conn,
    terminal: TerminalId,
    page: Page,
) -> Result<Vec<OrderLine>, StoreError> {
    const SQL: &str = "
        select o.id, o.body, o.ordered_at, a.sent_at, a.answered_at, a.result
          from terminal_order o
          left join terminal_answer a on a.of = o.id
         where o.terminal = $1
         order by o.id desc
         limit $2 offset $3";
    type Row = (i64, String, i64, Option<i64>, Option<i64>, Option<i64>);
    let rows: Vec<Row> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(terminal.0)
        .bind(page.size)
        .bind(page.skip)
        .fetch_all(c)
        .await)?;
    let line = |(id, body, ordered, sent, answered, result): Row| {
        let at = |ms: i64| read_instant(ms, "terminal_order", id);
        Ok(OrderLine {
            id: OrderId(id),
            body,
            ordered_at: at(ordered)?,
            sent_at: sent.map(at).transpose()?,
            answered_at: answered.map(at).transpose()?,
            result,
        })
    };
    rows.into_iter().map(line).collect()
}
