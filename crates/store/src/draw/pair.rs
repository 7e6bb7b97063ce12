//! Who of an office may go on a visit, those who went least of late first.

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use jiff::civil::Date;
use qz_domain::id::{PersonId, UnitId};

/// The most people that are looked at.
const MOST: i64 = 120;

/// Somebody who may be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// Who.
    pub person: PersonId,
    /// Their work number.
    pub number: String,
    /// How many visits they were put on since.
    pub visits: i64,
}

/// Those who hold a post in an office on a day and are trained for inspection that day, with the visits
/// they were put on from `since` on; the fewest first, then by work number.
pub async fn trained_of(
    conn: &mut Conn,
    organ: UnitId,
    (since, day): (Date, Date),
) -> Result<Vec<Sent>, StoreError> {
    const SQL: &str = "
        select p.id, p.number
             , (select count(*)
                  from visit_inspector i
                  join visit v on v.id = i.visit
                 where i.person = p.id and v.planned_from >= $3 and v.stage <> 'called_off') as visits
          from person p
         where exists (select 1
                         from appointment a
                        where a.person = p.id and a.unit = $1
                          and a.since <= $2 and coalesce(a.until, $2) >= $2)
           and exists (select 1
                         from training t
                        where t.person = p.id and t.course = 'inspection'
                          and t.since <= $2 and t.until >= $2)
         order by visits, p.number
         limit $4";
    let (since, day) = (since.to_string(), day.to_string());
    let rows: Vec<(i64, String, i64)> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(organ.0)
        .bind(day)
        .bind(since)
        .bind(MOST)
        .fetch_all(c)
        .await)?;
    let sent = |(id, number, visits)| Sent { person: PersonId(id), number, visits };
    Ok(rows.into_iter().map(sent).collect())
}
