//! The counts of a month as the records stand now (实时数): what a report is drafted from and compared
//! with.

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::review::standing::fallen;
use crate::visit::figure::Span;
use qz_domain::id::UnitId;
use qz_domain::month::Month;
use qz_domain::monthly_report::{Counted, Counts};
use qz_domain::spelled::Spelled;
use std::collections::HashMap;

/// Each count of the month by unit: all are of one moment.
const SQL: &str = concat!(
    "
        select 'visits_made' as what, organ as unit, count(*)
          from visit
         where stage = 'filed' and visited_at >= $1 and visited_at < $2
           and organ = coalesce(cast($5 as bigint), organ)
         group by organ
        union all
        select 'visits_had', unit, count(*)
          from visit
         where stage = 'filed' and visited_at >= $1 and visited_at < $2
           and unit = coalesce(cast($5 as bigint), unit)
         group by unit
        union all
        select 'findings', unit, count(*)
          from finding
         where stage in ('upheld', 'partly') and adjudicated_on between $3 and $4
           and unit = coalesce(cast($5 as bigint), unit)
         group by unit
        union all
        select case when person is null then 'unit_decisions' else 'person_decisions' end
             , unit, count(*)
          from accountability a
         where stage = 'served' and served_on between $3 and $4
           and unit = coalesce(cast($5 as bigint), unit) and not ",
    fallen!("a"),
    "
         group by unit, case when person is null then 'unit_decisions' else 'person_decisions' end
        union all
        select 'bulletins', organ, count(*)
          from bulletin
         where stage = 'published' and published_on between $3 and $4
           and organ = coalesce(cast($5 as bigint), organ)
         group by organ"
);

/// The counts of a month, of one unit or of every unit that has any, by one statement: all are of one
/// moment.
pub async fn counts(
    conn: &mut Conn,
    month: Month,
    unit: Option<UnitId>,
) -> Result<HashMap<UnitId, Counts>, StoreError> {
    let span = Span::days(month.first(), month.last());
    let rows: Vec<(String, i64, i64)> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(span.start_ms())
        .bind(span.end_ms())
        .bind(month.first().to_string())
        .bind(month.last().to_string())
        .bind(unit.map(|unit| unit.0))
        .fetch_all(c)
        .await)?;
    let mut found: HashMap<UnitId, Counts> = HashMap::new();
    for (what, unit, count) in rows {
        let corrupt = StoreError::Corrupt { table: "monthly_report", id: unit };
        let what = Counted::from_code(&what).ok_or(corrupt)?;
        found.entry(UnitId(unit)).or_default().set(what, count);
    }
    Ok(found)
}
