//! Hand a review over before it is decided (转办复核): to the organ above, or to another in one's stead, where an organ
//! has no three people left who had no part in the matter.

use super::load::{Begun, begin};
use super::{ReviewChanged, write_step};
use crate::ActError;
use crate::matter::{self, HandOverForm, Setting};
use crate::message;
use qz_domain::id::{AccountId, ReviewId};
use qz_domain::matter::Part;
use qz_domain::review::Step;
use qz_store::{Act, Write, hand};

/// Hands a review over.
#[derive(Debug, Clone)]
pub struct HandOverReview {
    /// Who hands it over.
    pub actor: AccountId,
    /// Which review.
    pub review: ReviewId,
    /// The version they read.
    pub version: i64,
    /// To whom, and why.
    pub form: HandOverForm,
}

impl Act for HandOverReview {
    type Receipt = ReviewChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<ReviewChanged, ActError> {
        let Self { actor, review, version, form } = self;
        let mut begun = begin(write, actor, review, (Step::HandOver, version)).await?;
        let Begun { actor, loaded, transition, hands } = &mut begun;
        let (row, around) = (&mut loaded.row, &loaded.around);
        let doing = matter::alone(write, actor, &form.paper, Some(row.latest_on)).await?;
        let from = (&loaded.organ, row.instead_of);
        let handed = matter::handed(write, &form, from, (around.row.unit, doing.day)).await?;
        let (guards, organ, unit) = (transition.guards, row.organ, &around.unit);
        let (part, subject) = (Part::HandedOver, around.row.person());
        let setting = Setting { part, guards, hands, organ, unit, subject };
        let new = matter::new_hands(write, setting, &doing).await?;
        hand::add_to_review(write, row.id, &new).await?;
        (row.organ, row.instead_of) = (handed.to, handed.instead_of);
        row.handed_because = handed.because;
        message::review_handed_over(write, row, &around.row).await?;
        write_step(write, begun, Step::HandOver, doing).await
    }
}
