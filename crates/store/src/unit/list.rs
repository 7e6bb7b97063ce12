//! Units with how much belongs to each: posts, people, and how many people are authorised.

use super::{UnitRow, read_unit};
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use jiff::civil::Date;
use qz_domain::appointment::Balance;
use qz_domain::unit::Unit;

/// A unit with its counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitLine {
    /// The unit.
    pub unit: Unit,
    /// The code of the unit above; empty for the county itself.
    pub parent_code: String,
    /// How many posts it has.
    pub posts: i64,
    /// Its posts against its people on the day.
    pub balance: Balance,
}

type Row = (
    i64,
    String,
    String,
    String,
    String,
    Option<i64>,
    String,
    String,
    String,
    i64,
    i64,
    i64,
    i64,
    i64,
    i64,
);

/// Every unit there was on a day with its counts, by code. A county has a few hundred.
pub async fn with_counts(conn: &mut Conn, day: Date) -> Result<Vec<UnitLine>, StoreError> {
    const SQL: &str = "
        select u.id, u.code, u.name, u.name_en, u.kind, u.parent, u.line, u.since
             , coalesce((select a.code from unit a where a.id = u.parent), '')
             , (select count(*) from post o where o.unit = u.id)
             , coalesce((select cast(sum(o.authorised) as bigint) from post o
                          where o.unit = u.id), 0)
             , (select count(distinct h.person) from appointment h join person p on p.id = h.person
                 where h.unit = u.id and h.kind = 'full' and p.kind <> 'second_line'
                   and h.since <= $1 and coalesce(h.until, $1) >= $1)
             , (select count(distinct h.person) from appointment h join person p on p.id = h.person
                 where h.unit = u.id and h.kind = 'full' and p.kind = 'second_line'
                   and h.since <= $1 and coalesce(h.until, $1) >= $1)
             , (select count(distinct h.person) from appointment h
                 where h.unit = u.id and h.kind in ('posting', 'secondment', 'village_stay')
                   and h.since <= $1 and coalesce(h.until, $1) >= $1)
             , (select count(distinct h.person) from appointment h
                  join appointment b on b.person = h.person
                 where h.unit = u.id and h.kind = 'full'
                   and h.since <= $1 and coalesce(h.until, $1) >= $1
                   and b.kind in ('posting', 'secondment', 'village_stay')
                   and b.since <= $1 and coalesce(b.until, $1) >= $1)
          from unit u
         where u.since <= $1
         order by u.code";
    let rows: Vec<Row> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(day.to_string()).fetch_all(c).await)?;
    rows.into_iter().map(read_line).collect()
}

fn read_line(row: Row) -> Result<UnitLine, StoreError> {
    let (
        id,
        code,
        name,
        name_en,
        kind,
        parent,
        line,
        since,
        parent_code,
        posts,
        authorised,
        held,
        second_line,
        lent_in,
        lent_out,
    ) = row;
    let balance = Balance { authorised, held, second_line, lent_in, lent_out };
    let unit: UnitRow = (id, code, name, name_en, kind, parent, line, since);
    Ok(UnitLine { unit: read_unit(unit)?, parent_code, posts, balance })
}

/// How many units, posts and people there are.
pub async fn counts(conn: &mut Conn) -> Result<(i64, i64, i64), StoreError> {
    const SQL: &str = "
        select (select count(*) from unit), (select count(*) from post)
             , (select count(*) from person)";
    Ok(on_either!(conn, c => sqlx::query_as(SQL).fetch_one(c).await)?)
}
