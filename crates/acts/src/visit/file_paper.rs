//! File a visit from its paper twin (录入纸面走访): both signatures stand on the sheet.
//!
//! The one act behind the single form, the grid of thirty sheets and the import of a file.

use super::load::{Loaded, deed};
use super::{report, team};
use crate::actor::Actor;
use crate::organisation::named_unit;
use crate::{ActError, message, power};
use jiff::civil::Date;
use qz_domain::action::Action;
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::id::{AccountId, PersonId, UnitId, VisitId};
use qz_domain::instant;
use qz_domain::paper::Paper;
use qz_domain::power::Concern;
use qz_domain::spelled::Spelled;
use qz_domain::unit::Unit;
use qz_domain::visit::{
    self, Position, REMARK_MOST, Report, Stage, Step, TeamMember, Visit, VisitNumber,
};
use qz_store::visit::Reply;
use qz_store::{Act, Write};
use serde::{Deserialize, Serialize};

/// What stands on a sheet; the same columns as an import file. Eight fields make a sheet; the
/// organ follows from the first inspector and the reply may come later.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PaperVisitForm {
    /// 表号; empty takes the next number.
    pub number: String,
    /// 督查单位; empty means the first inspector's unit.
    pub organ: String,
    /// 被访单位
    pub unit: String,
    /// 方式
    pub manner: String,
    /// 走访时间
    pub visited_at: String,
    /// 检查人, in the order they signed.
    pub team: Vec<String>,
    /// 看到的情况
    pub observed: String,
    /// 结果
    pub outcome: String,
    /// 告知
    pub told: String,
    /// 单位回应; may be empty.
    pub reply: String,
    /// SHA-256 of the scan or of the imported file; may be empty.
    pub hash: String,
}

/// Files a visit from paper.
#[derive(Debug, Clone)]
pub struct FilePaperVisit {
    /// Who keys it.
    pub actor: AccountId,
    /// What stands on the sheet.
    pub form: PaperVisitForm,
}

/// The visit's numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperVisitFiled {
    /// In the store.
    pub visit: VisitId,
    /// On paper.
    pub number: VisitNumber,
}

impl Act for FilePaperVisit {
    type Receipt = PaperVisitFiled;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<PaperVisitFiled, ActError> {
        let Self { actor, form } = self;
        let actor = power::actor(write.reads(), actor).await?;
        let actor = actor.ok_or(ActError::Forbidden(Action::VisitFilePaper))?;
        let report = read(&form, write)?;
        let team = team::named(write, &form.team).await?;
        let planned = planned(write, &form.number).await?;
        let transition = visit::step(planned.as_ref().map(|visit| visit.stage), Step::FilePaper)?;
        let loaded = compose(write, &form, planned, report, team).await?;
        permit(&actor, &loaded)?;
        let day = instant::day(loaded.visit.visited_at.unwrap_or(write.now()));
        team::screen(write, transition, &loaded, (actor.person, day)).await?;
        keep(write, &form, &actor, &loaded.visit).await
    }
}

fn read(form: &PaperVisitForm, write: &Write) -> Result<Report, ActError> {
    let report = report::ReportForm {
        visited_at: form.visited_at.clone(),
        manner: form.manner.clone(),
        observed: form.observed.clone(),
        outcome: form.outcome.clone(),
        told: form.told.clone(),
    };
    report::read(&report, write.now())
}

/// The visit that was planned under the sheet's number.
async fn planned(write: &mut Write, given: &str) -> Result<Option<Visit>, ActError> {
    if given.trim().is_empty() {
        return Ok(None);
    }
    let number = read_number(given)?;
    match qz_store::visit::find_by_number(write.reads(), number).await? {
        Some(visit) if visit.stage == Stage::Filed => {
            Err(FieldError::new("number", Fault::Taken(number.to_string())).into())
        }
        found => Ok(found),
    }
}

fn read_number(given: &str) -> Result<VisitNumber, FieldError> {
    given.parse().map_err(|_| FieldError::new("number", Fault::BadForm("2015-0311")))
}

