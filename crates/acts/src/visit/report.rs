//! Write up a visit and sign first (填报走访).

use super::load::{Begun, begin, deed};
use super::{VisitChanged, team};
use crate::ActError;
use jiff::Timestamp;
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::id::{AccountId, PersonId, VisitId};
use qz_domain::instant;
use qz_domain::refusal::Refusal;
use qz_domain::visit::{Manner, OBSERVED_MOST, Outcome, Report, Step, TOLD_MOST, Visit};
use qz_store::{Act, Write};

/// What an inspector writes of a visit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReportForm {
    /// When, such as 2015-03-05 09:20.
    pub visited_at: String,
    /// 明察, 暗访, 书面 or 电话.
    pub manner: String,
    /// What was seen.
    pub observed: String,
    /// 无问题 or 有情况.
    pub outcome: String,
    /// Who of the unit was told.
    pub told: String,
}

/// Writes up a planned visit; the writer signs first.
#[derive(Debug, Clone)]
pub struct ReportVisit {
    /// Who writes: an inspector of the team.
    pub actor: AccountId,
    /// Which visit.
    pub visit: VisitId,
    /// The version they read.
    pub version: i64,
    /// What they wrote.
    pub form: ReportForm,
}

impl Act for ReportVisit {
    type Receipt = VisitChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<VisitChanged, ActError> {
        let begun = begin(write, self.actor, self.visit, Step::Report, self.version).await?;
        let Begun { actor, mut loaded, transition } = begun;
        let report = read(&self.form, write.now())?;
        let (day, now) = (instant::day(report.visited_at), write.now());
        take(&mut loaded.visit, report);
        team::screen(write, transition, &loaded, (actor.person, day)).await?;
        sign(&mut loaded.visit, actor.person, now)?;
        loaded.visit.stage = transition.to;
        loaded.visit.version += 1;
        let visit = loaded.visit;
        qz_store::visit::update_with_team(write, &visit).await?;
        write.record(deed(Step::Report, visit.id, &actor, String::new())).await?;
        Ok(VisitChanged { version: visit.version, stage: visit.stage })
    }
}

/// Reads a report; every faulty field is named at once.
pub(super) fn read(form: &ReportForm, now: Timestamp) -> Result<Report, ActError> {
    let visited_at = field::moment("visited_at", &form.visited_at);
    let manner = field::word::<Manner>("manner", &form.manner);
    let observed = field::text("observed", &form.observed, OBSERVED_MOST);
    let outcome = field::word::<Outcome>("outcome", &form.outcome);
    let told = field::optional_text("told", &form.told, TOLD_MOST);
    let told = told.and_then(|told| {
        let later = manner == Ok(Manner::Covert);
        let missing = told.is_empty() && !later;
        if missing { Err(FieldError::new("told", Fault::Missing)) } else { Ok(told) }
    });
    match (visited_at, manner, observed, outcome, told) {
        (Ok(visited_at), Ok(manner), Ok(observed), Ok(outcome), Ok(told)) => {
            if visited_at > now {
                return Err(Refusal::VisitInTheFuture.into());
            }
            Ok(Report { visited_at, manner, observed, outcome, told })
        }
        (visited_at, manner, observed, outcome, told) => {
            let faults =
                [visited_at.err(), manner.err(), observed.err(), outcome.err(), told.err()];
            Err(ActError::Invalid(faults.into_iter().flatten().collect()))
        }
    }
}

/// Puts a report into a visit.
pub(super) fn take(visit: &mut Visit, report: Report) {
    let Report { visited_at, manner, observed, outcome, told } = report;
    visit.visited_at = Some(visited_at);
    visit.manner = manner;
    visit.observed = observed;
    visit.outcome = Some(outcome);
    visit.told = told;
}

/// A member of the team signs, once.
pub(super) fn sign(
    visit: &mut Visit,
    person: Option<PersonId>,
    at: Timestamp,
) -> Result<(), Refusal> {
    let nobody = || Refusal::NotOnTeam { person: String::new() };
    let person = person.ok_or_else(nobody)?;
    let member = visit.team.iter_mut().find(|member| member.person == person);
    member.ok_or_else(nobody)?.signed_at = Some(at);
    Ok(())
}
