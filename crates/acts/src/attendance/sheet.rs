//! The month of a unit (月考勤表): agreed by whoever answers for it, sent back or sealed by personnel, corrected by a
//! numbered copy beside the sealed one.

use super::month;
use super::spoken::refused;
use crate::actor::Actor;
use crate::{ActError, digest, message, power};
use qz_domain::attendance::AttendanceRefusal;
use qz_domain::attendance::sheet::{Copy, Sheet, Stage, Step, TRANSITIONS};
use qz_domain::field;
use qz_domain::id::{AccountId, SheetId, UnitId};
use qz_domain::instant;
use qz_domain::month::Month;
use qz_domain::power::Concern;
use qz_domain::procedure::{self, Stepped};
use qz_store::attendance::sheet;
use qz_store::{Act, Subject, Write};
use serde::{Deserialize, Serialize};

/// The most characters of a reason.
const REASON_MOST: usize = 300;

/// What a step on a month gives back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetChanged {
    /// In the store.
    pub sheet: SheetId,
    /// Where it stands now.
    pub stage: Stage,
    /// The version it made.
    pub version: i64,
    /// The digest of what was agreed or kept.
    pub digest: String,
}

impl SheetChanged {
    fn of(row: &Sheet) -> Self {
        let (sheet, stage, version) = (row.id, row.stage, row.version);
        Self { sheet, stage, version, digest: row.digest.clone() }
    }
}

/// Agrees to the month of a unit.
#[derive(Debug, Clone)]
pub struct AgreeSheet {
    /// Who agrees.
    pub actor: AccountId,
    /// Which unit's.
    pub unit: UnitId,
    /// Which month.
    pub month: Month,
}

impl Act for AgreeSheet {
    type Receipt = SheetChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<SheetChanged, ActError> {
        let Self { actor, unit, month } = self;
        let (actor, old, to) = begin(write, actor, (unit, month, Step::Agree)).await?;
        let today = instant::day(write.now());
        let from = month.last().tomorrow().unwrap_or(month.last());
        if today < from {
            return Err(refused(AttendanceRefusal::MonthNotOver { from }));
        }
        let county = write.county_law().clone();
        let said = month::of_unit(write.reads(), (unit, county), (month, today)).await?;
        if said.judged.days.is_empty() {
            return Err(refused(AttendanceRefusal::Empty));
        }
        let count = said.unsettled();
        if count > 0 {
            return Err(refused(AttendanceRefusal::Unsettled { count }));
        }
        let (digest, agreed_by) = (digest::sha256(said.text()), actor.person);
        let is_new = old.is_none();
        let row = Sheet {
            stage: to,
            digest,
            agreed_by,
            ..old.unwrap_or_else(|| blank(write, (unit, month)))
        };
        let row = Sheet { returned: String::new(), version: row.version + 1, ..row };
        if is_new {
            sheet::insert(write, &row).await?;
        } else {
            sheet::update(write, &row).await?;
        }
        write.record(actor.deed(Step::Agree.action(), row.id.object())).await?;
        Ok(SheetChanged::of(&row))
    }
}

fn blank(write: &mut Write, (unit, month): (UnitId, Month)) -> Sheet {
    Sheet {
        id: SheetId(write.next_id()),
        unit,
        month,
        stage: Stage::Agreed,
        digest: String::new(),
        agreed_by: None,
        returned: String::new(),
        copies: 0,
        version: 0,
    }
}

/// Sends the month of a unit back.
#[derive(Debug, Clone)]
pub struct ReturnSheet {
    /// Who does.
    pub actor: AccountId,
    /// Which unit's.
    pub unit: UnitId,
    /// Which month.
    pub month: Month,
    /// Why.
    pub reason: String,
}

