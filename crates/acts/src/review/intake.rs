//! Take a request in, or not (受理、不予受理): whoever does neither found nor decided. What is not taken in says why,
//! and what way there is next.

use super::load::{Begun, begin};
use super::{ReviewChanged, keep};
use crate::ActError;
use crate::matter::{self, PaperForm, law};
use crate::message;
use qz_domain::field;
use qz_domain::id::{AccountId, ReviewId};
use qz_domain::matter::Part;
use qz_domain::review::{Step, TEXT_MOST};
use qz_store::{Act, Write};

/// What is said to a request.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IntakeForm {
    /// To the subject: when it is not taken in, why.
    pub answer: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

/// Takes a request in, or says why not.
#[derive(Debug, Clone)]
pub struct TakeReview {
    /// Who does.
    pub actor: AccountId,
    /// Which review.
    pub review: ReviewId,
    /// The version they read.
    pub version: i64,
    /// Whether it is taken in.
    pub is_taken: bool,
    /// What is said.
    pub form: IntakeForm,
}

impl Act for TakeReview {
    type Receipt = ReviewChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<ReviewChanged, ActError> {
        let Self { actor, review, version, is_taken, form } = self;
        let step = if is_taken { Step::Accept } else { Step::Refuse };
        let mut begun = begin(write, actor, review, (step, version)).await?;
        let Begun { actor, loaded, .. } = &mut begun;
        let row = &mut loaded.row;
        row.answer = if is_taken {
            field::optional_text("review_answer", &form.answer, TEXT_MOST)?
        } else {
            field::text("review_answer", &form.answer, TEXT_MOST)?
        };
        let doing = matter::alone(write, actor, &form.paper, Some(row.latest_on)).await?;
        row.taken_on = Some(doing.day);
        let term = if is_taken { "remedy_decide" } else { "appeal_ask" };
        let deadline = law::deadline(write, doing.day, term).await?;
        if is_taken {
            row.decide_due = Some(deadline);
        } else {
            row.next_due = Some(deadline);
        }
        message::review_taken(write, row, &loaded.around.row, deadline).await?;
        keep(write, begun, (step, Part::ReviewTaken), doing).await
    }
}
