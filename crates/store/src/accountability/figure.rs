//! Counts of served decisions that stand: units once each, persons as often as they were held to account.

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::person::read_day;
use crate::review::standing::{fallen, measure_now};
use jiff::civil::Date;
use qz_domain::id::UnitId;
use qz_domain::person::PersonKind;
use qz_domain::post::Rank;
use qz_domain::spelled::Spelled;

/// What was served in a span of days and stands, counted by one statement: all parts are of one moment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Held {
    /// Distinct units with a served decision on the unit itself, by the day of their first.
    pub units: Vec<(Date, i64)>,
    /// Served decisions on persons (人次), by day.
    pub persons: Vec<(Date, i64)>,
    /// The same, by rank.
    pub ranks: Vec<(Rank, i64)>,
    /// The same, by footing.
    pub kinds: Vec<(PersonKind, i64)>,
    /// The same, by code of the measure.
    pub measures: Vec<(String, i64)>,
}

/// Counts what was served from a day to a day, both included, at one unit or at any.
pub async fn held(
    conn: &mut Conn,
    (from, to): (Date, Date),
    unit: Option<UnitId>,
) -> Result<Held, StoreError> {
    const SQL: &str = concat!(
        "with held as (
            select a.unit, a.person, a.rank, a.footing, a.served_on, ",
        measure_now!("a"),
        " as measure
              from accountability a
             where a.stage = 'served' and a.served_on between $1 and $2
               and a.unit = coalesce(cast($3 as bigint), a.unit) and not ",
        fallen!("a"),
        ")
        select 'unit' as part, s.first_on as word, count(*)
          from (select unit, min(served_on) as first_on
                  from held
                 where person is null
                 group by unit) s
         group by s.first_on
        union all
        select 'person', served_on, count(*) from held where person is not null group by served_on
        union all
        select 'rank', rank, count(*) from held where person is not null group by rank
        union all
        select 'kind', footing, count(*) from held where person is not null group by footing
        union all
        select 'measure', measure, count(*) from held where person is not null group by measure
        order by 1, 2"
    );
    let rows: Vec<(String, String, i64)> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(from.to_string())
        .bind(to.to_string())
        .bind(unit.map(|unit| unit.0))
        .fetch_all(c)
        .await)?;
    let mut held = Held::default();
    for (part, word, count) in rows {
        take(&mut held, &part, word, count)?;
    }
    held.ranks.sort_unstable();
    held.kinds.sort_unstable();
    Ok(held)
}

fn take(held: &mut Held, part: &str, word: String, count: i64) -> Result<(), StoreError> {
    let corrupt = || StoreError::Corrupt { table: "accountability", id: 0 };
    let day = |word: &str| read_day(word, "accountability", 0);
    match part {
        "unit" => held.units.push((day(&word)?, count)),
        "person" => held.persons.push((day(&word)?, count)),
        "rank" => held.ranks.push((Rank::from_code(&word).ok_or_else(corrupt)?, count)),
        "kind" => held.kinds.push((PersonKind::from_code(&word).ok_or_else(corrupt)?, count)),
        _ => held.measures.push((word, count)),
    }
    Ok(())
}
