//! Seal who told (封存来源): once for a finding, by whoever may register it.

use super::tie::must_have_no_tie;
use crate::matter::{self, PaperForm};
use crate::{ActError, finding, power};
use qz_domain::action::Action;
use qz_domain::field;
use qz_domain::id::{AccountId, FindingId, SourceId};
use qz_domain::power::Concern;
use qz_domain::refusal::Refusal;
use qz_domain::sealed::{SealedSource, SourceRefusal, WORDS_MOST};
use qz_domain::spelled::Spelled;
use qz_store::{Act, Deed, Subject, Write, sealed};
use serde::{Deserialize, Serialize};

/// What is sealed. It is not printed for debugging.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct SealForm {
    /// Who told, and how they can be reached.
    pub words: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

impl std::fmt::Debug for SealForm {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("SealForm").field("paper", &self.paper).finish_non_exhaustive()
    }
}

/// Seals who told of a finding.
#[derive(Debug, Clone)]
pub struct SealSource {
    /// Who seals it.
    pub actor: AccountId,
    /// Of which finding.
    pub finding: FindingId,
    /// What is sealed.
    pub form: SealForm,
}

/// Which source it became.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceSealed {
    /// In the store.
    pub source: SourceId,
}

impl Act for SealSource {
    type Receipt = SourceSealed;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<SourceSealed, ActError> {
        let Self { actor, finding: id, form } = self;
        let around = finding::load(write.reads(), id).await?;
        let units = vec![(around.organ.id, around.organ.line)];
        let concern = Concern { stage: around.finding.stage.code(), people: vec![], units };
        let actor = power::require(write, actor, Action::SourceSeal, &concern).await?;
        let words = field::text("source_words", &form.words, WORDS_MOST)?;
        let registered_on = around.finding.registered_on;
        let doing = matter::alone(write, &actor, &form.paper, Some(registered_on)).await?;
        must_have_no_tie(write, &around, (&actor, &doing, around.organ.id)).await?;
        if sealed::of_finding(write.reads(), id).await?.is_some() {
            return Err(Refusal::from(SourceRefusal::SealedBefore).into());
        }
        let source = SealedSource {
            id: SourceId(write.next_id()),
            finding: id,
            sealed_by: doing.by.first().copied(),
            sealed_on: doing.day,
            is_erased: false,
        };
        sealed::seal(write, &source, words).await?;
        let deed = Deed {
            kind: Action::SourceSeal.code(),
            object: source.id.object(),
            by: source.sealed_by,
            recorded_by: Some(actor.account),
            paper: doing.paper,
            remark: String::new(),
        };
        write.record(deed).await?;
        Ok(SourceSealed { source: source.id })
    }
}
