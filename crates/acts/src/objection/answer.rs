//! Answer an objection (答复异议): by the office that keeps the entry, never by whoever kept it there or
//! whose record it is. The answer corrects nothing: that is an act of its own.

use super::load::{Begun, begin, kept};
use super::{ObjectionChanged, keep};
use crate::actor::Actor;
use crate::{ActError, message};
use qz_domain::field;
use qz_domain::id::{AccountId, ObjectionId};
use qz_domain::instant;
use qz_domain::matter::MatterRefusal;
use qz_domain::objection::{Objection, Outcome, Step, TEXT_MOST};
use qz_domain::refusal::Refusal;
use qz_store::{Act, Write, objection, person};

/// What the office answers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AnswerForm {
    /// 已更正 or 不予更正.
    pub outcome: String,
    /// Where the correction stands, or why there is none.
    pub answer: String,
}

/// Answers an objection.
#[derive(Debug, Clone)]
pub struct AnswerObjection {
    /// Who answers.
    pub actor: AccountId,
    /// Which.
    pub objection: ObjectionId,
    /// The version they read.
    pub version: i64,
    /// What they answer.
    pub form: AnswerForm,
}

impl Act for AnswerObjection {
    type Receipt = ObjectionChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<ObjectionChanged, ActError> {
        let Self { actor, objection, version, form } = self;
        let outcome = field::word::<Outcome>("outcome", &form.outcome)?;
        let step = |row: &Objection| Step::Answer(row.entry.kind.office(), outcome);
        let begun = begin(write, (actor, objection), step, version).await?;
        let Begun { actor, mut row, transition } = begun;
        row.answer = field::text("answer", &form.answer, TEXT_MOST)?;
        must_be_apart(write, &row, &actor).await?;
        row.answered_by = actor.person;
        row.answered_on = Some(instant::day(write.now()));
        row.stage = transition.to;
        message::answered(write, &row).await?;
        keep(write, (row, transition), &actor).await
    }
}

/// Neither the person's own, nor an entry that the actor had a hand in.
async fn must_be_apart(write: &mut Write, row: &Objection, actor: &Actor) -> Result<(), ActError> {
    let kept = kept(write.reads(), row.person, row.entry).await?;
    let had_part = kept.hands.iter().any(|hand| Some(hand.person) == actor.person);
    let who = (actor.account, actor.person);
    let own = actor.person == Some(row.person);
    if !own && !had_part && !objection::has_touched(write.reads(), kept.object, who).await? {
        return Ok(());
    }
    let person = match actor.person {
        Some(id) => person::find(write.reads(), id).await?.map(|found| found.name),
        None => qz_store::account::find(write.reads(), actor.account).await?.map(|it| it.name),
    };
    let person = person.unwrap_or_default();
    let refusal = if own {
        MatterRefusal::OwnMatter { person }.into()
    } else {
        Refusal::KeptTheEntry { person }
    };
    Err(refusal.into())
}
