//! Plan a visit (计划走访): content, object, days and team before anybody goes (督查条例 15).

use super::load::{Loaded, deed};
use super::team;
use super::{beside, cap, drawn};
use crate::organisation::named_unit;
use crate::{ActError, power};
use qz_domain::action::Action;
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::id::{AccountId, DrawId, VisitId};
use qz_domain::instant;
use qz_domain::power::Concern;
use qz_domain::visit::{self, Manner, REMARK_MOST, Stage, Step, TeamMember, Visit, VisitNumber};
use qz_store::{Act, Write};
use serde::{Deserialize, Serialize};

/// What a person writes of a plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlanForm {
    /// The inspecting organ.
    pub organ: String,
    /// The unit to visit.
    pub unit: String,
    /// 明察, 暗访, 书面 or 电话.
    pub manner: String,
    /// First day.
    pub from: String,
    /// Last day; empty means the first.
    pub until: String,
    /// Why.
    pub purpose: String,
    /// The draw that the unit was drawn in; `None` when it was chosen.
    pub draw: Option<DrawId>,
    /// The team, by work number or name.
    pub team: Vec<String>,
    /// Why one visit more than the law of the day has; empty while there is room.
    pub over_reason: String,
    /// The leader who approves that, by work number or name.
    pub approver: String,
    /// The visits of the same weeks that whoever plans was told of; `None` where nobody is to be told.
    pub told: Option<Vec<VisitId>>,
}

/// Plans a visit.
#[derive(Debug, Clone)]
pub struct PlanVisit {
    /// Who plans it.
    pub actor: AccountId,
    /// What they wrote.
    pub form: PlanForm,
}

/// The visit's numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitPlanned {
    /// In the store.
    pub visit: VisitId,
    /// On paper.
    pub number: VisitNumber,
}

impl Act for PlanVisit {
    type Receipt = VisitPlanned;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<VisitPlanned, ActError> {
        let Self { actor, form } = self;
        let organ = named_unit(write.reads(), "organ", &form.organ).await?;
        let concern = Concern::of_unit(organ.id, organ.line);
        let actor = power::require(write, actor, Action::VisitPlan, &concern).await?;
        let unit = named_unit(write.reads(), "unit", &form.unit).await?;
        drawn::must_be_open(write, form.draw, (&organ, &unit)).await?;
        let team = team::named(write, &form.team).await?;
        let visit = draft(write, &form, (organ.id, unit.id), team).await?;
        let transition = visit::step(None, Step::Plan)?;
        let day = visit.planned_from;
        let loaded = Loaded { visit, organ, unit };
        team::screen(write, transition, &loaded, (actor.person, day)).await?;
        beside::must_be_told(write, &loaded, &actor, form.told.as_deref()).await?;
        let over = cap::pass(write, &loaded, &actor, (&form.over_reason, &form.approver)).await?;
        let visit = loaded.visit;
        qz_store::visit::insert(write, &visit).await?;
        if let Some(over) = &over {
            qz_store::visit::cap::insert_over_cap(write, visit.id, over).await?;
        }
        write.record(deed(Step::Plan, visit.id, &actor, String::new())).await?;
        Ok(VisitPlanned { visit: visit.id, number: visit.number })
    }
}

async fn draft(
    write: &mut Write,
    form: &PlanForm,
    (organ, unit): (qz_domain::id::UnitId, qz_domain::id::UnitId),
    team: Vec<qz_domain::id::PersonId>,
) -> Result<Visit, ActError> {
    let manner = field::word::<Manner>("manner", &form.manner)?;
    let from = field::day("from", &form.from)?;
    let until = if form.until.trim().is_empty() { from } else { field::day("until", &form.until)? };
    let purpose = field::text("purpose", &form.purpose, REMARK_MOST)?;
    if until < from {
        return Err(FieldError::new("until", Fault::EndsBeforeStart).into());
    }
    let year = instant::day(write.now()).year();
    let serial = qz_store::visit::last_serial(write.reads(), year).await? + 1;
    let number = VisitNumber::new(year, serial).ok_or(ActError::NotFound)?;
    Ok(Visit {
        id: VisitId(write.next_id()),
        number,
        organ,
        unit,
        manner,
        planned_from: from,
        planned_until: until,
        purpose,
        draw: form.draw,
        stage: Stage::Planned,
        visited_at: None,
        observed: String::new(),
        outcome: None,
        told: String::new(),
        version: 1,
        filed_at: None,
        team: team.into_iter().map(|person| TeamMember { person, signed_at: None }).collect(),
    })
}
