//! Say how it is put right (整改方案): by the unit's head or liaison.

use super::load::begin;
use super::{RectificationChanged, keep};
use crate::ActError;
use crate::matter::{self, PaperForm};
use qz_domain::field;
use qz_domain::id::{AccountId, RectificationId};
use qz_domain::matter::Part;
use qz_domain::rectification::{Step, TEXT_MOST};
use qz_store::{Act, Write};

/// Says how a rectification is done.
#[derive(Debug, Clone)]
pub struct PlanRectification {
    /// Who says it.
    pub actor: AccountId,
    /// Which rectification.
    pub rectification: RectificationId,
    /// The version they read.
    pub version: i64,
    /// How it is put right, and by whom in the unit.
    pub plan: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

impl Act for PlanRectification {
    type Receipt = RectificationChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<RectificationChanged, ActError> {
        let Self { actor, rectification, version, plan, paper } = self;
        let mut begun = begin(write, actor, rectification, (Step::Plan, version)).await?;
        let one = &mut begun.loaded.rectification;
        one.plan = field::text("plan", &plan, TEXT_MOST)?;
        let doing = matter::alone(write, &begun.actor, &paper, Some(one.latest_on)).await?;
        keep(write, begun, (Step::Plan, Part::Planned), doing).await
    }
}
