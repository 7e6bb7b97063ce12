//! Ask that a source be opened (申请开启): for one of three purposes, with the reason; one request at a time.

use super::tie::must_have_no_tie;
use crate::matter::{self, PaperForm};
use crate::wrong::Wrong;
use crate::{ActError, finding, power};
use qz_domain::action::Action;
use qz_domain::field;
use qz_domain::id::{AccountId, FindingId, OpeningId};
use qz_domain::power::Concern;
use qz_domain::refusal::Refusal;
use qz_domain::sealed::{OPEN, Opening, Purpose, REASON_MOST, SourceRefusal, Stage, Step};
use qz_domain::spelled::Spelled;
use qz_store::{Act, Subject, Write, sealed};
use serde::{Deserialize, Serialize};

/// What is asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AskForm {
    /// What for.
    pub purpose: String,
    /// Why.
    pub reason: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

/// Asks that the source of a finding be opened.
#[derive(Debug, Clone)]
pub struct AskOpening {
    /// Who asks, and would read it.
    pub actor: AccountId,
    /// Of which finding.
    pub finding: FindingId,
    /// What is asked.
    pub form: AskForm,
}

/// Which opening it became.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpeningAsked {
    /// In the store.
    pub opening: OpeningId,
}

impl Act for AskOpening {
    type Receipt = OpeningAsked;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<OpeningAsked, ActError> {
        let Self { actor, finding: id, form } = self;
        let around = finding::load(write.reads(), id).await?;
        let units = vec![(around.organ.id, around.organ.line)];
        let concern = Concern { stage: around.finding.stage.code(), people: vec![], units };
        let actor = power::require(write, actor, Action::SourceAsk, &concern).await?;
        let source = sealed::of_finding(write.reads(), id).await?.filter(|one| !one.is_erased);
        let source = source.ok_or(Refusal::from(SourceRefusal::NothingSealed))?;
        let mut wrong = Wrong::default();
        let purpose = wrong.note(field::word::<Purpose>("opening_purpose", &form.purpose));
        let reason = wrong.note(field::text("reason", &form.reason, REASON_MOST));
        let (Some(purpose), Some(reason)) = (purpose, reason) else { return Err(wrong.into()) };
        let sealed_on = Some(source.sealed_on);
        let doing = matter::alone(write, &actor, &form.paper, sealed_on).await?;
        must_have_no_tie(write, &around, (&actor, &doing, around.organ.id)).await?;
        let asker = doing.by.first().copied();
        let begun = write.now().checked_sub(OPEN).unwrap_or(jiff::Timestamp::MIN);
        if let Some(asker) = asker
            && sealed::under_way(write.reads(), (source.id, asker), begun).await? > 0
        {
            return Err(Refusal::from(SourceRefusal::AskedBefore).into());
        }
        let opening = Opening {
            id: OpeningId(write.next_id()),
            source: source.id,
            stage: Stage::Requested,
            purpose,
            reason,
            asker,
            asked_on: doing.day,
            answer: String::new(),
            second: None,
            opened_at: None,
            version: 1,
        };
        sealed::insert(write, &opening).await?;
        write.record(doing.deed(Step::Ask, opening.id.object(), &actor)).await?;
        Ok(OpeningAsked { opening: opening.id })
    }
}
