//! The visited unit's reply (单位回应): its own words beside the inspectors'.

use super::VisitChanged;
use super::load::{Begun, begin, deed};
use crate::ActError;
use qz_domain::field;
use qz_domain::id::{AccountId, VisitId};
use qz_domain::refusal::Refusal;
use qz_domain::visit::{Position, REMARK_MOST, Step};
use qz_store::visit::Reply;
use qz_store::{Act, Write};

/// What a unit writes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReplyForm {
    /// 无异议 or 有异议.
    pub position: String,
    /// Its words; may be empty when it agrees.
    pub body: String,
}

/// Replies to a filed visit for the visited unit, once.
#[derive(Debug, Clone)]
pub struct ReplyVisit {
    /// Who replies: liaison or head of the visited unit.
    pub actor: AccountId,
    /// Which visit.
    pub visit: VisitId,
    /// The version they read.
    pub version: i64,
    /// What they wrote.
    pub form: ReplyForm,
}

impl Act for ReplyVisit {
    type Receipt = VisitChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<VisitChanged, ActError> {
        let begun = begin(write, self.actor, self.visit, Step::Reply, self.version).await?;
        let Begun { actor, loaded, transition } = begun;
        let mut visit = loaded.visit;
        if qz_store::visit::reply(write.reads(), visit.id).await?.is_some() {
            return Err(Refusal::RepliedAlready.into());
        }
        let position = field::word::<Position>("position", &self.form.position)?;
        let body = match position {
            Position::Agrees => field::optional_text("body", &self.form.body, REMARK_MOST)?,
            Position::Disputes => field::text("body", &self.form.body, REMARK_MOST)?,
        };
        let (person, replied_at) = (actor.person, write.now());
        let reply = Reply { person, position: Some(position), body, replied_at };
        qz_store::visit::insert_reply(write, visit.id, &reply).await?;
        visit.version += 1;
        visit.stage = transition.to;
        qz_store::visit::update(write, &visit).await?;
        write.record(deed(Step::Reply, visit.id, &actor, String::new())).await?;
        Ok(VisitChanged { version: visit.version, stage: visit.stage })
    }
}
