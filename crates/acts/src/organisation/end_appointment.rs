//! End an appointment (免职): it has a last day from now on.

use super::appoint::Appointed;
use super::{moving, whole_county};
use crate::person::named_person;
use crate::wrong::Wrong;
use crate::{ActError, power};
use qz_domain::action::Action;
use qz_domain::appointment::Appointment;
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::id::AccountId;
use qz_domain::instant;
use qz_domain::spelled::Spelled;
use qz_store::{Act, Deed, Subject, Write, appointment, person, unit};

/// What a person writes of an end.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EndForm {
    /// 工号: whose appointment it is.
    pub person: String,
    /// 岗位代码
    pub post: String,
    /// 最后一天
    pub until: String,
    /// 文号
    pub paper_number: String,
    /// 文件日期
    pub paper_day: String,
}

/// Ends an appointment.
#[derive(Debug, Clone)]
pub struct EndAppointment {
    /// Who keys it.
    pub actor: AccountId,
    /// What they wrote.
    pub form: EndForm,
}

impl Act for EndAppointment {
    type Receipt = Appointed;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<Appointed, ActError> {
        let Self { actor, form } = self;
        let action = Action::AppointmentEnd;
        let actor = power::require(write, actor, action, &whole_county()).await?;
        let person = named_person(write.reads(), "person", &form.person).await?;
        let mut wrong = Wrong::default();
        let code = moving::first_word(
            &wrong.note(field::text("post", &form.post, 80)).unwrap_or_default(),
        );
        let until = wrong.note(last_day(write, &form.until));
        let paper = wrong.note(moving::paper(&form.paper_number, &form.paper_day));
        let post = unit::find_post(write.reads(), &code).await?;
        let held = person::appointments(write.reads(), person.id).await?;
        let is_meant = |one: &&Appointment| {
            one.until.is_none() && post.as_ref().is_some_and(|post| post.id == one.post)
        };
        let ended = held.iter().find(is_meant);
        if ended.is_none() && !code.is_empty() {
            wrong.note::<()>(Err(FieldError::new("post", Fault::Unknown(code))));
        }
        if ended.zip(until).is_some_and(|(ended, until)| until < ended.since) {
            wrong.note::<()>(Err(FieldError::new("until", Fault::EndsBeforeStart)));
        }
        wrong.none()?;
        let (Some(ended), Some(until), Some(post)) = (ended, until, post) else {
            return Err(ActError::NotFound);
        };
        moving::must_appoint(&actor, &post)?;
        appointment::end(write, ended.id, until).await?;
        let deed = Deed {
            kind: action.code(),
            object: person.id.object(),
            by: actor.person,
            recorded_by: Some(actor.account),
            paper: paper.flatten(),
            remark: String::new(),
        };
        write.record(deed).await?;
        Ok(Appointed { appointment: ended.id, person: person.id })
    }
}

/// The last day, which is not ahead: what has not ended yet has a day on which it is due.
fn last_day(write: &Write, given: &str) -> Result<jiff::civil::Date, FieldError> {
    let until = field::day("until", given)?;
    if until > instant::day(write.now()) {
        return Err(FieldError::new("until", Fault::InTheFuture));
    }
    Ok(until)
}
