//! A visit that comes of a draw (抽中走访): only to what was drawn, by whoever drew it, and once.

use crate::ActError;
use qz_domain::draw::{DrawRefusal, Stage};
use qz_domain::id::DrawId;
use qz_domain::refusal::Refusal;
use qz_domain::unit::Unit;
use qz_store::Write;
use qz_store::draw::pick::of_unit;

/// Refuses a plan for a draw that did not draw the unit for this office, or that has its visit to it.
pub(super) async fn must_be_open(
    write: &mut Write,
    draw: Option<DrawId>,
    (organ, unit): (&Unit, &Unit),
) -> Result<(), ActError> {
    let Some(draw) = draw else { return Ok(()) };
    let pick = of_unit(write.reads(), draw, unit.id).await?.ok_or(ActError::NotFound)?;
    let unit = unit.name.clone();
    if pick.organ != organ.id || pick.stage != Stage::Drawn || !pick.is_drawn {
        return Err(Refusal::from(DrawRefusal::NotDrawn { unit }).into());
    }
    if pick.is_planned {
        return Err(Refusal::from(DrawRefusal::PlannedAlready { unit }).into());
    }
    Ok(())
}
