//! Say which rule binds a unit or one person (指定考勤规则), and until when. It binds from a day to come: what days came to
//! that are over stays as it was. Nobody is exempt by rank: an exemption has its reason, and the reason is published.

use super::book;
use super::spoken::refused;
use crate::organisation::{named_unit, whole_county};
use crate::person::named_person;
use crate::wrong::Wrong;
use crate::{ActError, power};
use jiff::civil::Date;
use qz_domain::action::Action;
use qz_domain::attendance::AttendanceRefusal;
use qz_domain::attendance::assignment::{Assignment, LINE_MOST};
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::id::{AccountId, AssignmentId};
use qz_domain::instant;
use qz_domain::person::Person;
use qz_domain::unit::Unit;
use qz_mechanism::attendance::RuleBook;
use qz_store::{Act, Subject, Write, attendance, unit};
use serde::{Deserialize, Serialize};

/// What a person writes of whom a rule binds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AssignForm {
    /// 单位代码; may be empty where it is one person.
    pub unit: String,
    /// 工号或姓名; empty for the whole unit.
    pub person: String,
    /// 规则
    pub code: String,
    /// 起始日期
    pub since: String,
    /// 最后一天; empty while it lasts.
    pub until: String,
    /// 理由; needed where somebody is exempt.
    pub reason: String,
    /// 文号
    pub document: String,
}

/// Says which rule binds whom.
#[derive(Debug, Clone)]
pub struct AssignRule {
    /// Who says so.
    pub actor: AccountId,
    /// What they wrote.
    pub form: AssignForm,
}

/// Which assignment it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleAssigned {
    /// In the store.
    pub assignment: AssignmentId,
}

impl Act for AssignRule {
    type Receipt = RuleAssigned;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<RuleAssigned, ActError> {
        let Self { actor, form } = self;
        let action = Action::RuleAssign;
        let actor = power::require(write, actor, action, &whole_county()).await?;
        let book = book::known(write.reads()).await?;
        let today = instant::day(write.now());
        let new = read(write, &form, &book).await?;
        must_be_to_come(new.since, today)?;
        let others = attendance::all_assignments(write.reads()).await?;
        if let Some(other) = others.iter().find(|other| other.meets(&new)) {
            let (code, since) = (other.code.clone(), other.since);
            return Err(refused(AttendanceRefusal::Bound { code, since }));
        }
        attendance::insert_assignment(write, &new).await?;
        write.record(actor.deed(action, new.id.object())).await?;
        Ok(RuleAssigned { assignment: new.id })
    }
}

async fn read(
    write: &mut Write,
    form: &AssignForm,
    book: &RuleBook,
) -> Result<Assignment, ActError> {
    let mut wrong = Wrong::default();
    let (person, unit) = whom(write, form, &mut wrong).await?;
    let code = wrong.note(field::text("rule_code", &form.code, LINE_MOST));
    let (since, until) = span(form, &mut wrong);
    let is_exempt =
        book.rules().iter().any(|rule| Some(&rule.code) == code.as_ref() && rule.is_exempt);
    let reason = wrong.note(if is_exempt {
        field::text("reason", &form.reason, LINE_MOST)
    } else {
        field::optional_text("reason", &form.reason, LINE_MOST)
    });
    let document = wrong.note(field::optional_text("document", &form.document, LINE_MOST));
    wrong.none()?;
    let whole = (unit, code, since, reason, document);
    let (Some(unit), Some(code), Some(since), Some(reason), Some(document)) = whole else {
        return Err(wrong.into());
    };
    let is_known = |rule: &qz_mechanism::attendance::Rule| rule.code == code && rule.from <= since;
    if !book.rules().iter().any(is_known) {
        return Err(refused(AttendanceRefusal::NoSuchRule { code }));
    }
    Ok(Assignment {
        id: AssignmentId(write.next_id()),
        unit: unit.id,
        person: person.map(|person| person.id),
        code,
        since,
        until,
        reason,
        document,
    })
}

/// Whom it binds: the person, where it is one, and the unit; the person's own where none is named.
async fn whom(
    write: &mut Write,
    form: &AssignForm,
    wrong: &mut Wrong,
) -> Result<(Option<Person>, Option<Unit>), ActError> {
    let person = match form.person.trim() {
        "" => None,
        given => wrong.look(named_person(write.reads(), "bound_person", given).await)?,
    };
    let unit = match (&person, form.unit.trim()) {
        (Some(person), "") => {
            let day = instant::day(write.now());
            let own = unit::of_person(write.reads(), person.id, day).await?;
            wrong.note(own.ok_or(FieldError::new("bound_unit", Fault::Missing)))
        }
        (_, given) => wrong.look(named_unit(write.reads(), "bound_unit", given).await)?,
    };
    Ok((person, unit))
}

/// From which day to which it binds; without a last day while it lasts, or where that is wrong.
fn span(form: &AssignForm, wrong: &mut Wrong) -> (Option<Date>, Option<Date>) {
    let since = wrong.note(field::day("since", &form.since));
    let until = match form.until.trim() {
        "" => None,
        given => wrong.note(field::day("until", given)),
    };
    if since.zip(until).is_some_and(|(since, until)| until < since) {
        wrong.note::<()>(Err(FieldError::new("until", Fault::EndsBeforeStart)));
    }
    (since, until)
}

/// Refuses what would change days that have begun.
fn must_be_to_come(since: Date, today: Date) -> Result<(), ActError> {
    let least = today.tomorrow().unwrap_or(today);
    if since >= least {
        return Ok(());
    }
    Err(refused(AttendanceRefusal::NotToCome { since, least }))
}

/// Says until when a rule binds whom it binds.
#[derive(Debug, Clone)]
pub struct ReleaseRule {
    /// Who says so.
    pub actor: AccountId,
    /// Which assignment.
    pub assignment: AssignmentId,
    /// The last day.
    pub until: String,
}

impl Act for ReleaseRule {
    type Receipt = RuleAssigned;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<RuleAssigned, ActError> {
        let Self { actor, assignment: id, until } = self;
        let action = Action::RuleRelease;
        let actor = power::require(write, actor, action, &whole_county()).await?;
        let all = attendance::all_assignments(write.reads()).await?;
        let old = all.iter().find(|one| one.id == id).ok_or(ActError::NotFound)?;
        let until = field::day("until", &until)?;
        if until < old.since {
            return Err(FieldError::new("until", Fault::EndsBeforeStart).into());
        }
        let today = instant::day(write.now());
        if until < today {
            let (since, least) = (until.tomorrow().unwrap_or(until), today);
            return Err(refused(AttendanceRefusal::NotToCome { since, least }));
        }
        let new = Assignment { until: Some(until), ..old.clone() };
        if let Some(other) = all.iter().find(|other| other.id != id && other.meets(&new)) {
            let (code, since) = (other.code.clone(), other.since);
            return Err(refused(AttendanceRefusal::Bound { code, since }));
        }
        attendance::set_until(write, id, until).await?;
        write.record(actor.deed(action, id.object())).await?;
        Ok(RuleAssigned { assignment: id })
    }
}
