//! The two units of a record, as one statement joins them: the organ as `o_…`, the unit concerned as `u_…`.

use super::read_unit;
use crate::error::StoreError;
use crate::row::wide_row;
use qz_domain::unit::Unit;

wide_row! {
    /// The organ and the unit as they come.
    pub(crate) UnitsRow {
        o_id: i64,
        o_code: String,
        o_name: String,
        o_name_en: String,
        o_kind: String,
        o_parent: Option<i64>,
        o_line: String,
        o_since: String,
        u_id: i64,
        u_code: String,
        u_name: String,
        u_name_en: String,
        u_kind: String,
        u_parent: Option<i64>,
        u_line: String,
        u_since: String,
    }
}

/// The organ and the unit.
pub(crate) fn read_units(a: UnitsRow) -> Result<(Unit, Unit), StoreError> {
    let organ =
        (a.o_id, a.o_code, a.o_name, a.o_name_en, a.o_kind, a.o_parent, a.o_line, a.o_since);
    let unit = (a.u_id, a.u_code, a.u_name, a.u_name_en, a.u_kind, a.u_parent, a.u_line, a.u_since);
    Ok((read_unit(organ)?, read_unit(unit)?))
}
