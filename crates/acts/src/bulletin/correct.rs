//! Correct or withdraw a published bulletin (更正、撤回通报): a review changed a decision it tells of. Its readers are
//! told so, with the reason, in the same place; the number stays.

use super::load::{Begun, begin};
use super::{BulletinChanged, keep};
use crate::ActError;
use crate::matter::{self, PaperForm};
use qz_domain::bulletin::{Bulletin, Correction, CorrectionKind, PARAGRAPH_MOST, Step};
use qz_domain::field;
use qz_domain::id::{AccountId, BulletinId, CorrectionId};
use qz_domain::matter::Part;
use qz_domain::refusal::Refusal;
use qz_domain::review::ReviewRefusal;
use qz_store::{Act, Write, bulletin};

/// Says in a published bulletin that a decision was changed, or withdraws it.
#[derive(Debug, Clone)]
pub struct CorrectBulletin {
    /// Who does.
    pub actor: AccountId,
    /// Which bulletin.
    pub bulletin: BulletinId,
    /// The version they read.
    pub version: i64,
    /// Which of the two.
    pub kind: CorrectionKind,
    /// Why, as its readers read it.
    pub reason: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

impl Act for CorrectBulletin {
    type Receipt = BulletinChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<BulletinChanged, ActError> {
        let Self { actor, bulletin: id, version, kind, reason, paper } = self;
        let step = match kind {
            CorrectionKind::Corrected => Step::Correct,
            CorrectionKind::Withdrawn => Step::Withdraw,
        };
        let begun = begin(write, actor, id, (step, version)).await?;
        let Begun { actor, bulletin: row, .. } = &begun;
        must_be_changed(row, kind)?;
        let reason = field::text("correction", &reason, PARAGRAPH_MOST)?;
        let doing = matter::alone(write, actor, &paper, Some(row.latest_on)).await?;
        let correction =
            Correction { id: CorrectionId(write.next_id()), kind, on: doing.day, reason };
        bulletin::add_correction(write, id, &correction).await?;
        keep(write, begun, (step, Part::Corrected), doing).await
    }
}

/// One corrects where a decision was changed, and withdraws where none stands; once withdrawn, neither.
fn must_be_changed(row: &Bulletin, kind: CorrectionKind) -> Result<(), Refusal> {
    let is_due = match kind {
        CorrectionKind::Corrected => row.tells_of_a_changed(),
        CorrectionKind::Withdrawn => row.has_fallen(),
    };
    if is_due && !row.is_withdrawn() {
        return Ok(());
    }
    Err(ReviewRefusal::NothingToCorrect.into())
}
