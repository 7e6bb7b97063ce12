//! Call off a draw that is not drawn (取消抽取): it stays on record with the reason, and is counted.

use super::load::begin;
use super::{DrawChanged, keep};
use crate::ActError;
use crate::matter::{self, PaperForm};
use qz_domain::draw::Step;
use qz_domain::field;
use qz_domain::finding::REASON_MOST;
use qz_domain::id::{AccountId, DrawId};
use qz_store::{Act, Write};

/// Calls off a draw.
#[derive(Debug, Clone)]
pub struct CallOffDraw {
    /// Who calls it off.
    pub actor: AccountId,
    /// Which draw.
    pub draw: DrawId,
    /// The version they read.
    pub version: i64,
    /// Why; anybody reads it.
    pub reason: String,
}

impl Act for CallOffDraw {
    type Receipt = DrawChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<DrawChanged, ActError> {
        let Self { actor, draw, version, reason } = self;
        let mut begun = begin(write, actor, draw, (Step::CallOff, version)).await?;
        begun.draw.reason = field::text("reason", &reason, REASON_MOST)?;
        let earlier = Some(begun.draw.latest_on);
        let doing = matter::alone(write, &begun.actor, &PaperForm::default(), earlier).await?;
        keep(write, begun, Step::CallOff, &doing).await
    }
}
