//! Schemes that units put into force (采用机制): drafted by one hand, put into force by another, ended; never edited once in
//! force.

mod approve;
mod draft;
mod drop;
mod edit;
mod end;
mod load;
pub mod public;
pub mod view;
mod written;

pub use approve::ApproveAdoption;
pub use draft::{AdoptionDrafted, DraftAdoption};
pub use drop::DropAdoption;
pub use edit::EditAdoption;
pub use end::EndAdoption;
pub(crate) use load::{concern, load};
pub use written::AdoptionForm;

use crate::ActError;
use crate::matter::{self, Doing, Setting};
use load::Begun;
use qz_domain::adoption::{Stage, Step};
use qz_domain::matter::Part;
use qz_store::{Subject, Write, adoption, hand};
use serde::{Deserialize, Serialize};

/// What every step on an existing adoption gives back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdoptionChanged {
    /// The version it made.
    pub version: i64,
    /// Where the adoption stands now.
    pub stage: Stage,
}

/// Passes a step's hands through its guards, then writes the adoption as it now stands. A part that somebody took before is
/// not noted twice.
async fn keep(
    write: &mut Write,
    begun: Begun,
    (step, part): (Step, Part),
    doing: Doing,
) -> Result<AdoptionChanged, ActError> {
    let Begun { actor, unit, adoption: mut changed, transition, hands } = begun;
    let guards = transition.guards;
    let setting =
        Setting { part, guards, hands: &hands, organ: unit.id, unit: &unit, subject: None };
    let new = matter::new_hands(write, setting, &doing).await?;
    hand::add_to_adoption(write, changed.id, &new).await?;
    changed.stage = transition.to;
    changed.latest_on = doing.day;
    changed.version += 1;
    adoption::update(write, &changed).await?;
    write.record(doing.deed(step, changed.id.object(), &actor)).await?;
    Ok(AdoptionChanged { version: changed.version, stage: changed.stage })
}
