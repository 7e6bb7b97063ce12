//! A finding with its two units, in one statement: what every step begins with.

use super::{FindingRow, read};
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::row::Pair;
use crate::unit::{UnitsRow, read_units};
use qz_domain::finding::Finding;
use qz_domain::id::FindingId;
use qz_domain::unit::Unit;

/// A finding, the organ that looks into it, the unit it concerns.
pub async fn find(
    conn: &mut Conn,
    id: FindingId,
) -> Result<Option<(Finding, Unit, Unit)>, StoreError> {
    const SQL: &str = "
        select f.id, f.year, f.serial, f.visit, f.organ, f.unit, f.stage, f.facts, f.screening
             , f.established, f.in_favour, f.ground, f.reason, f.registered_on, f.screened_on
             , f.verified_on, f.adjudicated_on, f.version
             , f.inquiry, f.reply, f.term_from, f.term_length, f.term_due, f.term_waits, f.extension
             , f.extension_reason, f.receipt_organ, f.receipt_number, f.receipt_on, f.handled_on
             , f.weight, f.instead_of, f.handed_because
             , f.suspicion, f.asked
             , o.id as o_id, o.code as o_code, o.name as o_name, o.name_en as o_name_en
             , o.kind as o_kind, o.parent as o_parent, o.line as o_line, o.since as o_since
             , u.id as u_id, u.code as u_code, u.name as u_name, u.name_en as u_name_en
             , u.kind as u_kind, u.parent as u_parent, u.line as u_line, u.since as u_since
          from finding f
          join unit o on o.id = f.organ
          join unit u on u.id = f.unit
         where f.id = $1";
    let found: Option<Pair<FindingRow, UnitsRow>> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    let Some(Pair(row, a)) = found else { return Ok(None) };
    let (organ, unit) = read_units(a)?;
    Ok(Some((read(row)?, organ, unit)))
}
