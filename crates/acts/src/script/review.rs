//! The steps of reviews in a script: one is named by the subject of its decision.

use super::{ScriptedSubject, subject, unknown};
use crate::ActError;
use crate::matter::PaperForm;
use crate::review::{
    AskReview, DecideReview, IntakeForm, RequestForm, ReviewForm, ServeReview, TakeReview,
};
use qz_domain::id::AccountId;
use qz_domain::review::Review;
use qz_store::{Act, Write, review};

/// What somebody did about a review.
#[derive(Debug, Clone)]
pub enum ScriptedReview {
    /// Asked for one, for themselves.
    Ask(RequestForm),
    /// Took it in.
    Take(IntakeForm),
    /// Decided it.
    Decide(ReviewForm),
    /// Served what was decided.
    Serve,
}

/// Does it.
pub(super) async fn play(
    write: &mut Write,
    actor: AccountId,
    (who, step): (&ScriptedSubject, ScriptedReview),
) -> Result<(), ActError> {
    let accountability = subject(write, who).await?.id;
    if let ScriptedReview::Ask(form) = step {
        let act = AskReview { actor, accountability, is_recorded: false, form };
        return act.perform(write).await.map(drop);
    }
    let all = review::of_accountability(write.reads(), accountability).await?;
    let latest = all.last().ok_or_else(|| unknown(&who.who))?;
    let Review { id: review, version, .. } = *latest;
    let done = match step {
        ScriptedReview::Ask(_) => return Err(unknown(&who.who)),
        ScriptedReview::Take(form) => {
            let is_taken = true;
            TakeReview { actor, review, version, is_taken, form }.perform(write).await
        }
        ScriptedReview::Decide(form) => {
            DecideReview { actor, review, version, form }.perform(write).await
        }
        ScriptedReview::Serve => {
            let paper = PaperForm::default();
            ServeReview { actor, review, version, paper }.perform(write).await
        }
    };
    done.map(drop)
}
