//! Take a request back (撤回申请): by whoever may ask, as long as it is not decided.

use super::load::{Begun, begin};
use super::{ReviewChanged, write_step};
use crate::ActError;
use crate::matter::{self, PaperForm};
use qz_domain::id::{AccountId, ReviewId};
use qz_domain::refusal::Refusal;
use qz_domain::review::{Origin, ReviewRefusal, Step};
use qz_store::{Act, Write};

/// Takes a request back.
#[derive(Debug, Clone)]
pub struct WithdrawReview {
    /// The subject, or the head of the unit.
    pub actor: AccountId,
    /// Which review.
    pub review: ReviewId,
    /// The version they read.
    pub version: i64,
}

impl Act for WithdrawReview {
    type Receipt = ReviewChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<ReviewChanged, ActError> {
        let Self { actor, review, version } = self;
        let begun = begin(write, actor, review, (Step::Withdraw, version)).await?;
        let Begun { actor, loaded, .. } = &begun;
        if loaded.row.origin == Origin::OfOffice {
            return Err(Refusal::from(ReviewRefusal::OfOffice).into());
        }
        let earlier = Some(loaded.row.latest_on);
        let doing = matter::alone(write, actor, &PaperForm::default(), earlier).await?;
        write_step(write, begun, Step::Withdraw, doing).await
    }
}
