//! The steps of a bulletin that add a hand and nothing else: check (核校), counter-sign (会签), call off (撤稿).

use super::load::{Begun, begin};
use super::{BulletinChanged, keep};
use crate::ActError;
use crate::matter::{self, PaperForm};
use qz_domain::bulletin::{Kind, Step};
use qz_domain::id::{AccountId, BulletinId};
use qz_domain::matter::{MatterRefusal, Part};
use qz_domain::refusal::Refusal;
use qz_store::{Act, Write};

/// Takes one of these steps.
#[derive(Debug, Clone)]
pub struct AdvanceBulletin {
    /// Who takes it.
    pub actor: AccountId,
    /// Which bulletin.
    pub bulletin: BulletinId,
    /// The version they read.
    pub version: i64,
    /// Which step.
    pub step: Step,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

impl Act for AdvanceBulletin {
    type Receipt = BulletinChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<BulletinChanged, ActError> {
        let Self { actor, bulletin, version, step, paper } = self;
        let part = match step {
            Step::Check => Part::Checked,
            Step::Countersign => Part::Countersigned,
            Step::CallOff => Part::CalledOff,
            Step::Draft
            | Step::Edit
            | Step::Review
            | Step::Sign
            | Step::Publish
            | Step::Correct
            | Step::Withdraw => return Err(ActError::NotFound),
        };
        let begun = begin(write, actor, bulletin, (step, version)).await?;
        let Begun { actor, bulletin, .. } = &begun;
        if step == Step::Countersign && bulletin.kind == Kind::Ordinary {
            return Err(Refusal::from(MatterRefusal::NoCounterSignatureDue).into());
        }
        let doing = matter::alone(write, actor, &paper, Some(bulletin.latest_on)).await?;
        keep(write, begun, (step, part), doing).await
    }
}
