//! Open a review without being asked (依职权纠正): the organ itself found its decision wrong, or one above it told
//! it so. The same panel, the same guards, the same consequences.

use super::ReviewBegun;
use super::load::{Wanted, begin_on, blank};
use crate::ActError;
use crate::matter::{self, PaperForm, Setting, law};
use qz_domain::field;
use qz_domain::id::{AccountId, AccountabilityId};
use qz_domain::matter::Part;
use qz_domain::procedure;
use qz_domain::review::{Origin, Review, Stage, Step, TEXT_MOST, TRANSITIONS};
use qz_store::{Act, Subject, Write, hand, review};

/// Opens a review of a decision of one's own organ.
#[derive(Debug, Clone)]
pub struct OpenReview {
    /// Who opens it.
    pub actor: AccountId,
    /// Which decision.
    pub accountability: AccountabilityId,
    /// What is thought to be wrong; of an organ above, its number and day.
    pub grounds: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

impl Act for OpenReview {
    type Receipt = ReviewBegun;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<ReviewBegun, ActError> {
        let Self { actor, accountability, grounds, paper } = self;
        let Wanted { actor, around, hands, .. } =
            begin_on(write, actor, accountability, Step::Open).await?;
        let grounds = field::text("grounds", &grounds, TEXT_MOST)?;
        let doing = matter::alone(write, &actor, &paper, around.row.served_on).await?;
        let guards = procedure::find(TRANSITIONS, None, Step::Open)?.guards;
        let (organ, unit, subject) = (around.row.organ, &around.unit, around.row.person());
        let part = Part::ReviewTaken;
        let setting = Setting { part, guards, hands: &hands, organ, unit, subject };
        let taken = matter::screen(write, setting, &doing).await?;
        let decide = law::deadline(write, doing.day, "remedy_decide").await?;
        let row = Review {
            grounds,
            taken_on: Some(doing.day),
            decide_due: Some(decide),
            ..blank(write, &around.row, (Origin::OfOffice, Stage::Accepted), doing.day)
        };
        review::insert(write, &row).await?;
        hand::add_to_review(write, row.id, &taken).await?;
        write.record(doing.deed(Step::Open, row.id.object(), &actor)).await?;
        Ok(ReviewBegun { review: row.id })
    }
}
