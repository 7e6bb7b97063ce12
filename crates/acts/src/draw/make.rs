//! Draw (抽取): by the rule alone, from what was bound, what was typed, and the first checkpoint after it.

use super::load::{begin, deciding};
use super::published::outcome;
use super::{DrawChanged, keep};
use crate::ActError;
use crate::matter::{self, PaperForm};
use jiff::civil::Date;
use qz_domain::draw::{DrawRefusal, Step};
use qz_domain::id::{AccountId, DrawId};
use qz_domain::instant;
use qz_domain::refusal::Refusal;
use qz_store::{Act, StoreError, Write, draw};

/// Draws.
#[derive(Debug, Clone)]
pub struct MakeDraw {
    /// Who sets it off.
    pub actor: AccountId,
    /// Which draw.
    pub draw: DrawId,
    /// The version they read.
    pub version: i64,
}

impl Act for MakeDraw {
    type Receipt = DrawChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<DrawChanged, ActError> {
        let Self { actor, draw: id, version } = self;
        let mut begun = begin(write, actor, id, (Step::Make, version)).await?;
        let draw = &mut begun.draw;
        let earlier = Some(draw.latest_on);
        let doing = matter::alone(write, &begun.actor, &PaperForm::default(), earlier).await?;
        let Some(checkpoint) = deciding(write.reads(), draw).await? else {
            return Err(Refusal::from(DrawRefusal::NoCheckpointYet).into());
        };
        let corrupt = StoreError::Corrupt { table: "draw", id: id.0 };
        let (seed, drawn) = outcome(draw, &checkpoint.note).ok_or(corrupt)?;
        let year = draw.number.year;
        draw.called_off = draw::called_off(write.reads(), draw.organ, year).await?;
        draw.checkpoint = checkpoint.note;
        draw.seed = seed.to_hex();
        draw.counts_from = beginning(doing.day);
        draw::add_picks(write, id, &drawn).await?;
        keep(write, begun, Step::Make, &doing).await
    }
}

/// The first instant of a day.
fn beginning(day: Date) -> Option<jiff::Timestamp> {
    instant::instant(day.at(0, 0, 0, 0))
}
