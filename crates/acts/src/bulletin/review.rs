//! Review a bulletin for privacy (隐私审查): where it shows who somebody is, with the impact assessment
//! that the law of the day asks for.

use super::load::{Begun, begin};
use super::{BulletinChanged, keep};
use crate::ActError;
use crate::matter::{self, PaperForm};
use qz_domain::bulletin::{Assessment, Step};
use qz_domain::id::{AccountId, BulletinId};
use qz_domain::matter::Part;
use qz_store::{Act, Write, bulletin};

/// What a reviewer writes of the effect on whoever is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AssessmentForm {
    /// Whether purpose and manner are lawful, proper and necessary.
    pub purpose: String,
    /// What it does to the person, and what could go wrong.
    pub effect: String,
    /// What protects them.
    pub safeguard: String,
}

/// Reviews a bulletin.
#[derive(Debug, Clone)]
pub struct ReviewBulletin {
    /// Who reviews it.
    pub actor: AccountId,
    /// Which bulletin.
    pub bulletin: BulletinId,
    /// The version they read.
    pub version: i64,
    /// What they weighed; may be empty where nobody is shown, or no law of the day asks for it.
    pub assessment: AssessmentForm,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

impl Act for ReviewBulletin {
    type Receipt = BulletinChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<BulletinChanged, ActError> {
        let Self { actor, bulletin, version, assessment, paper } = self;
        let begun = begin(write, actor, bulletin, (Step::Review, version)).await?;
        let Begun { actor, bulletin: read, .. } = &begun;
        let doing = matter::alone(write, actor, &paper, Some(read.latest_on)).await?;
        let AssessmentForm { purpose, effect, safeguard } = &assessment;
        let is_due = read.must_be_assessed(doing.day);
        if let Some(it) = Assessment::read([purpose, effect, safeguard], is_due)? {
            bulletin::assess(write, bulletin, &it).await?;
        }
        keep(write, begun, (Step::Review, Part::Reviewed), doing).await
    }
}