/// The visit as the sheet tells it; of a planned one, organ, unit and purpose stay.
async fn compose(
    write: &mut Write,
    form: &PaperVisitForm,
    planned: Option<Visit>,
    report: Report,
    team: Vec<PersonId>,
) -> Result<Loaded, ActError> {
    let unit = named_unit(write.reads(), "unit", &form.unit).await?;
    let day = instant::day(report.visited_at);
    let organ = organ(write, form, planned.as_ref(), (&team, day)).await?;
    if planned.as_ref().is_some_and(|visit| visit.unit != unit.id) {
        let taken = Fault::Taken(form.number.trim().to_owned());
        return Err(FieldError::new("number", taken).into());
    }
    let mut visit = match planned {
        Some(visit) => Visit { version: visit.version + 1, ..visit },
        None => blank(write, form, (organ.id, unit.id), &report).await?,
    };
    report::take(&mut visit, report);
    let now = write.now();
    let signed = |person| TeamMember { person, signed_at: Some(now) };
    visit.team = team.into_iter().map(signed).collect();
    visit.stage = Stage::Filed;
    visit.filed_at = Some(now);
    Ok(Loaded { visit, organ, unit })
}

/// The inspecting organ: the planned one, the one on the sheet, or the first inspector's.
async fn organ(
    write: &mut Write,
    form: &PaperVisitForm,
    planned: Option<&Visit>,
    (team, day): (&[PersonId], Date),
) -> Result<Unit, ActError> {
    if planned.is_none() && !form.organ.trim().is_empty() {
        return named_unit(write.reads(), "organ", &form.organ).await;
    }
    let missing = || FieldError::new("organ", Fault::Missing);
    let found = match (planned, team.first()) {
        (Some(visit), _) => qz_store::unit::find(write.reads(), visit.organ).await?,
        (None, Some(first)) => qz_store::unit::of_person(write.reads(), *first, day).await?,
        (None, None) => None,
    };
    Ok(found.ok_or_else(missing)?)
}

async fn blank(
    write: &mut Write,
    form: &PaperVisitForm,
    (organ, unit): (UnitId, UnitId),
    report: &Report,
) -> Result<Visit, ActError> {
    let day = instant::day(report.visited_at);
    let number = if form.number.trim().is_empty() {
        let last = qz_store::visit::last_serial(write.reads(), day.year()).await?;
        VisitNumber::new(day.year(), last + 1).ok_or(ActError::NotFound)?
    } else {
        read_number(&form.number)?
    };
    Ok(Visit {
        id: VisitId(write.next_id()),
        number,
        organ,
        unit,
        manner: report.manner,
        planned_from: day,
        planned_until: day,
        draw: None,
        purpose: String::new(),
        stage: Stage::Filed,
        visited_at: None,
        observed: String::new(),
        outcome: None,
        told: String::new(),
        version: 1,
        filed_at: None,
        team: vec![],
    })
}

fn permit(actor: &Actor, loaded: &Loaded) -> Result<(), ActError> {
    let Loaded { organ, unit, .. } = loaded;
    let units = vec![(organ.id, organ.line), (unit.id, unit.line)];
    let concern = Concern { stage: "", people: vec![], units };
    let action = Action::VisitFilePaper;
    if power::may(actor, action, &concern) { Ok(()) } else { Err(ActError::Forbidden(action)) }
}

/// Writes the visit, its team and the reply on the sheet, and records the act as done on paper.
async fn keep(
    write: &mut Write,
    form: &PaperVisitForm,
    actor: &Actor,
    visit: &Visit,
) -> Result<PaperVisitFiled, ActError> {
    let reply = field::optional_text("reply", &form.reply, REMARK_MOST)?;
    if visit.version == 1 {
        qz_store::visit::insert(write, visit).await?;
    } else {
        qz_store::visit::update_with_team(write, visit).await?;
    }
    if reply.is_empty() {
        message::reply_asked(write, visit).await?;
    } else {
        let position = Position::read(&reply);
        let replied_at = visit.visited_at.unwrap_or(write.now());
        let reply = Reply { person: None, position, body: reply, plan: None, replied_at };
        qz_store::visit::insert_reply(write, visit.id, &reply).await?;
    }
    let day = instant::day(visit.visited_at.unwrap_or(write.now()));
    let paper = Paper { number: visit.number.to_string(), day, hash: form.hash.clone() };
    let first = visit.team.first().map(|member| member.person);
    let deed = deed(Step::FilePaper, visit.id, actor, String::new());
    write.record(qz_store::Deed { by: first, paper: Some(paper), ..deed }).await?;
    Ok(PaperVisitFiled { visit: visit.id, number: visit.number })
}
