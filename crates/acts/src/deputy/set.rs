//! Name who stands in for a post (指定AB岗).

use super::concern_of;
use crate::organisation::first_word;
use crate::person::named_person;
use crate::wrong::Wrong;
use crate::{ActError, power};
use jiff::civil::Date;
use qz_domain::action::Action;
use qz_domain::deputy::{Deputy, Naming, must_fit};
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::id::{AccountId, DeputyId};
use qz_domain::post::Post;
use qz_domain::refusal::Refusal;
use qz_domain::spelled::Spelled;
use qz_store::{Act, Deed, Subject, Write, deputy, unit};
use serde::{Deserialize, Serialize};

/// What a person writes of a deputy; the same columns as an import file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DeputyForm {
    /// 岗位代码: for which post.
    pub post: String,
    /// B岗工号: who stands in.
    pub deputy: String,
    /// 起始日期
    pub since: String,
    /// 最后一天; empty while it lasts.
    pub until: String,
}

/// Names a deputy.
#[derive(Debug, Clone)]
pub struct SetDeputy {
    /// Who names them.
    pub actor: AccountId,
    /// What they wrote.
    pub form: DeputyForm,
    /// Where it comes from, such as a file and row; may be empty.
    pub source: String,
}

/// The number the row got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeputySet {
    /// Number in the store.
    pub deputy: DeputyId,
}

impl Act for SetDeputy {
    type Receipt = DeputySet;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<DeputySet, ActError> {
        let Self { actor, form, source } = self;
        let post = named_post(write, &form.post).await?;
        let concern = concern_of(write.reads(), &post).await?;
        let action = Action::DeputySet;
        let actor = power::require(write, actor, action, &concern).await?;
        let (new, name) = read(write, &form, &post).await?;
        screen(write, (&new, &name), &post).await?;
        deputy::insert(write, &new).await?;
        let deed = Deed {
            kind: action.code(),
            object: new.id.object(),
            by: actor.person,
            recorded_by: Some(actor.account),
            paper: None,
            remark: source,
        };
        write.record(deed).await?;
        Ok(DeputySet { deputy: new.id })
    }
}

async fn named_post(write: &mut Write, given: &str) -> Result<Post, ActError> {
    let code = first_word(&field::text("post", given, 80)?);
    let found = unit::find_post(write.reads(), &code).await?;
    found.ok_or_else(|| FieldError::new("post", Fault::Unknown(code)).into())
}

/// The row that is wanted, with the name of its person.
async fn read(
    write: &mut Write,
    form: &DeputyForm,
    post: &Post,
) -> Result<(Deputy, String), ActError> {
    let mut wrong = Wrong::default();
    let person = wrong.look(named_person(write.reads(), "deputy", &form.deputy).await)?;
    let since = wrong.note(field::day("since", &form.since));
    let until = wrong.note(last_day(&form.until, since));
    let (Some(person), Some(since), Some(until)) = (person, since, until) else {
        return Err(wrong.into());
    };
    let id = DeputyId(write.next_id());
    Ok((Deputy { id, post: post.id, person: person.id, since, until }, person.name))
}

fn last_day(given: &str, since: Option<Date>) -> Result<Option<Date>, FieldError> {
    if given.trim().is_empty() {
        return Ok(None);
    }
    let until = field::day("until", given)?;
    match since {
        Some(since) if until < since => Err(FieldError::new("until", Fault::EndsBeforeStart)),
        _ => Ok(Some(until)),
    }
}

/// Asks every rule of deputies.
async fn screen(
    write: &mut Write,
    (new, name): (&Deputy, &str),
    post: &Post,
) -> Result<(), ActError> {
    let above = unit::find(write.reads(), post.unit).await?.and_then(|unit| unit.parent);
    let seats = deputy::seats(write.reads(), new.person, new.since).await?;
    let others = deputy::of_post(write.reads(), post.id).await?;
    let (seats, others) = (seats.as_slice(), others.as_slice());
    must_fit(Naming { name, new, post, above, seats, others }).map_err(Refusal::from)?;
    Ok(())
}
