//! Serve what a review decided (送达复核决定): from this day it counts. The review is all that is written; every page,
//! figure, record and file reads from it how the decision stands, so that one act changes all of them.

use super::load::{Begun, begin};
use super::{ReviewChanged, keep};
use crate::ActError;
use crate::matter::{self, PaperForm, law};
use crate::message;
use qz_domain::id::{AccountId, ReviewId};
use qz_domain::matter::Part;
use qz_domain::review::Step;
use qz_store::{Act, Write};

/// Serves what a review decided.
#[derive(Debug, Clone)]
pub struct ServeReview {
    /// Who hands it over.
    pub actor: AccountId,
    /// Which review.
    pub review: ReviewId,
    /// The version they read.
    pub version: i64,
    /// The receipt, when it was signed on paper.
    pub paper: PaperForm,
}

impl Act for ServeReview {
    type Receipt = ReviewChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<ReviewChanged, ActError> {
        let Self { actor, review, version, paper } = self;
        let mut begun = begin(write, actor, review, (Step::Serve, version)).await?;
        let Begun { actor, loaded, hands, .. } = &mut begun;
        let doing = matter::alone(write, actor, &paper, Some(loaded.row.latest_on)).await?;
        loaded.row.served_on = Some(doing.day);
        loaded.row.next_due = Some(law::deadline(write, doing.day, "appeal_ask").await?);
        let about = (&loaded.row, &loaded.around.row);
        message::review_served(write, about, hands).await?;
        keep(write, begun, (Step::Serve, Part::ReviewServed), doing).await
    }
}
