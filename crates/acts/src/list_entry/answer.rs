//! Answer an objection to an entry (答复异议): by somebody who neither nominated nor verified it and did not object.
//! What is upheld is not listed, or removed, with a note that anybody reads.

use super::load::begin;
use super::{ListEntryChanged, keep};
use crate::ActError;
use crate::matter::{self, PaperForm};
use qz_domain::field;
use qz_domain::id::{AccountId, ListEntryId};
use qz_domain::list_entry::{Outcome, Step, TEXT_MOST};
use qz_domain::matter::Part;
use qz_store::{Act, Write, list_entry};

/// What the office answers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AnswerForm {
    /// 异议成立 or 异议不成立.
    pub outcome: String,
    /// Why.
    pub answer: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

/// Answers the objection that waits.
#[derive(Debug, Clone)]
pub struct AnswerListObjection {
    /// Who answers.
    pub actor: AccountId,
    /// To which entry.
    pub entry: ListEntryId,
    /// The version they read.
    pub version: i64,
    /// What they answer.
    pub form: AnswerForm,
}

impl Act for AnswerListObjection {
    type Receipt = ListEntryChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<ListEntryChanged, ActError> {
        let Self { actor, entry: id, version, form } = self;
        let outcome = field::word::<Outcome>("outcome", &form.outcome)?;
        let step = Step::Answer(outcome);
        let mut begun = begin(write, actor, id, (step, version)).await?;
        let answer = field::text("answer", &form.answer, TEXT_MOST)?;
        let one = &mut begun.line.entry;
        let doing = matter::alone(write, &begun.actor, &form.paper, Some(one.latest_on)).await?;
        list_entry::answer(write, id, (outcome, &answer, doing.day)).await?;
        match outcome {
            Outcome::Upheld => (one.removed_on, one.removal) = (Some(doing.day), answer),
            Outcome::Dismissed => {
                if one.objected_on.is_some_and(|day| one.is_in_notice(day)) {
                    one.held_until = Some(doing.day);
                }
            }
        }
        keep(write, begun, (step, Some(Part::Answered)), doing).await
    }
}
