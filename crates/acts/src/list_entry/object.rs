//! Object to an entry (提出异议): by whoever it is about, in notice and while it is listed; to an entry of the red
//! list by anybody of the county. An objection of the notice stays the listing until it is answered.

use super::load::{Begun, begin};
use super::{ListEntryChanged, keep};
use crate::ActError;
use crate::matter::{self, Doing, Heard, PaperForm, law};
use qz_domain::field;
use qz_domain::id::{AccountId, ListEntryId, ListObjectionId};
use qz_domain::list_entry::{Board, ListObjection, ListRefusal, Step, TEXT_MOST};
use qz_domain::matter::Part;
use qz_domain::refusal::Refusal;
use qz_store::{Act, Write, account, list_entry};

/// What is objected.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ObjectionForm {
    /// Why.
    pub reason: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

/// Objects to an entry.
#[derive(Debug, Clone)]
pub struct ObjectToList {
    /// Who objects, or takes down what somebody brought on paper.
    pub actor: AccountId,
    /// To which entry.
    pub entry: ListEntryId,
    /// The version they read.
    pub version: i64,
    /// What is objected.
    pub form: ObjectionForm,
}

impl Act for ObjectToList {
    type Receipt = ListEntryChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<ListEntryChanged, ActError> {
        let Self { actor, entry: id, version, form } = self;
        let mut begun = begin(write, actor, id, (Step::Object, version)).await?;
        let reason = field::text("reason", &form.reason, TEXT_MOST)?;
        let doing = doing(write, &begun, &form.paper).await?;
        if !begun.line.is_shown_on(doing.day) {
            return Err(Refusal::from(ListRefusal::NotShown).into());
        }
        let objection = ListObjection {
            id: ListObjectionId(write.next_id()),
            raised_on: doing.day,
            reason,
            due: law::deadline(write, doing.day, "list_objection").await?,
            outcome: None,
            answer: String::new(),
            answered_on: None,
        };
        list_entry::add_objection(write, id, &objection).await?;
        begun.line.entry.objected_on = Some(doing.day);
        keep(write, begun, (Step::Object, Some(Part::Objected)), doing).await
    }
}

/// On the red list whoever objects; on the black list whoever it is about, at the screen or on their paper.
async fn doing(write: &mut Write, begun: &Begun, paper: &PaperForm) -> Result<Doing, ActError> {
    let Begun { actor, line, hands, .. } = begun;
    let (entry, unit) = (&line.entry, &line.unit);
    let is_own = match actor.person {
        Some(person) if entry.person == Some(person) => true,
        Some(person) => account::speaks_for(write.reads(), person, unit.id).await?,
        None => false,
    };
    if is_own || entry.board == Board::Red {
        return matter::alone(write, actor, paper, Some(entry.latest_on)).await;
    }
    let noticed_on = entry.latest_on;
    let heard = Heard { unit, subject: entry.person, hands, noticed_on };
    matter::said_by(write, actor, paper, heard).await
}
