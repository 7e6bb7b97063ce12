//! Record an outage (登记设备故障), or take the record back (撤销登记).

use crate::organisation::named_unit;
use crate::wrong::Wrong;
use crate::{ActError, power};
use qz_domain::action::Action;
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::id::{AccountId, OutageId, TerminalId};
use qz_domain::outage::{Outage, REASON_MOST};
use qz_domain::power::Concern;
use qz_domain::refusal::Refusal;
use qz_domain::terminal::Serial;
use qz_domain::unit::Unit;
use qz_store::{Act, Subject, Write, outage, terminal, unit};
use serde::{Deserialize, Serialize};

/// What personnel writes of an outage.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OutageForm {
    /// Whose people could not punch: the code of the unit.
    pub unit: String,
    /// The number on the box of the terminal; empty for all of the unit.
    pub terminal: String,
    /// From when.
    pub from: String,
    /// Until when.
    pub to: String,
    /// Why.
    pub reason: String,
}

/// Records an outage.
#[derive(Debug, Clone)]
pub struct RecordOutage {
    /// Who records it.
    pub actor: AccountId,
    /// What they write.
    pub form: OutageForm,
}

/// Takes the record of an outage back.
#[derive(Debug, Clone)]
pub struct TakeBackOutage {
    /// Who takes it back.
    pub actor: AccountId,
    /// Which.
    pub outage: OutageId,
    /// Why.
    pub reason: String,
}

/// Which outage it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutageRecorded {
    /// In the store.
    pub outage: OutageId,
}

impl Act for RecordOutage {
    type Receipt = OutageRecorded;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<OutageRecorded, ActError> {
        let Self { actor, form } = self;
        let mut wrong = Wrong::default();
        let unit = wrong.look(named_unit(write.reads(), "outage_unit", &form.unit).await)?;
        let terminal = wrong.look(named_terminal(write, &form.terminal).await)?;
        let span = wrong.note(span(&form, write));
        let reason = wrong.note(field::text("because", &form.reason, REASON_MOST));
        wrong.none()?;
        let (Some(unit), Some(terminal), Some((from, to)), Some(reason)) =
            (unit, terminal, span, reason)
        else {
            return Err(wrong.into());
        };
        let action = Action::OutageRecord;
        let actor = power::require(write, actor, action, &concern(&unit)).await?;
        let id = OutageId(write.next_id());
        let (unit, taken_back) = (unit.id, String::new());
        let row = Outage { id, unit, terminal, from, to, reason, taken_back };
        outage::insert(write, &row).await?;
        write.record(actor.deed(action, id.object())).await?;
        Ok(OutageRecorded { outage: id })
    }
}

impl Act for TakeBackOutage {
    type Receipt = OutageRecorded;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<OutageRecorded, ActError> {
        let Self { actor, outage: id, reason } = self;
        let row = outage::find(write.reads(), id).await?.ok_or(ActError::NotFound)?;
        let unit = unit::find(write.reads(), row.unit).await?.ok_or(ActError::NotFound)?;
        let action = Action::OutageTakeBack;
        let actor = power::require(write, actor, action, &concern(&unit)).await?;
        if !row.stands() {
            return Err(Refusal::NothingChanged.into());
        }
        let taken_back = field::text("because", &reason, REASON_MOST)?;
        outage::update(write, &Outage { taken_back, ..row }).await?;
        write.record(actor.deed(action, id.object())).await?;
        Ok(OutageRecorded { outage: id })
    }
}

fn concern(unit: &Unit) -> Concern {
    Concern::of_unit(unit.id, unit.line)
}

async fn named_terminal(write: &mut Write, given: &str) -> Result<Option<TerminalId>, ActError> {
    let given = given.trim();
    if given.is_empty() {
        return Ok(None);
    }
    let unknown = || FieldError::new("terminal_serial", Fault::Unknown(given.to_owned()));
    let serial: Serial = given.parse().map_err(|()| unknown())?;
    let found = terminal::find_by_serial(write.reads(), &serial).await?;
    Ok(Some(found.ok_or_else(unknown)?.id))
}

/// From when to when: both over by now.
fn span(
    form: &OutageForm,
    write: &Write,
) -> Result<(jiff::Timestamp, jiff::Timestamp), FieldError> {
    let from = field::moment("from_when", &form.from)?;
    let to = field::moment("to_when", &form.to)?;
    if to <= from {
        return Err(FieldError::new("to_when", Fault::EndsBeforeStart));
    }
    if to > write.now() {
        return Err(FieldError::new("to_when", Fault::InTheFuture));
    }
    Ok((from, to))
}
