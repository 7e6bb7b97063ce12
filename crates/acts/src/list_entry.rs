//! Entries of the red and the black list (红黑榜), from the nomination to the answer of an objection, each step
//! one act. That an entry is listed and that it comes down is nobody's act: the day makes it.

mod answer;
mod facts;
mod load;
mod nominate;
mod notice;
mod object;
mod propose;
pub mod public;
mod remove;
mod state;
mod verify;
pub mod view;

pub(crate) use facts::facts;

pub use answer::{AnswerForm, AnswerListObjection};
pub use load::ListLine;
pub use nominate::{NominateForList, NominationForm};
pub use notice::{NoticeForm, NotifyList};
pub use object::{ObjectToList, ObjectionForm};
pub use propose::{ProposalForm, ProposeForList};
pub use remove::RemoveFromList;
pub use state::StateOnList;
pub use verify::{VerificationForm, VerifyForList};

use crate::actor::Actor;
use crate::matter::{self, Doing, Setting};
use crate::{ActError, power};
use load::Begun;
use qz_domain::id::ListEntryId;
use qz_domain::list_entry::{ListEntry, Stage, Step};
use qz_domain::matter::{Hand, Part};
use qz_domain::procedure::Stepped;
use qz_domain::refusal::Guard;
use qz_store::{Subject, Write, hand, list_entry};
use serde::{Deserialize, Serialize};

/// The new entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListEntryMade {
    /// Its number in the store.
    pub entry: ListEntryId,
}

/// What every step on an entry gives back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListEntryChanged {
    /// The version it made.
    pub version: i64,
    /// Where the entry stands now.
    pub stage: Stage,
}

/// Adds an entry with the hands that made it.
async fn add(
    write: &mut Write,
    (step, actor): (Step, &Actor),
    new: &ListEntry,
    (doing, hands): (Doing, Vec<Hand>),
) -> Result<ListEntryMade, ActError> {
    list_entry::insert(write, new).await?;
    hand::add_to_list_entry(write, new.id, &hands).await?;
    write.record(doing.deed(step, new.id.object(), actor)).await?;
    Ok(ListEntryMade { entry: new.id })
}

/// Passes a step's hands through its guards, then writes the entry as it now stands. What whoever it is about
/// says of it is no hand in it.
async fn keep(
    write: &mut Write,
    begun: Begun,
    (step, part): (Step, Option<Part>),
    doing: Doing,
) -> Result<ListEntryChanged, ActError> {
    if let Some(part) = part {
        let hands = screened(write, &begun, part, &doing).await?;
        if !hands.is_empty() {
            hand::add_to_list_entry(write, begun.line.entry.id, &hands).await?;
        }
    }
    let Begun { actor, line, transition, .. } = begun;
    let mut entry = line.entry;
    entry.stage = transition.to;
    entry.latest_on = doing.day;
    entry.version += 1;
    list_entry::update(write, &entry).await?;
    write.record(doing.deed(step, entry.id.object(), &actor)).await?;
    Ok(ListEntryChanged { version: entry.version, stage: entry.stage })
}

/// Nobody of the unit takes part, not even where it keeps the lists itself.
async fn screened(
    write: &mut Write,
    Begun { actor, line, transition, hands }: &Begun,
    part: Part,
    doing: &Doing,
) -> Result<Vec<Hand>, ActError> {
    if !transition.guards.contains(&Guard::Separation) {
        return Ok(matter::unknown(doing.hands(part), hands));
    }
    let organ = power::seat(actor, transition.step.action())?;
    if transition.guards.contains(&Guard::ThirdPerson) && organ == line.unit.id {
        // Elsewhere recusal keeps everybody of the unit out already.
        matter::must_be_outside(write, &line.unit, doing).await?;
    }
    let (unit, subject) = (&line.unit, line.entry.person);
    let setting = Setting { part, guards: transition.guards, hands, organ, unit, subject };
    matter::new_hands(write, setting, doing).await
}
