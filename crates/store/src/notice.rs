//! Holiday notices (放假通知) that the county brought in, and the terms that wait for one.

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::writer::Write;
use qz_domain::id::{
    AccountabilityId, BulletinId, FindingId, MonthlyReportId, NoticeId, ObjectionId,
    RectificationId, ReviewId, TicketId,
};

/// A notice as it was brought in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredNotice {
    /// Number in the store.
    pub id: NoticeId,
    /// Its year.
    pub year: i16,
    /// The text, in the form of `law/holidays/2026.toml`.
    pub body: String,
    /// SHA-256 of the text, 64 hex digits.
    pub hash: String,
}

/// A record with a term that waits for a year's notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WaitingRecord {
    /// Its statement window or the term of its remedy.
    Accountability(AccountabilityId),
    /// Its expiry.
    Bulletin(BulletinId),
    /// The term that runs where it stands.
    Finding(FindingId),
    /// The day it is due.
    MonthlyReport(MonthlyReportId),
    /// The term of its answer.
    Objection(ObjectionId),
    /// The terms of its plan, of its putting right, of its re-check and of its revisit.
    Rectification(RectificationId),
    /// The terms of taking it in, of its answer and of an objection to that.
    Ticket(TicketId),
    /// The terms of taking it in, of its decision and of the next way.
    Review(ReviewId),
}

/// The texts in the order they were brought in.
pub async fn bodies(conn: &mut Conn) -> Result<Vec<String>, StoreError> {
    const SQL: &str = "select body from holiday_notice order by id";
    let rows: Vec<(String,)> = on_either!(conn, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|(body,)| body).collect())
}

/// Adds a notice.
pub async fn insert(write: &mut Write, new: &StoredNotice) -> Result<(), StoreError> {
    const SQL: &str = "insert into holiday_notice (id, year, body, hash) values ($1, $2, $3, $4)";
    on_either!(write.reads(), c => sqlx::query(SQL)
        .bind(new.id.0)
        .bind(i64::from(new.year))
        .bind(&new.body)
        .bind(&new.hash)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// The records whose terms wait for a notice: of one year, or of any.
pub async fn waiting(conn: &mut Conn, year: Option<i16>) -> Result<Vec<WaitingRecord>, StoreError> {
    const SQL: &str = "
        select 'accountability' as kind, id
          from accountability
         where answer_waits = coalesce(cast($1 as bigint), answer_waits)
            or remedy_waits = coalesce(cast($1 as bigint), remedy_waits)
         union all
        select 'bulletin', id
          from bulletin
         where expiry_waits = coalesce(cast($1 as bigint), expiry_waits)
         union all
        select 'finding', id
          from finding
         where term_waits = coalesce(cast($1 as bigint), term_waits)
         union all
        select 'monthly_report', id
          from monthly_report
         where due_waits = coalesce(cast($1 as bigint), due_waits)
         union all
        select 'objection', id
          from objection
         where answer_waits = coalesce(cast($1 as bigint), answer_waits)
         union all
        select 'rectification', id
          from rectification
         where plan_waits = coalesce(cast($1 as bigint), plan_waits)
            or due_waits = coalesce(cast($1 as bigint), due_waits)
            or recheck_waits = coalesce(cast($1 as bigint), recheck_waits)
            or revisit_waits = coalesce(cast($1 as bigint), revisit_waits)
         union all
        select 'review', id
          from review
         where accept_waits = coalesce(cast($1 as bigint), accept_waits)
            or decide_waits = coalesce(cast($1 as bigint), decide_waits)
            or next_waits = coalesce(cast($1 as bigint), next_waits)
         union all
        select 'ticket', id
          from ticket
         where accept_waits = coalesce(cast($1 as bigint), accept_waits)
            or answer_waits = coalesce(cast($1 as bigint), answer_waits)
            or unsolved_waits = coalesce(cast($1 as bigint), unsolved_waits)
         order by 1, 2";
    let year = year.map(i64::from);
    let rows: Vec<(String, i64)> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(year).fetch_all(c).await)?;
    Ok(rows.into_iter().map(read).collect())
}

fn read((kind, id): (String, i64)) -> WaitingRecord {
    match kind.as_str() {
        "accountability" => WaitingRecord::Accountability(AccountabilityId(id)),
        "rectification" => WaitingRecord::Rectification(RectificationId(id)),
        "ticket" => WaitingRecord::Ticket(TicketId(id)),
        "review" => WaitingRecord::Review(ReviewId(id)),
        "finding" => WaitingRecord::Finding(FindingId(id)),
        "monthly_report" => WaitingRecord::MonthlyReport(MonthlyReportId(id)),
        "objection" => WaitingRecord::Objection(ObjectionId(id)),
        _ => WaitingRecord::Bulletin(BulletinId(id)),
    }
}
