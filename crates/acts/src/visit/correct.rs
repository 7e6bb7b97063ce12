//! Correct a filed visit (更正走访): a new act that points back; what stood there stays readable.

use super::load::{Begun, begin, deed};
use super::report::{ReportForm, read, take};
use super::{VisitChanged, team};
use crate::ActError;
use qz_domain::field;
use qz_domain::id::{AccountId, ActId, VisitId};
use qz_domain::instant;
use qz_domain::refusal::Refusal;
use qz_domain::spelled::Spelled;
use qz_domain::visit::{REMARK_MOST, Step, Visit};
use qz_store::visit::CorrectedField;
use qz_store::{Act, Write};

/// What a correction writes: the report as it should read, and why.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CorrectionForm {
    /// The report as it should read.
    pub report: ReportForm,
    /// Why.
    pub reason: String,
}

/// Corrects a filed visit.
#[derive(Debug, Clone)]
pub struct CorrectVisit {
    /// Who corrects it.
    pub actor: AccountId,
    /// Which visit.
    pub visit: VisitId,
    /// The version they read.
    pub version: i64,
    /// What they wrote.
    pub form: CorrectionForm,
}

impl Act for CorrectVisit {
    type Receipt = VisitChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<VisitChanged, ActError> {
        let begun = begin(write, self.actor, self.visit, Step::Correct, self.version).await?;
        let Begun { actor, mut loaded, transition } = begun;
        let reason = field::text("reason", &self.form.reason, REMARK_MOST)?;
        let was = loaded.visit.clone();
        take(&mut loaded.visit, read(&self.form.report, write.now())?);
        loaded.visit.version += 1;
        let corrects = qz_store::visit::last_act(write, was.id).await?.unwrap_or(ActId(0));
        let changed = changes(&was, &loaded.visit, &reason, corrects);
        if changed.is_empty() {
            return Err(Refusal::NothingChanged.into());
        }
        let day = instant::day(loaded.visit.visited_at.unwrap_or(write.now()));
        team::screen(write, transition, &loaded, (actor.person, day)).await?;
        let visit = loaded.visit;
        qz_store::visit::update(write, &visit).await?;
        qz_store::visit::insert_corrections(write, visit.id, &changed).await?;
        write.record(deed(Step::Correct, visit.id, &actor, reason)).await?;
        Ok(VisitChanged { version: visit.version, stage: visit.stage })
    }
}

/// The fields that differ, as they were and as they became.
fn changes(was: &Visit, now: &Visit, reason: &str, corrects: ActId) -> Vec<CorrectedField> {
    let time = |visit: &Visit| visit.visited_at.map(instant::rfc3339).unwrap_or_default();
    let outcome = |visit: &Visit| visit.outcome.map_or("", Spelled::code).to_owned();
    let manner = |visit: &Visit| visit.manner.code().to_owned();
    let fields = [
        ("visited_at", time(was), time(now)),
        ("manner", manner(was), manner(now)),
        ("observed", was.observed.clone(), now.observed.clone()),
        ("outcome", outcome(was), outcome(now)),
        ("told", was.told.clone(), now.told.clone()),
    ];
    let changed = fields.into_iter().filter(|(_, was, became)| was != became);
    changed
        .map(|(field, was, became)| CorrectedField {
            version: now.version,
            field: field.to_owned(),
            was,
            became,
            reason: reason.to_owned(),
            corrects,
        })
        .collect()
}