impl Act for ReturnSheet {
    type Receipt = SheetChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<SheetChanged, ActError> {
        let Self { actor, unit, month, reason } = self;
        let (actor, old, to) = begin(write, actor, (unit, month, Step::Return)).await?;
        let returned = field::text("reason", &reason, REASON_MOST)?;
        let old = old.ok_or(ActError::NotFound)?;
        let row = Sheet { stage: to, returned, version: old.version + 1, ..old };
        sheet::update(write, &row).await?;
        write.record(actor.deed(Step::Return.action(), row.id.object())).await?;
        Ok(SheetChanged::of(&row))
    }
}

/// Seals the month of a unit.
#[derive(Debug, Clone)]
pub struct SealSheet {
    /// Who seals.
    pub actor: AccountId,
    /// Which unit's.
    pub unit: UnitId,
    /// Which month.
    pub month: Month,
}

impl Act for SealSheet {
    type Receipt = SheetChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<SheetChanged, ActError> {
        let Self { actor, unit, month } = self;
        let (actor, old, to) = begin(write, actor, (unit, month, Step::Seal)).await?;
        let old = old.ok_or(ActError::NotFound)?;
        if actor.person == old.agreed_by {
            return Err(refused(AttendanceRefusal::AgreedIt));
        }
        let (today, county) = (instant::day(write.now()), write.county_law().clone());
        let said = month::of_unit(write.reads(), (unit, county), (month, today)).await?;
        let body = said.text();
        if digest::sha256(&body) != old.digest {
            return Err(refused(AttendanceRefusal::Changed));
        }
        let row = Sheet { stage: to, copies: 1, version: old.version + 1, ..old };
        let (because, figures) = (String::new(), said.figures());
        let copy = Copy { number: 0, digest: row.digest.clone(), because, figures, body };
        sheet::update(write, &row).await?;
        sheet::insert_copy(write, row.id, &copy).await?;
        write.record(actor.deed(Step::Seal.action(), row.id.object())).await?;
        message::month_sealed(write, &row, &said.people()).await?;
        Ok(SheetChanged::of(&row))
    }
}

/// Corrects a sealed month by a numbered copy; what was sealed stays.
#[derive(Debug, Clone)]
pub struct CorrectSheet {
    /// Who does.
    pub actor: AccountId,
    /// Which unit's.
    pub unit: UnitId,
    /// Which month.
    pub month: Month,
    /// Why.
    pub reason: String,
}

impl Act for CorrectSheet {
    type Receipt = SheetChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<SheetChanged, ActError> {
        let Self { actor, unit, month, reason } = self;
        let (actor, old, to) = begin(write, actor, (unit, month, Step::Correct)).await?;
        let because = field::text("reason", &reason, REASON_MOST)?;
        let old = old.ok_or(ActError::NotFound)?;
        let (today, county) = (instant::day(write.now()), write.county_law().clone());
        let said = month::of_unit(write.reads(), (unit, county), (month, today)).await?;
        let body = said.text();
        let digest = digest::sha256(&body);
        if digest == old.digest {
            return Err(refused(AttendanceRefusal::NothingNew));
        }
        let figures = said.figures();
        let copy = Copy { number: old.copies, digest: digest.clone(), because, figures, body };
        let (copies, version) = (old.copies + 1, old.version + 1);
        let row = Sheet { stage: to, digest, copies, version, ..old };
        sheet::update(write, &row).await?;
        sheet::insert_copy(write, row.id, &copy).await?;
        write.record(actor.deed(Step::Correct.action(), row.id.object())).await?;
        Ok(SheetChanged::of(&row))
    }
}

/// Who takes the step, the sheet as it stands, and where the step leads.
async fn begin(
    write: &mut Write,
    account: AccountId,
    (id, month, step): (UnitId, Month, Step),
) -> Result<(Actor, Option<Sheet>, Stage), ActError> {
    let (units, old) = sheet::with_answering(write.reads(), id, month).await?;
    if units.is_empty() {
        return Err(ActError::NotFound);
    }
    let concern = Concern { stage: "", people: vec![], units };
    let actor = power::require(write, account, step.action(), &concern).await?;
    let to = procedure::find(TRANSITIONS, old.as_ref().map(|one| one.stage), step)?.to;
    Ok((actor, old, to))
}
