//! Counts of reviews: how many were asked for, and what became of them.

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use jiff::civil::Date;
use qz_domain::review::Outcome;
use qz_domain::spelled::Spelled;

/// The reviews of a span of days.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reviewed {
    /// How many were asked for, or opened by an organ itself, on these days.
    pub begun: i64,
    /// How many were served on these days, by what they decided.
    pub served: Vec<(Outcome, i64)>,
}

/// Counts the reviews from a day to a day, both included.
pub async fn reviewed(conn: &mut Conn, (from, to): (Date, Date)) -> Result<Reviewed, StoreError> {
    const SQL: &str = "
        select '' as outcome, count(*) from review where lodged_on between $1 and $2
         union all
        select outcome, count(*)
          from review
         where stage = 'served' and served_on between $1 and $2
         group by outcome
         order by 1";
    let rows: Vec<(String, i64)> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(from.to_string())
        .bind(to.to_string())
        .fetch_all(c)
        .await)?;
    let mut reviewed = Reviewed::default();
    for (outcome, count) in rows {
        if outcome.is_empty() {
            reviewed.begun = count;
            continue;
        }
        let corrupt = StoreError::Corrupt { table: "review", id: 0 };
        reviewed.served.push((Outcome::from_code(&outcome).ok_or(corrupt)?, count));
    }
    reviewed.served.sort_unstable();
    Ok(reviewed)
}
