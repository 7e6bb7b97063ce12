//! Record when somebody began to work (登记参加工作时间): personnel does; leave by years of service is counted from it.

use crate::person::{concern_of, named_person};
use crate::wrong::Wrong;
use crate::{ActError, power};
use qz_domain::action::Action;
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::id::{AccountId, WorkStartId};
use qz_domain::instant;
use qz_domain::work_start::WorkStart;
use qz_store::{Act, Subject, Write, work_start};
use serde::{Deserialize, Serialize};

/// Records when somebody began to work, or corrects it.
#[derive(Debug, Clone)]
pub struct SetWorkStart {
    /// Who records it.
    pub actor: AccountId,
    /// Whose, by work number or name.
    pub person: String,
    /// Their first day at work.
    pub since: String,
}

/// Where it is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkStartKept {
    /// In the store.
    pub work_start: WorkStartId,
}

impl Act for SetWorkStart {
    type Receipt = WorkStartKept;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<WorkStartKept, ActError> {
        let Self { actor, person, since } = self;
        let mut wrong = Wrong::default();
        let named = wrong.look(named_person(write.reads(), "whose", &person).await)?;
        let since = wrong.note(field::day("work_since", &since));
        if since.is_some_and(|day| day > instant::day(write.now())) {
            wrong.note::<()>(Err(FieldError::new("work_since", Fault::InTheFuture)));
        }
        wrong.none()?;
        let (Some(named), Some(since)) = (named, since) else { return Err(wrong.into()) };
        let action = Action::WorkStartSet;
        let concern = concern_of(write.reads(), named.id).await?;
        let actor = power::require(write, actor, action, &concern).await?;
        let old = work_start::find(write.reads(), named.id).await?;
        let id = old.map_or_else(|| WorkStartId(write.next_id()), |old| old.id);
        let row = WorkStart { id, person: named.id, since };
        if old.is_some() {
            work_start::update(write, &row).await?;
        } else {
            work_start::insert(write, &row).await?;
        }
        write.record(actor.deed(action, id.object())).await?;
        Ok(WorkStartKept { work_start: id })
    }
}
