//! The visited unit's reply (单位回应): its own words beside the inspectors'.

use super::VisitChanged;
use super::load::{Begun, begin, deed};
use crate::ActError;
use jiff::ToSpan;
use jiff::civil::Date;
use qz_domain::campaign::within;
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::id::{AccountId, VisitId};
use qz_domain::instant;
use qz_domain::refusal::Refusal;
use qz_domain::visit::{PLAN_DAYS_MOST, PLAN_MOST, Position, REMARK_MOST, ReplyPlan, Step};
use qz_store::visit::Reply;
use qz_store::{Act, Write};

/// What a unit writes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReplyForm {
    /// 无异议 or 有异议.
    pub position: String,
    /// Its words; may be empty when it agrees.
    pub body: String,
    /// How it means to put right what was seen, and who does it; may be empty.
    pub plan: String,
    /// By when; a day when there is a plan.
    pub plan_by: String,
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
        let plan = planned(&self.form, instant::day(replied_at))?;
        let reply = Reply { person, position: Some(position), body, plan, replied_at };
        qz_store::visit::insert_reply(write, visit.id, &reply).await?;
        visit.version += 1;
        visit.stage = transition.to;
        qz_store::visit::update(write, &visit).await?;
        write.record(deed(Step::Reply, visit.id, &actor, String::new())).await?;
        Ok(VisitChanged { version: visit.version, stage: visit.stage })
    }
}

/// How and by when: both, or neither.
fn planned(form: &ReplyForm, today: Date) -> Result<Option<ReplyPlan>, ActError> {
    let how = field::optional_text("plan", &form.plan, PLAN_MOST)?;
    if how.is_empty() && form.plan_by.trim().is_empty() {
        return Ok(None);
    }
    if how.is_empty() {
        return Err(FieldError::new("plan", Fault::Missing).into());
    }
    let last = today.saturating_add(PLAN_DAYS_MOST.days());
    let by = within("plan_by", (today, last), field::day("plan_by", &form.plan_by)?)?;
    Ok(Some(ReplyPlan { how, by }))
}
