//! Which units answer for a unit (负责单位): itself and, where nobody heads it, those above it up to the nearest that has a
//! head. A station below a town has people and no head; the town's answers for it.

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use qz_domain::id::UnitId;
use qz_domain::spelled::Spelled;
use qz_domain::unit::Line;

/// The head of a statement that knows the units which answer for unit `$1` as `up (id, line, parent, depth)`, it at depth
/// 0.
macro_rules! answering_units {
    () => {
        "
        with recursive headed (unit) as (
            select g.unit
              from role_grant g
              join account a on a.id = g.account
             where g.role = 'head' and g.stage = 'active' and a.status = 'active'
        ), up (id, line, parent, depth) as (
            select id, line, parent, 0
              from unit
             where id = $1
             union all
            select p.id, p.line, p.parent, up.depth + 1
              from up
              join unit p on p.id = up.parent
             where up.id not in (select unit from headed)
        )
        "
    };
}
pub(crate) use answering_units;

/// The units that answer for one, it first, each with its line; none where there is no such unit.
pub async fn of(conn: &mut Conn, unit: UnitId) -> Result<Vec<(UnitId, Line)>, StoreError> {
    const SQL: &str = concat!(answering_units!(), "select id, line from up order by depth");
    let rows: Vec<(i64, String)> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(unit.0).fetch_all(c).await)?;
    rows.iter().map(|(id, line)| read(*id, line)).collect()
}

/// The units that somebody heads.
pub async fn headed(conn: &mut Conn) -> Result<Vec<UnitId>, StoreError> {
    const SQL: &str = "
        select distinct g.unit
          from role_grant g
          join account a on a.id = g.account
         where g.role = 'head' and g.stage = 'active' and a.status = 'active'
         order by g.unit";
    let rows: Vec<(i64,)> = on_either!(conn, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|(unit,)| UnitId(unit)).collect())
}

pub(crate) fn read(id: i64, line: &str) -> Result<(UnitId, Line), StoreError> {
    let line = Line::from_code(line).ok_or(StoreError::Corrupt { table: "unit", id })?;
    Ok((UnitId(id), line))
}
