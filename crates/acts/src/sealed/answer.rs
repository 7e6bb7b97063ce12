//! Answer a request (第二人意见): yes or no, at the screen, by somebody in another role than whoever asked. The powers
//! see to the role; this sees to it that the person is another, brought nothing in, and has no tie.

use super::load::{Begun, begin};
use super::tie::{NO_ORGAN, must_have_no_tie};
use super::{OpeningChanged, keep};
use crate::ActError;
use crate::matter::{self, PaperForm};
use qz_domain::field;
use qz_domain::id::{AccountId, OpeningId};
use qz_domain::refusal::Refusal;
use qz_domain::sealed::{REASON_MOST, SourceRefusal, Step};
use qz_store::{Act, Write, hand};

/// What the second one says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is opened from now on.
    Approve,
    /// It is not.
    Deny,
}

/// Answers a request.
#[derive(Debug, Clone)]
pub struct AnswerOpening {
    /// Who answers.
    pub actor: AccountId,
    /// Which request.
    pub opening: OpeningId,
    /// The version they read.
    pub version: i64,
    /// What they say.
    pub verdict: Verdict,
    /// Why; a yes may go without.
    pub answer: String,
}

impl Act for AnswerOpening {
    type Receipt = OpeningChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<OpeningChanged, ActError> {
        let Self { actor, opening: id, version, verdict, answer } = self;
        let step = match verdict {
            Verdict::Approve => Step::Approve,
            Verdict::Deny => Step::Deny,
        };
        let begun = begin(write, (actor, id), (step, Some(version))).await?;
        let Begun { actor, loaded, transition } = begun;
        let mut opening = loaded.opening;
        if loaded.source.is_erased {
            return Err(Refusal::from(SourceRefusal::NothingSealed).into());
        }
        let doing = matter::alone(write, &actor, &PaperForm::default(), None).await?;
        let people = must_have_no_tie(write, &loaded.around, (&actor, &doing, NO_ORGAN)).await?;
        let hands = hand::of_finding(write.reads(), loaded.source.finding).await?;
        for one in &people {
            let who = (one.person, one.name.as_str());
            opening.must_be_second(who, &loaded.source, &hands).map_err(Refusal::from)?;
        }
        opening.second = doing.by.first().copied();
        if verdict == Verdict::Approve {
            opening.answer = field::optional_text("answer", &answer, REASON_MOST)?;
            opening.opened_at = Some(write.now());
        } else {
            opening.answer = field::text("answer", &answer, REASON_MOST)?;
        }
        keep(write, (opening, transition.to), (step, &doing, &actor)).await
    }
}
