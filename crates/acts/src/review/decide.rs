//! Decide a review (复核议定): a new panel of three, of whom nobody had a part in the matter, upholds the decision,
//! makes it lighter, cancels it, or sends it back to be decided anew. By the law of the day of the decision.

use super::load::{Begun, Loaded, begin};
use super::{ReviewChanged, keep};
use crate::ActError;
use crate::matter::{self, PaperForm, law};
use qz_domain::field;
use qz_domain::id::{AccountId, ReviewId};
use qz_domain::matter::Part;
use qz_domain::number::DocumentNumber;
use qz_domain::refusal::Refusal;
use qz_domain::review::{Outcome, ReviewRefusal, Step, TEXT_MOST, must_fit};
use qz_store::{Act, Write, review};

/// What the panel decides.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReviewForm {
    /// The panel, by work number or name; the first one chairs and signs.
    pub panel: Vec<String>,
    /// Code of the outcome.
    pub outcome: String,
    /// Code of the lighter measure; empty unless the decision is varied.
    pub measure: String,
    /// Why, and what is answered to the grounds.
    pub because: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

/// Decides a review.
#[derive(Debug, Clone)]
pub struct DecideReview {
    /// One of the panel, or who keys its minutes.
    pub actor: AccountId,
    /// Which review.
    pub review: ReviewId,
    /// The version they read.
    pub version: i64,
    /// What they decide.
    pub form: ReviewForm,
}

impl Act for DecideReview {
    type Receipt = ReviewChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<ReviewChanged, ActError> {
        let Self { actor, review: id, version, form } = self;
        let mut begun = begin(write, actor, id, (Step::Decide, version)).await?;
        let Begun { actor, loaded, .. } = &mut begun;
        let row = &mut loaded.row;
        let outcome = field::word::<Outcome>("review_outcome", &form.outcome)?;
        form.measure.trim().clone_into(&mut row.measure);
        must_fit(outcome, &row.measure).map_err(Refusal::from)?;
        row.because = field::text("because", &form.because, TEXT_MOST)?;
        row.outcome = Some(outcome);
        let named = ("panel", form.panel.as_slice());
        let earlier = Some(row.latest_on);
        let doing = matter::together(write, actor, &form.paper, earlier, named).await?;
        if outcome == Outcome::Varied {
            must_be_lighter(write, loaded).await?;
        }
        let (row, year) = (&mut loaded.row, doing.day.year());
        let last = review::last_serial(write.reads(), row.organ, year).await?;
        row.number = DocumentNumber::new(year, last + 1);
        row.decided_on = Some(doing.day);
        keep(write, begun, (Step::Decide, Part::ReviewDecided), doing).await
    }
}

/// A varied measure was in the authority then of the organ that has the review, or of the one in whose stead it does, and weighs less than the one that stands.
async fn must_be_lighter(write: &mut Write, loaded: &Loaded) -> Result<(), ActError> {
    let Loaded { row, organ, around } = loaded;
    let decision = &around.row;
    let day = decision.decided_on.ok_or(ActError::NotFound)?;
    let competent = law::competent(write, (organ, row.instead_of)).await?;
    law::authority(day, &row.measure, (&competent, &around.unit), decision.subject)?;
    let stands = &around.measure_now;
    law::no_heavier(day, &row.measure, stands)?;
    if law::weighs_the_same(day, &row.measure, stands)? {
        return Err(Refusal::from(ReviewRefusal::SameMeasure).into());
    }
    if law::lasts(day, &row.measure)? {
        return Err(Refusal::from(ReviewRefusal::LengthToState).into());
    }
    Ok(())
}
