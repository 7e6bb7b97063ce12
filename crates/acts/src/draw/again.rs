//! The terms of the last draw of an office (沿用上次名单), for a form that begins with them.

use super::DrawForm;
use super::load::load;
use crate::{ActError, Acts};
use qz_domain::draw::{Cover, Pooled};
use qz_domain::id::UnitId;
use qz_domain::spelled::Spelled;
use qz_domain::unit::{Unit, UnitKind};
use qz_store::draw::latest_of;
use qz_store::unit;

impl Acts {
    /// The terms of an office's last draw; `None` when it never drew. Whoever may announce its draws may read them.
    pub async fn last_terms(&self, office: UnitId) -> Result<Option<DrawForm>, ActError> {
        let mut conn = self.reader().await?;
        let Some(id) = latest_of(&mut conn, office).await? else { return Ok(None) };
        let (draw, organ) = load(&mut conn, id).await?;
        let units = unit::all(&mut conn).await?;
        let cover = if draw.is_sealed { Cover::Sealed } else { Cover::Open };
        let kind = kind_of(&draw.pool, &organ, &units);
        let one_by_one = || draw.pool.iter().map(|one| format!("{} {}", one.code, one.name));
        Ok(Some(DrawForm {
            organ: format!("{} {}", organ.code, organ.name),
            cover: cover.code().to_owned(),
            take: draw.take.to_string(),
            kind: kind.map_or("", UnitKind::code).to_owned(),
            units: match kind {
                Some(_) => String::new(),
                None => one_by_one().collect::<Vec<_>>().join("\n"),
            },
            purpose: draw.purpose,
            line: String::new(),
        }))
    }
}

/// The kind whose units a pool holds, all of them and no other.
fn kind_of(pool: &[Pooled], organ: &Unit, units: &[Unit]) -> Option<UnitKind> {
    let kind = units.iter().find(|unit| Some(unit.id) == pool.first().map(|one| one.unit))?.kind;
    let mut all: Vec<_> = units
        .iter()
        .filter(|unit| unit.kind == kind && unit.parent.is_some() && unit.id != organ.id)
        .map(|unit| unit.id)
        .collect();
    let mut pooled: Vec<_> = pool.iter().map(|one| one.unit).collect();
    all.sort_unstable();
    pooled.sort_unstable();
    (all == pooled).then_some(kind)
}
