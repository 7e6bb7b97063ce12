//! A unit as rows name it.

use qz_acts::visit::public::NamedUnit;
use qz_domain::unit::Unit;
use serde::Serialize;
use utoipa::ToSchema;

/// A unit by its code and names.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct UnitName {
    /// Its code.
    code: String,
    /// Its Chinese name.
    name: String,
    /// Its English name; may be empty.
    name_en: String,
}

impl From<NamedUnit> for UnitName {
    fn from(unit: NamedUnit) -> Self {
        let NamedUnit { code, name, name_en } = unit;
        Self { code, name, name_en }
    }
}

impl From<Unit> for UnitName {
    fn from(unit: Unit) -> Self {
        let Unit { code, name, name_en, .. } = unit;
        Self { code, name, name_en }
    }
}
