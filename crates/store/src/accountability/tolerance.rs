//! The answers to the questions of tolerance (容错三问).

use crate::bulk::{Column, Target};
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::writer::Write;
use jiff::civil::Date;
use qz_domain::accountability::{Tolerance, Tolerated};
use qz_domain::id::AccountabilityId;
use qz_domain::spelled::Spelled;

const TABLE: &str = "accountability_tolerance";

/// The answers before a notice, in the order of the law; none where the law of its day asked nothing.
pub async fn of(conn: &mut Conn, id: AccountabilityId) -> Result<Vec<Tolerated>, StoreError> {
    const SQL: &str = "
        select question, answer, because
          from accountability_tolerance
         where accountability = $1
         order by place";
    let rows: Vec<(String, String, String)> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_all(c).await)?;
    let read = |(question, answer, because): (String, String, String)| {
        let corrupt = || StoreError::Corrupt { table: TABLE, id: id.0 };
        let answer = Tolerance::from_code(&answer).ok_or_else(corrupt)?;
        Ok(Tolerated { question, answer, because })
    };
    rows.into_iter().map(read).collect()
}

/// How many were let off from a day to a day, both included, after an answer that it is excused.
pub async fn excused(conn: &mut Conn, (from, to): (Date, Date)) -> Result<i64, StoreError> {
    const SQL: &str = "
        select count(*)
          from accountability a
         where a.stage = 'dropped' and a.decided_on between $1 and $2
           and exists (select 1
                         from accountability_tolerance t
                        where t.accountability = a.id and t.answer = 'excuses')";
    let (count,): (i64,) = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(from.to_string())
        .bind(to.to_string())
        .fetch_one(c)
        .await)?;
    Ok(count)
}

/// Adds the answers before a notice.
pub async fn insert(
    write: &mut Write,
    id: AccountabilityId,
    answered: &[Tolerated],
) -> Result<(), StoreError> {
    const ANSWERS: Target = Target {
        table: TABLE,
        columns: &["accountability", "place", "question", "answer", "because"],
        tail: "",
    };
    if answered.is_empty() {
        return Ok(());
    }
    let columns = vec![
        Column::Int(vec![id.0; answered.len()]),
        Column::Int((1..).take(answered.len()).collect()),
        Column::Text(answered.iter().map(|one| one.question.clone()).collect()),
        Column::Text(answered.iter().map(|one| one.answer.code().to_owned()).collect()),
        Column::Text(answered.iter().map(|one| one.because.clone()).collect()),
    ];
    write.insert(ANSWERS, columns).await.map(drop)
}
