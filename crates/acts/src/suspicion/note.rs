//! Note a suspicion (记下诬告嫌疑): once a finding, by whoever said that it is unfounded, with what shows the intent.

use crate::matter::{self, PaperForm};
use crate::wrong::Wrong;
use crate::{ActError, finding, power};
use qz_domain::action::Action;
use qz_domain::field;
use qz_domain::id::{AccountId, FindingId, SuspicionId};
use qz_domain::power::Concern;
use qz_domain::refusal::Refusal;
use qz_domain::spelled::Spelled;
use qz_domain::suspicion::{
    Stage, Step, Suspicion, SuspicionRefusal, TEXT_MOST, must_have_adjudicated,
};
use qz_store::{Act, Subject, Write, hand, person, suspicion};
use serde::{Deserialize, Serialize};

/// What is noted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NotingForm {
    /// What was told that is not so.
    pub facts: String,
    /// What shows that whoever told it knew.
    pub intent: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

/// Notes a suspicion of an unfounded finding.
#[derive(Debug, Clone)]
pub struct NoteSuspicion {
    /// Who adjudicated.
    pub actor: AccountId,
    /// Of which finding.
    pub finding: FindingId,
    /// What is noted.
    pub form: NotingForm,
}

/// Which suspicion it became.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuspicionNoted {
    /// In the store.
    pub suspicion: SuspicionId,
}

impl Act for NoteSuspicion {
    type Receipt = SuspicionNoted;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<SuspicionNoted, ActError> {
        let Self { actor, finding: id, form } = self;
        let around = finding::load(write.reads(), id).await?;
        let units = vec![(around.organ.id, around.organ.line)];
        let concern = Concern { stage: around.finding.stage.code(), people: vec![], units };
        let actor = power::require(write, actor, Action::SuspicionNote, &concern).await?;
        let mut wrong = Wrong::default();
        let facts = wrong.note(field::text("untrue", &form.facts, TEXT_MOST));
        let intent = wrong.note(field::text("intent", &form.intent, TEXT_MOST));
        let (Some(facts), Some(intent)) = (facts, intent) else { return Err(wrong.into()) };
        let earlier = around.finding.adjudicated_on;
        let doing = matter::alone(write, &actor, &form.paper, earlier).await?;
        let noted_by = doing.by.first().copied().ok_or(ActError::NotFound)?;
        let hands = hand::of_finding(write.reads(), id).await?;
        let name = person::find(write.reads(), noted_by).await?.ok_or(ActError::NotFound)?.name;
        must_have_adjudicated((noted_by, &name), &hands).map_err(Refusal::from)?;
        if suspicion::is_noted(write.reads(), id).await? {
            return Err(Refusal::from(SuspicionRefusal::NotedBefore).into());
        }
        let row = Suspicion {
            id: SuspicionId(write.next_id()),
            finding: id,
            stage: Stage::Noted,
            facts,
            intent,
            noted_by: Some(noted_by),
            noted_on: doing.day,
            answer: String::new(),
            taken_as: None,
            version: 1,
        };
        suspicion::insert(write, &row).await?;
        write.record(doing.deed(Step::Note, row.id.object(), &actor)).await?;
        Ok(SuspicionNoted { suspicion: row.id })
    }
}
