//! Add a person with the post they hold (新增人员).

use super::{named_unit, whole_county};
use crate::wrong::Wrong;
use crate::{ActError, power};
use qz_domain::action::Action;
use qz_domain::appointment::{Appointment, AppointmentKind};
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::id::{AccountId, AppointmentId, PersonId};
use qz_domain::person::{Person, PersonKind};
use qz_domain::post::Post;
use qz_domain::spelled::Spelled;
use qz_domain::unit::Unit;
use qz_store::{Act, Deed, Subject, Write, person, unit};
use serde::{Deserialize, Serialize};

/// What a person writes of another; the same columns as an import file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PersonForm {
    /// 工号
    pub number: String,
    /// 姓名
    pub name: String,
    /// 类别
    pub kind: String,
    /// 单位代码
    pub unit: String,
    /// 岗位代码
    pub post: String,
    /// 起始日期
    pub since: String,
}

/// Adds a person, appointed to a post.
#[derive(Debug, Clone)]
pub struct AddPerson {
    /// Who adds them.
    pub actor: AccountId,
    /// What they wrote.
    pub form: PersonForm,
    /// Where it comes from, such as a file and row; may be empty.
    pub source: String,
}

/// The number the person got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonAdded {
    /// Number in the store.
    pub person: PersonId,
}

impl Act for AddPerson {
    type Receipt = PersonAdded;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<PersonAdded, ActError> {
        let Self { actor, form, source } = self;
        let action = Action::OrganisationImport;
        let actor = power::require(write, actor, action, &whole_county()).await?;
        let (person, appointment) = read(write, &form).await?;
        person::insert(write, &person).await?;
        person::insert_appointment(write, &appointment).await?;
        let deed = Deed {
            kind: action.code(),
            object: person.id.object(),
            by: actor.person,
            recorded_by: Some(actor.account),
            paper: None,
            remark: source,
        };
        write.record(deed).await?;
        Ok(PersonAdded { person: person.id })
    }
}

async fn read(write: &mut Write, form: &PersonForm) -> Result<(Person, Appointment), ActError> {
    let mut wrong = Wrong::default();
    let number = wrong.note(field::text("number", &form.number, 40));
    let name = wrong.note(field::text("name", &form.name, 40));
    let kind = wrong.note(field::word::<PersonKind>("kind", &form.kind));
    let unit = wrong.look(named_unit(write.reads(), "unit", &form.unit).await)?;
    let post = post_of(write, &mut wrong, &form.post, unit.as_ref()).await?;
    let since = wrong.note(field::day("since", &form.since));
    let is_taken = match &number {
        Some(number) => person::find_by_number(write.reads(), number).await?.is_some(),
        None => false,
    };
    let number = wrong.unless_taken("number", number, is_taken);
    let whole = (number, name, kind, unit, post, since);
    let (Some(number), Some(name), Some(kind), Some(unit), Some(post), Some(since)) = whole else {
        return Err(wrong.into());
    };
    let person = Person { id: PersonId(write.next_id()), number, name, kind };
    let appointment = Appointment {
        id: AppointmentId(write.next_id()),
        person: person.id,
        unit: unit.id,
        post: post.id,
        kind: AppointmentKind::Full,
        since,
        due: None,
        until: None,
    };
    Ok((person, appointment))
}

/// The post that was named, if it belongs to the unit. Of an unknown unit nobody can tell.
async fn post_of(
    write: &mut Write,
    wrong: &mut Wrong,
    given: &str,
    unit: Option<&Unit>,
) -> Result<Option<Post>, ActError> {
    let Some(code) = wrong.note(field::text("post", given, 40)) else { return Ok(None) };
    let found = unit::find_post(write.reads(), &code).await?;
    let fits = |post: &Post| unit.is_none_or(|unit| post.unit == unit.id);
    let unknown = || FieldError::new("post", Fault::Unknown(code.clone()));
    Ok(wrong.note(found.filter(fits).ok_or_else(unknown)))
}
