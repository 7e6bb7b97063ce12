//! Draws (随机抽取): terms are bound and announced, two parties type an entry, and the next checkpoint of
//! the log decides. Nothing of it is done on paper: who types is who is signed in.

mod again;
mod announce;
mod call_off;
mod enter;
mod load;
mod make;
pub mod pair;
mod pool;
pub mod public;
mod published;
pub mod view;
pub mod visits;

pub use announce::{AnnounceDraw, DrawAnnounced, DrawForm};
pub use call_off::CallOffDraw;
pub use enter::EnterDraw;
pub use make::MakeDraw;

use crate::ActError;
use crate::matter::Doing;
use load::Begun;
use qz_domain::draw::{Stage, Step};
use qz_store::{Subject, Write};
use serde::{Deserialize, Serialize};

/// What every step on an announced draw gives back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrawChanged {
    /// The version it made.
    pub version: i64,
    /// Where the draw stands now.
    pub stage: Stage,
}

/// Writes the draw as it now stands, and records the step.
async fn keep(
    write: &mut Write,
    begun: Begun,
    step: Step,
    doing: &Doing,
) -> Result<DrawChanged, ActError> {
    let Begun { actor, mut draw, transition, .. } = begun;
    draw.stage = transition.to;
    draw.latest_on = doing.day;
    draw.version += 1;
    qz_store::draw::update(write, &draw).await?;
    write.record(doing.deed(step, draw.id.object(), &actor)).await?;
    Ok(DrawChanged { version: draw.version, stage: draw.stage })
}
