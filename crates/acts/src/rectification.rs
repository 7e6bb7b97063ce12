//! Rectifications (整改): what a unit is to put right, from the order to the revisit, each step one act.

mod check;
mod claim;
mod extend;
mod load;
mod order;
mod plan;
pub mod public;
pub mod queue;
mod take_up;
pub mod view;

pub use check::{CheckForm, CheckRectification};
pub use claim::ClaimRectification;
pub use extend::{AnswerExtension, AskExtension};
pub use load::Side;
pub use order::{OrderForm, OrderRectification, RectificationOrdered};
pub use plan::PlanRectification;
pub use take_up::TakeUpPromise;

use crate::ActError;
use crate::matter::{self, Doing, Setting};
use load::{Begun, Loaded};
use qz_domain::matter::{Hand, Part};
use qz_domain::rectification::{Stage, Step};
use qz_domain::refusal::Guard;
use qz_store::{Subject, Write, hand};
use serde::{Deserialize, Serialize};

/// What every step on a rectification gives back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RectificationChanged {
    /// The version it made.
    pub version: i64,
    /// Where the rectification stands now.
    pub stage: Stage,
}

/// Passes a step's hands through its guards, then writes the rectification as it now stands.
async fn keep(
    write: &mut Write,
    begun: Begun,
    (step, part): (Step, Part),
    doing: Doing,
) -> Result<RectificationChanged, ActError> {
    let hands = screened(write, &begun, part, &doing).await?;
    let Begun { actor, loaded, transition, .. } = begun;
    let mut one = loaded.rectification;
    one.stage = transition.to;
    one.latest_on = doing.day;
    one.version += 1;
    qz_store::rectification::update(write, &one).await?;
    if !hands.is_empty() {
        hand::add_to_rectification(write, one.id, &hands).await?;
    }
    write.record(doing.deed(step, one.id.object(), &actor)).await?;
    Ok(RectificationChanged { version: one.version, stage: one.stage })
}

async fn screened(
    write: &mut Write,
    begun: &Begun,
    part: Part,
    doing: &Doing,
) -> Result<Vec<Hand>, ActError> {
    let Begun { loaded, transition, hands, .. } = begun;
    if transition.guards.contains(&Guard::ForUnit) {
        matter::must_speak(write, &begun.actor, (&loaded.unit, doing)).await?;
    }
    let setting = Setting {
        part,
        guards: transition.guards,
        hands,
        organ: loaded.organ.id,
        unit: &loaded.unit,
        subject: None,
    };
    let hands = matter::new_hands(write, setting, doing).await?;
    if transition.guards.contains(&Guard::ThirdPerson) {
        must_be_third(write, loaded, doing).await?;
    }
    Ok(hands)
}

/// Nobody of the unit takes part, not even where the unit is the organ itself.
async fn must_be_third(write: &mut Write, loaded: &Loaded, doing: &Doing) -> Result<(), ActError> {
    if loaded.organ.id != loaded.unit.id {
        // Recusal keeps everybody of the unit out already.
        return Ok(());
    }
    matter::must_be_outside(write, &loaded.unit, doing).await
}
