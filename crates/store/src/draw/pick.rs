//! What was drawn, with the visit that is planned for it.

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use qz_domain::draw::Stage;
use qz_domain::id::{DrawId, UnitId, VisitId};
use qz_domain::spelled::Spelled;
use qz_domain::visit::VisitNumber;

/// A unit of a draw as the plan of a visit needs to know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pick {
    /// The office that drew.
    pub organ: UnitId,
    /// Where the draw stands.
    pub stage: Stage,
    /// Whether the unit was drawn.
    pub is_drawn: bool,
    /// Whether a visit to it is planned or done for this draw.
    pub is_planned: bool,
}

/// A visit that is planned or done for a draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PickedVisit {
    /// The visit.
    pub visit: VisitId,
    /// Its number on paper.
    pub number: VisitNumber,
    /// The unit.
    pub unit: UnitId,
    /// Where it stands.
    pub stage: qz_domain::visit::Stage,
}

/// What a draw says of a unit; `None` when there is no such draw.
pub async fn of_unit(
    conn: &mut Conn,
    draw: DrawId,
    unit: UnitId,
) -> Result<Option<Pick>, StoreError> {
    const SQL: &str = "
        select d.organ, d.stage
             , (select count(*)
                  from draw_pick p
                  join draw_unit u on u.draw = p.draw and u.place = p.place
                 where p.draw = d.id and u.unit = $2)
             , (select count(*)
                  from visit v
                 where v.draw = d.id and v.unit = $2 and v.stage <> 'called_off')
          from draw d
         where d.id = $1";
    let row: Option<(i64, String, i64, i64)> = on_either!(
        conn,
        c => sqlx::query_as(SQL).bind(draw.0).bind(unit.0).fetch_optional(c).await
    )?;
    let Some((organ, stage, drawn, planned)) = row else { return Ok(None) };
    let corrupt = || StoreError::Corrupt { table: super::TABLE, id: draw.0 };
    Ok(Some(Pick {
        organ: UnitId(organ),
        stage: Stage::from_code(&stage).ok_or_else(corrupt)?,
        is_drawn: drawn > 0,
        is_planned: planned > 0,
    }))
}

/// The visits planned or done for a draw, those called off left out, in the order of their numbers.
pub async fn visits(conn: &mut Conn, draw: DrawId) -> Result<Vec<PickedVisit>, StoreError> {
    const SQL: &str = "
        select id, year, serial, unit, stage
          from visit
         where draw = $1 and stage <> 'called_off'
         order by year, serial";
    let rows: Vec<(i64, i64, i64, i64, String)> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(draw.0).fetch_all(c).await)?;
    let read = |(id, year, serial, unit, stage): (i64, i64, i64, i64, String)| {
        let corrupt = || StoreError::Corrupt { table: "visit", id };
        Ok(PickedVisit {
            visit: VisitId(id),
            number: crate::visit::read_number(year, serial).ok_or_else(corrupt)?,
            unit: UnitId(unit),
            stage: Spelled::from_code(&stage).ok_or_else(corrupt)?,
        })
    };
    rows.into_iter().map(read).collect()
}
