//! Ask for a review (申请复核): at the screen by the subject, or by the head of the unit; or keyed from its paper
//! by the organ that decided. From this day on the subject is named in public no more.

use super::load::{Wanted, begin_on};
use super::{ReviewBegun, load};
use crate::ActError;
use crate::matter::{self, Doing, Heard, PaperForm, law};
use crate::message;
use jiff::civil::Date;
use qz_domain::field;
use qz_domain::id::{AccountId, AccountabilityId};
use qz_domain::refusal::Refusal;
use qz_domain::review::{Origin, Review, ReviewRefusal, Stage, Step, TEXT_MOST};
use qz_domain::term::{Deadline, Due};
use qz_store::{Act, Subject, Write, review};

/// What is asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RequestForm {
    /// Why the decision is thought to be wrong.
    pub grounds: String,
    /// Why it comes after the term; empty in time.
    pub late_reason: String,
    /// The paper, when it was asked for on one; `by` is who asked, as for a statement.
    pub paper: PaperForm,
}

/// Asks for a review of a decision.
#[derive(Debug, Clone)]
pub struct AskReview {
    /// The subject or the head of the unit, or who keys the paper.
    pub actor: AccountId,
    /// Which decision.
    pub accountability: AccountabilityId,
    /// Whether it is keyed from its paper.
    pub is_recorded: bool,
    /// What is asked.
    pub form: RequestForm,
}

impl Act for AskReview {
    type Receipt = ReviewBegun;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<ReviewBegun, ActError> {
        let Self { actor, accountability, is_recorded, form } = self;
        let step = if is_recorded { Step::Record } else { Step::Ask };
        let wanted = begin_on(write, actor, accountability, step).await?;
        if wanted.earlier.iter().any(|one| one.origin == Origin::Asked) {
            return Err(Refusal::from(ReviewRefusal::AskedBefore).into());
        }
        let grounds = field::text("grounds", &form.grounds, TEXT_MOST)?;
        let late_reason = field::optional_text("late_reason", &form.late_reason, TEXT_MOST)?;
        let doing = asked(write, &wanted, &form.paper, is_recorded).await?;
        must_be_in_time(wanted.around.row.remedy_due, doing.day, &late_reason)?;
        let accept = law::deadline(write, doing.day, "review_accept").await?;
        let row = Review {
            grounds,
            late_reason,
            accept_due: Some(accept),
            ..load::blank(write, &wanted.around.row, (Origin::Asked, Stage::Lodged), doing.day)
        };
        review::insert(write, &row).await?;
        message::review_asked(write, &row).await?;
        write.record(doing.deed(step, row.id.object(), &wanted.actor)).await?;
        Ok(ReviewBegun { review: row.id })
    }
}

/// Who asked, and on which day.
async fn asked(
    write: &mut Write,
    wanted: &Wanted,
    paper: &PaperForm,
    is_recorded: bool,
) -> Result<Doing, ActError> {
    let Wanted { actor, around, hands, .. } = wanted;
    let served_on = around.row.served_on.unwrap_or(around.row.noticed_on);
    if !is_recorded {
        return matter::alone(write, actor, &PaperForm::default(), Some(served_on)).await;
    }
    let subject = around.row.person();
    let heard = Heard { unit: &around.unit, subject, hands, noticed_on: served_on };
    matter::said_by(write, actor, paper, heard).await
}

/// After its term only with a cause, which whoever takes it in weighs. A term that waits for a year's calendar
/// is not over.
fn must_be_in_time(due: Option<Deadline>, day: Date, late_reason: &str) -> Result<(), Refusal> {
    match due.map(|deadline| deadline.due) {
        Some(Due::Fixed(due)) if day > due && late_reason.is_empty() => {
            Err(ReviewRefusal::Late { due }.into())
        }
        _ => Ok(()),
    }
}
