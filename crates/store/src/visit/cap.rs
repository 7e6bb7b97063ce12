//! How often a unit is visited (走访频次): what is planned of a span, and what was planned beyond its cap.

use super::figure::Span;
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::writer::Write;
use jiff::civil::Date;
use qz_domain::id::{PersonId, UnitId, VisitId};
use qz_domain::visit::OverCap;

/// How many visits to a unit, by any organ and not called off, begin in the days `from` to `until`.
pub async fn planned(
    conn: &mut Conn,
    unit: UnitId,
    (from, until): (Date, Date),
) -> Result<i64, StoreError> {
    const SQL: &str = "
        select count(*)
          from visit
         where unit = $1 and planned_from >= $2 and planned_from <= $3 and stage <> 'called_off'";
    let (from, until) = (from.to_string(), until.to_string());
    let (count,): (i64,) = on_either!(
        conn,
        c => sqlx::query_as(SQL).bind(unit.0).bind(from).bind(until).fetch_one(c).await
    )?;
    Ok(count)
}

/// What allowed a visit beyond the cap, with the approver's name; `None` for one within it.
pub async fn over_cap(
    conn: &mut Conn,
    visit: VisitId,
) -> Result<Option<(OverCap, String)>, StoreError> {
    const SQL: &str = "
        select o.planned, o.most, o.reason, o.approver, p.name
          from visit_over_cap o join person p on p.id = o.approver
         where o.visit = $1";
    type Row = (i64, i64, String, i64, String);
    let row: Option<Row> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(visit.0).fetch_optional(c).await)?;
    Ok(row.map(|(planned, most, reason, approver, name)| {
        (OverCap { planned, most, reason, approver: PersonId(approver) }, name)
    }))
}

/// How many filed visits to a unit in a span had been planned beyond the cap.
pub async fn filed_over_cap(conn: &mut Conn, span: Span, unit: UnitId) -> Result<i64, StoreError> {
    const SQL: &str = "
        select count(*)
          from visit v join visit_over_cap o on o.visit = v.id
         where v.stage = 'filed' and v.unit = $1 and v.visited_at >= $2 and v.visited_at < $3";
    let (from, until) = (span.start_ms(), span.end_ms());
    let (count,): (i64,) = on_either!(
        conn,
        c => sqlx::query_as(SQL).bind(unit.0).bind(from).bind(until).fetch_one(c).await
    )?;
    Ok(count)
}

/// Adds what allows a visit beyond the cap.
pub async fn insert_over_cap(
    write: &mut Write,
    visit: VisitId,
    over: &OverCap,
) -> Result<(), StoreError> {
    const SQL: &str = "
        insert into visit_over_cap (visit, planned, most, reason, approver)
        values ($1, $2, $3, $4, $5)";
    on_either!(write.reads(), c => sqlx::query(SQL)
        .bind(visit.0)
        .bind(over.planned)
        .bind(over.most)
        .bind(&over.reason)
        .bind(over.approver.0)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}
