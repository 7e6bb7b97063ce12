//! The steps of draws in a script: a draw is named by what it is for.

use super::unknown;
use crate::ActError;
use crate::draw::{AnnounceDraw, CallOffDraw, DrawForm, EnterDraw};
use qz_domain::draw::Draw;
use qz_domain::id::AccountId;
use qz_store::{Act, Write, draw};

/// What somebody did about a draw.
#[derive(Debug, Clone)]
pub enum ScriptedDraw {
    /// Announced one.
    Announce(DrawForm),
    /// Typed an entry of the one for this purpose.
    Enter(String, String),
    /// Called off the one for this purpose, with the reason.
    CallOff(String, String),
}

/// Does it.
pub(super) async fn play(
    write: &mut Write,
    actor: AccountId,
    step: ScriptedDraw,
) -> Result<(), ActError> {
    match step {
        ScriptedDraw::Announce(form) => AnnounceDraw { actor, form }.perform(write).await.map(drop),
        ScriptedDraw::Enter(purpose, text) => {
            let Draw { id: draw, version, .. } = found(write, &purpose).await?;
            EnterDraw { actor, draw, version, text }.perform(write).await.map(drop)
        }
        ScriptedDraw::CallOff(purpose, reason) => {
            let Draw { id: draw, version, .. } = found(write, &purpose).await?;
            CallOffDraw { actor, draw, version, reason }.perform(write).await.map(drop)
        }
    }
}

async fn found(write: &mut Write, purpose: &str) -> Result<Draw, ActError> {
    let id = draw::for_purpose(write.reads(), purpose).await?.ok_or_else(|| unknown(purpose))?;
    draw::find(write.reads(), id).await?.ok_or(ActError::NotFound)
}
