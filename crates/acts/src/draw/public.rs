//! What anybody may read of draws: those that are open all of it, sealed ones that they are there, and
//! the file from which a finished one is worked out again.

use super::load::{is_told, load};
use super::published::published;
use crate::{ActError, Acts};
use qz_domain::draw::{Draw, Stage};
use qz_domain::id::DrawId;
use qz_domain::unit::Unit;
use qz_store::Subject;
use qz_store::draw::list::Looks;
pub use qz_store::draw::list::{DrawFilter, DrawLine, DrawSort, Told};
pub use qz_store::ledger::ActEntry;
pub use qz_store::list::Page;
pub use qz_store::visit::list::NamedUnit;

/// A draw as anybody may read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicDraw {
    /// The record; covered while it is sealed.
    pub draw: Draw,
    /// The office that draws.
    pub organ: Unit,
    /// Whether all of it is told.
    pub is_told: bool,
    /// Every act on it, oldest first: kind, day and leaf are public.
    pub acts: Vec<ActEntry>,
}

impl Acts {
    /// A draw.
    pub async fn public_draw(&self, id: DrawId) -> Result<PublicDraw, ActError> {
        let mut conn = self.reader().await?;
        let (draw, organ) = load(&mut conn, id).await?;
        let is_told = is_told(&mut conn, &draw).await?;
        let acts = qz_store::ledger::acts_of(&mut conn, id.object()).await?;
        let draw = if is_told { draw } else { draw.covered() };
        Ok(PublicDraw { draw, organ, is_told, acts })
    }

    /// The draws of the county: one page, and how many there are in all.
    pub async fn public_draws(
        &self,
        filter: &DrawFilter,
        sort: DrawSort,
        page: Page,
    ) -> Result<(Vec<DrawLine>, i64), ActError> {
        let mut conn = self.reader().await?;
        Ok(qz_store::draw::list::page(&mut conn, Looks::Anybody, filter, sort, page).await?)
    }

    /// The published file of a draw, as JSON: there is one once it is drawn and all of it is told.
    pub async fn draw_file(&self, id: DrawId) -> Result<String, ActError> {
        let PublicDraw { draw, organ, is_told, acts } = self.public_draw(id).await?;
        if draw.stage != Stage::Drawn || !is_told {
            return Err(ActError::NotFound);
        }
        let file = published(&draw, &organ, &acts).ok_or(ActError::NotFound)?;
        let mut text = serde_json::to_string_pretty(&file).map_err(|_| ActError::NotFound)?;
        text.push('\n');
        Ok(text)
    }
}
