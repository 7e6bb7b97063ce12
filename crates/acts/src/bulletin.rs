//! Bulletins (通报): from the draft to the notice board, each step one act.

mod advance;
mod correct;
mod draft;
mod edit;
mod expiry;
mod load;
pub mod preview;
pub mod public;
mod publish;
mod review;
mod sign;
pub mod view;
mod written;

pub use advance::AdvanceBulletin;
pub use correct::CorrectBulletin;
pub use draft::{BulletinDrafted, BulletinForm, DraftBulletin, ItemForm, PromiseForm};
pub use edit::EditBulletin;
pub(crate) use expiry::capped;
pub(crate) use load::{concern, load};
pub use publish::PublishBulletin;
pub use review::{AssessmentForm, ReviewBulletin};
pub use sign::SignBulletin;

use crate::ActError;
use crate::matter::{self, Doing, Setting};
use load::Begun;
use qz_domain::accountability::Accountability;
use qz_domain::bulletin::{Bulletin, Kind, Stage, Step};
use qz_domain::matter::{MatterRefusal, Part};
use qz_domain::number::DocumentNumber;
use qz_domain::refusal::Refusal;
use qz_store::{Subject, Write, accountability, hand, person};
use serde::{Deserialize, Serialize};

/// What every step on an existing bulletin gives back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct BulletinChanged {
    /// The version it made.
    pub version: i64,
    /// Where the bulletin stands now.
    pub stage: Stage,
    /// Its number, once signed.
    pub number: Option<DocumentNumber>,
}

/// Passes a step's hands through its guards, then writes the bulletin as it now stands.
async fn keep(
    write: &mut Write,
    begun: Begun,
    (step, part): (Step, Part),
    doing: Doing,
) -> Result<BulletinChanged, ActError> {
    let begun = taken(write, begun, part, &doing).await?;
    qz_store::bulletin::update(write, &begun.bulletin).await?;
    recorded(write, &begun, step, &doing).await
}

/// Passes a step's hands through its guards and notes them; gives the bulletin as the step leaves it.
async fn taken(
    write: &mut Write,
    mut begun: Begun,
    part: Part,
    doing: &Doing,
) -> Result<Begun, ActError> {
    let Begun { organ, bulletin, transition, hands, .. } = &mut begun;
    let guards = transition.guards;
    let setting = Setting { part, guards, hands, organ: organ.id, unit: organ, subject: None };
    if part != Part::Corrected {
        nobody_named(write, bulletin, doing).await?;
    }
    let new = matter::new_hands(write, setting, doing).await?;
    hand::add_to_bulletin(write, bulletin.id, &new).await?;
    bulletin.stage = transition.to;
    bulletin.latest_on = doing.day;
    bulletin.version += 1;
    Ok(begun)
}

/// Nobody has a hand in an ordinary bulletin that tells of a decision on themselves.
async fn nobody_named(
    write: &mut Write,
    bulletin: &Bulletin,
    doing: &Doing,
) -> Result<(), ActError> {
    if bulletin.kind == Kind::SelfRequested {
        return Ok(());
    }
    let told = accountability::of_bulletin(write.reads(), bulletin.id).await?;
    let named = told.iter().filter_map(Accountability::person).find(|one| doing.by.contains(one));
    let Some(named) = named else { return Ok(()) };
    let found = person::find(write.reads(), named).await?.ok_or(ActError::NotFound)?;
    Err(Refusal::from(MatterRefusal::OwnMatter { person: found.name }).into())
}

/// Records the step, and tells what it made.
async fn recorded(
    write: &mut Write,
    Begun { actor, bulletin, .. }: &Begun,
    step: Step,
    doing: &Doing,
) -> Result<BulletinChanged, ActError> {
    write.record(doing.deed(step, bulletin.id.object(), actor)).await?;
    let (version, stage, number) = (bulletin.version, bulletin.stage, bulletin.number);
    Ok(BulletinChanged { version, stage, number })
}
