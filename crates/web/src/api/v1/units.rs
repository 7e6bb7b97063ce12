//! The units of the county.

use crate::app::WebState;
use crate::error::WebError;
use crate::page::portal::fault;
use axum::Json;
use axum::extract::State;
use jiff::civil::Date;
use qz_domain::id::UnitId;
use qz_domain::spelled::Spelled;
use serde::Serialize;
use std::collections::HashMap;
use utoipa::ToSchema;

/// A unit.
#[derive(Debug, Serialize, ToSchema)]
struct Unit {
    /// Its code, unique in the county.
    #[schema(examples("SH-014"))]
    code: String,
    /// Its Chinese name.
    name: String,
    /// Its English name; may be empty.
    name_en: String,
    /// What kind of unit: `town`, `government_organ` and the like.
    kind: &'static str,
    /// The line it works in.
    line: &'static str,
    /// The code of the unit above; absent for the county itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    parent: Option<String>,
    /// The day it began.
    #[schema(value_type = String, format = Date)]
    since: Date,
}

/// Every unit, by code.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Units {
    /// How many there are.
    total: usize,
    /// The units.
    units: Vec<Unit>,
}

/// Every unit of the county, by code.
#[utoipa::path(
    get,
    path = "/api/v1/units",
    tag = "public",
    responses((status = 200, description = "The units", body = Units))
)]
pub(crate) async fn units(State(state): State<WebState>) -> Result<Json<Units>, WebError> {
    let all = state.acts.units().await.map_err(fault)?;
    let codes: HashMap<UnitId, String> =
        all.iter().map(|unit| (unit.id, unit.code.clone())).collect();
    let units: Vec<Unit> = all.into_iter().map(|unit| of(unit, &codes)).collect();
    Ok(Json(Units { total: units.len(), units }))
}

fn of(unit: qz_domain::unit::Unit, codes: &HashMap<UnitId, String>) -> Unit {
    Unit {
        parent: unit.parent.and_then(|parent| codes.get(&parent).cloned()),
        code: unit.code,
        name: unit.name,
        name_en: unit.name_en,
        kind: unit.kind.code(),
        line: unit.line.code(),
        since: unit.since,
    }
}
