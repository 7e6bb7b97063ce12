//! Changes of the county's own law (期限调整): proposed by the supervision office, confirmed or refused
//! by a county leader who did not propose it.

mod load;
mod propose;
pub mod public;
mod rule;
pub mod view;
mod withdraw;

pub use propose::{LawChangeProposed, ProposalForm, ProposeLawChange};
pub use rule::{ConfirmLawChange, RefuseLawChange};
pub use withdraw::WithdrawLawChange;

use crate::ActError;
use crate::matter::Doing;
use load::Begun;
use qz_domain::law::change::{Stage, Step};
use qz_domain::matter::{self, Hand, Part};
use qz_domain::refusal::Guard;
use qz_store::{Subject, Write, hand, law_change, person};
use serde::{Deserialize, Serialize};

/// What every step on an existing change gives back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LawChangeChanged {
    /// The version it made.
    pub version: i64,
    /// Where the change stands now.
    pub stage: Stage,
}

/// Passes a step's hands through its guards, then writes the change as it now stands.
async fn keep(
    write: &mut Write,
    begun: Begun,
    (step, part): (Step, Part),
    doing: Doing,
) -> Result<LawChangeChanged, ActError> {
    let Begun { actor, mut change, transition, hands } = begun;
    let apart = transition.guards.contains(&Guard::Separation);
    let new = hands_of(write, part, &doing, if apart { &hands } else { &[] }).await?;
    hand::add_to_law_change(write, change.id, &new).await?;
    change.stage = transition.to;
    change.latest_on = doing.day;
    change.version += 1;
    law_change::update(write, &change).await?;
    write.record(doing.deed(step, change.id.object(), &actor)).await?;
    Ok(LawChangeChanged { version: change.version, stage: change.stage })
}

/// The hands of a step, each kept apart from the earlier ones.
async fn hands_of(
    write: &mut Write,
    part: Part,
    doing: &Doing,
    earlier: &[Hand],
) -> Result<Vec<Hand>, ActError> {
    let mut hands = vec![];
    for hand in doing.hands(part) {
        let found = person::find(write.reads(), hand.person).await?.ok_or(ActError::NotFound)?;
        matter::separate((hand.person, &found.name), part, earlier)?;
        hands.push(hand);
    }
    Ok(hands)
}
