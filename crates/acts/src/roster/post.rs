//! Set up a duty post (设置值班岗位), or close it (撤销值班岗位). What it asks stays for good: what days came to under it does
//! not change.

use super::hours;
use super::load::{concern, refused};
use crate::attendance::rules;
use crate::organisation::named_unit;
use crate::wrong::Wrong;
use crate::{ActError, power};
use qz_domain::action::Action;
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::id::{AccountId, DutyPostId};
use qz_domain::instant;
use qz_domain::refusal::Refusal;
use qz_domain::roster::{DutyKind, DutyPost, LINE_MOST, NEEDED_MOST, POSTS_MOST, RosterRefusal};
use qz_store::roster::post;
use qz_store::{Act, Subject, Write, unit};
use serde::{Deserialize, Serialize};

/// What somebody writes of a post.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DutyPostForm {
    /// 单位代码
    pub unit: String,
    /// 岗位名称
    pub name: String,
    /// 值班或备勤
    pub kind: String,
    /// 考勤规则; may be empty of a stand-by.
    pub rule: String,
    /// 每天几人
    pub needed: String,
}

/// Adds a post.
#[derive(Debug, Clone)]
pub struct AddDutyPost {
    /// Who does.
    pub actor: AccountId,
    /// What they wrote.
    pub form: DutyPostForm,
}

/// Closes a post.
#[derive(Debug, Clone)]
pub struct CloseDutyPost {
    /// Who does.
    pub actor: AccountId,
    /// Which.
    pub post: DutyPostId,
    /// The last day it is filled on.
    pub last: String,
}

/// Which post it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DutyPostKept {
    /// In the store.
    pub post: DutyPostId,
}

impl Act for AddDutyPost {
    type Receipt = DutyPostKept;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<DutyPostKept, ActError> {
        let Self { actor, form } = self;
        let unit = named_unit(write.reads(), "roster_unit", &form.unit).await?;
        let action = Action::DutyPostAdd;
        let actor = power::require(write, actor, action, &concern(&unit)).await?;
        let book = rules(write.reads()).await?;
        let mut others = post::of_unit(write.reads(), unit.id).await?;
        let today = instant::day(write.now());
        others.retain(|one| one.is_open(today));
        let new = read(&form, &others)?;
        if !new.rule.is_empty() && !hours::is_for_duty(&book, &new.rule) {
            return Err(refused(RosterRefusal::NoDutyRule { code: new.rule }));
        }
        if others.len() >= POSTS_MOST {
            return Err(refused(RosterRefusal::TooManyPosts { most: POSTS_MOST }));
        }
        let new = DutyPost { id: DutyPostId(write.next_id()), unit: unit.id, ..new };
        post::insert(write, &new).await?;
        write.record(actor.deed(action, new.id.object())).await?;
        Ok(DutyPostKept { post: new.id })
    }
}

/// A post as the form has it, of no unit yet.
fn read(form: &DutyPostForm, others: &[DutyPost]) -> Result<DutyPost, ActError> {
    let mut wrong = Wrong::default();
    let name = wrong.note(field::text("duty_post", &form.name, LINE_MOST));
    let is_taken = others.iter().any(|one| Some(&one.name) == name.as_ref());
    let name = wrong.unless_taken("duty_post", name, is_taken);
    let kind = wrong.note(field::word::<DutyKind>("duty_kind", &form.kind));
    let rule = wrong.note(match kind {
        Some(DutyKind::OnSite) => field::text("rule_code", &form.rule, LINE_MOST),
        _ => field::optional_text("rule_code", &form.rule, LINE_MOST),
    });
    let needed = wrong.note(field::number("needed", &form.needed, 1, NEEDED_MOST));
    wrong.none()?;
    let (Some(name), Some(kind), Some(rule), Some(needed)) = (name, kind, rule, needed) else {
        return Err(wrong.into());
    };
    let (id, unit) = (DutyPostId(0), qz_domain::id::UnitId(0));
    Ok(DutyPost { id, unit, name, kind, rule, needed, closed_on: None })
}

impl Act for CloseDutyPost {
    type Receipt = DutyPostKept;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<DutyPostKept, ActError> {
        let Self { actor, post: id, last } = self;
        let old = post::find(write.reads(), id).await?.ok_or(ActError::NotFound)?;
        let unit = unit::find(write.reads(), old.unit).await?.ok_or(ActError::NotFound)?;
        let action = Action::DutyPostClose;
        let actor = power::require(write, actor, action, &concern(&unit)).await?;
        if old.closed_on.is_some() {
            return Err(Refusal::NothingChanged.into());
        }
        let last = field::day("last_day", &last)?;
        let today = instant::day(write.now());
        if last < today {
            let until = today.saturating_add(jiff::ToSpan::years(1));
            let fault = Fault::OutsideDays { from: today, until };
            return Err(FieldError::new("last_day", fault).into());
        }
        post::close(write, id, last).await?;
        write.record(actor.deed(action, id.object())).await?;
        Ok(DutyPostKept { post: id })
    }
}
