//! Reviews (复核): a served decision looked at again, from the request to what is served of it.

mod ask;
pub mod caused;
mod decide;
mod hand_over;
mod intake;
mod load;
mod open;
pub mod public;
mod serve;
pub mod view;
mod withdraw;

pub use ask::{AskReview, RequestForm};
pub use decide::{DecideReview, ReviewForm};
pub use hand_over::HandOverReview;
pub use intake::{IntakeForm, TakeReview};
pub use open::OpenReview;
pub use serve::ServeReview;
pub use withdraw::WithdrawReview;

use crate::ActError;
use crate::matter::{self, Doing, Setting};
use load::Begun;
use qz_domain::id::ReviewId;
use qz_domain::matter::Part;
use qz_domain::number::DocumentNumber;
use qz_domain::review::{Stage, Step};
use qz_store::{Subject, Write, hand, review};
use serde::{Deserialize, Serialize};

/// The review that was begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewBegun {
    /// In the store.
    pub review: ReviewId,
}

/// What every step on an existing review gives back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewChanged {
    /// The version it made.
    pub version: i64,
    /// Where it stands now.
    pub stage: Stage,
    /// The number of what it decided, once there is one.
    pub number: Option<DocumentNumber>,
}

/// Passes a step's hands through its guards, then writes the review as it now stands.
async fn keep(
    write: &mut Write,
    begun: Begun,
    (step, part): (Step, Part),
    doing: Doing,
) -> Result<ReviewChanged, ActError> {
    let Begun { loaded, transition, hands, .. } = &begun;
    let (guards, organ, unit) = (transition.guards, loaded.row.organ, &loaded.around.unit);
    let subject = loaded.around.row.person();
    let setting = Setting { part, guards, hands, organ, unit, subject };
    let taken = matter::screen(write, setting, &doing).await?;
    hand::add_to_review(write, loaded.row.id, &taken).await?;
    write_step(write, begun, step, doing).await
}

/// Writes the review as a step leaves it.
async fn write_step(
    write: &mut Write,
    begun: Begun,
    step: Step,
    doing: Doing,
) -> Result<ReviewChanged, ActError> {
    let Begun { actor, loaded, transition, .. } = begun;
    let mut row = loaded.row;
    row.stage = transition.to;
    row.latest_on = doing.day;
    row.version += 1;
    review::update(write, &row).await?;
    write.record(doing.deed(step, row.id.object(), &actor)).await?;
    Ok(ReviewChanged { version: row.version, stage: row.stage, number: row.number })
}
