//! Counts of filed visits: every figure is a query over the records it opens to.

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use jiff::civil::Date;
use qz_domain::id::UnitId;
use qz_domain::instant;
use qz_domain::spelled::Spelled;
use qz_domain::visit::Manner;

/// A span of civil days, both ends included, as instants: from the first to before the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    from_ms: i64,
    until_ms: i64,
}

impl Span {
    /// The span of two days; empty when the last is before the first.
    pub fn days(from: Date, to: Date) -> Self {
        let start = |day: Date| {
            instant::instant(day.at(0, 0, 0, 0)).map_or(0, jiff::Timestamp::as_millisecond)
        };
        let until_ms = to.tomorrow().map_or(i64::MAX, start);
        Self { from_ms: start(from), until_ms }
    }

    pub(crate) fn start_ms(self) -> i64 {
        self.from_ms
    }

    pub(crate) fn end_ms(self) -> i64 {
        self.until_ms
    }
}

/// The counts of a span, each visit once in each part.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// For each civil day that had any, in order.
    pub days: Vec<(Date, i64)>,
    /// For each manner that was used.
    pub manners: Vec<(Manner, i64)>,
    /// For each inspecting organ.
    pub organs: Vec<(UnitId, i64)>,
    /// For each visited unit.
    pub units: Vec<(UnitId, i64)>,
}

/// The filed visits that were done in a span, at one unit or at any, counted in four ways by one
/// statement: all parts are of one moment, so their sums are the same.
pub async fn tally(conn: &mut Conn, span: Span, unit: Option<UnitId>) -> Result<Tally, StoreError> {
    const SQL: &str = "
        select 'day' as part, '' as word, (visited_at + 28800000) / 86400000 as key, count(*)
          from visit
         where stage = 'filed' and visited_at >= $1 and visited_at < $2
           and unit = coalesce(cast($3 as bigint), unit)
         group by (visited_at + 28800000) / 86400000
        union all
        select 'manner', manner, 0, count(*)
          from visit
         where stage = 'filed' and visited_at >= $1 and visited_at < $2
           and unit = coalesce(cast($3 as bigint), unit)
         group by manner
        union all
        select 'organ', '', organ, count(*)
          from visit
         where stage = 'filed' and visited_at >= $1 and visited_at < $2
           and unit = coalesce(cast($3 as bigint), unit)
         group by organ
        union all
        select 'unit', '', unit, count(*)
          from visit
         where stage = 'filed' and visited_at >= $1 and visited_at < $2
           and unit = coalesce(cast($3 as bigint), unit)
         group by unit
        order by 1, 2, 3";
    let unit = unit.map(|unit| unit.0);
    let (from, until) = (span.from_ms, span.until_ms);
    let rows: Vec<(String, String, i64, i64)> = on_either!(
        conn,
        c => sqlx::query_as(SQL).bind(from).bind(until).bind(unit).fetch_all(c).await
    )?;
    let mut tally = Tally::default();
    for (part, word, key, count) in rows {
        match part.as_str() {
            "day" => tally.days.push((day_after_epoch(key)?, count)),
            "manner" => tally.manners.push((read_manner(&word)?, count)),
            "organ" => tally.organs.push((UnitId(key), count)),
            _ => tally.units.push((UnitId(key), count)),
        }
    }
    Ok(tally)
}

fn day_after_epoch(days: i64) -> Result<Date, StoreError> {
    let epoch = jiff::civil::date(1970, 1, 1);
    let day = jiff::Span::new().try_days(days).and_then(|days| epoch.checked_add(days));
    day.map_err(|_| StoreError::Corrupt { table: "visit", id: days })
}

fn read_manner(code: &str) -> Result<Manner, StoreError> {
    Manner::from_code(code).ok_or(StoreError::Corrupt { table: "visit", id: 0 })
}
