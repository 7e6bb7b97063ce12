//! Register a terminal (登记考勤机): the number on the box, a name, the unit, and whose its numbers are.

use crate::organisation::{named_unit, whole_county};
use crate::wrong::Wrong;
use crate::{ActError, power};
use qz_domain::action::Action;
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::id::{AccountId, TerminalId};
use qz_domain::terminal::{Kind, NAME_MOST, Serial, Stage, Terminal, ZoneForm};
use qz_store::{Act, Subject, Write, terminal};
use serde::{Deserialize, Serialize};

/// What a person writes of a terminal.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TerminalForm {
    /// 序列号
    pub serial: String,
    /// 名称
    pub name: String,
    /// 单位代码
    pub unit: String,
    /// 安放处; may be empty.
    pub place: String,
    /// 编号体系; empty for one of its own.
    pub numbering: String,
    /// 接入方式
    pub kind: String,
    /// 时区写法
    pub zone: String,
}

/// Registers a terminal.
#[derive(Debug, Clone)]
pub struct RegisterTerminal {
    /// Who registers it.
    pub actor: AccountId,
    /// What they wrote.
    pub form: TerminalForm,
}

/// The number the terminal got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TerminalRegistered {
    /// In the store.
    pub terminal: TerminalId,
}

impl Act for RegisterTerminal {
    type Receipt = TerminalRegistered;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<TerminalRegistered, ActError> {
        let Self { actor, form } = self;
        let action = Action::TerminalRegister;
        let actor = power::require(write, actor, action, &whole_county()).await?;
        let row = read(write, &form).await?;
        terminal::insert(write, &row).await?;
        write.record(actor.deed(action, row.id.object())).await?;
        Ok(TerminalRegistered { terminal: row.id })
    }
}

async fn read(write: &mut Write, form: &TerminalForm) -> Result<Terminal, ActError> {
    let mut wrong = Wrong::default();
    let serial = wrong.note(read_serial(&form.serial));
    let name = wrong.note(field::text("called", &form.name, NAME_MOST));
    let unit = wrong.look(named_unit(write.reads(), "stands_in", &form.unit).await)?;
    let place = wrong.note(field::optional_text("place", &form.place, NAME_MOST));
    let numbering = wrong.note(field::optional_text("numbering", &form.numbering, NAME_MOST));
    let kind = wrong.note(field::word::<Kind>("comes_in", &form.kind));
    let zone = wrong.note(field::word::<ZoneForm>("zone", &form.zone));
    if let Some(serial) = &serial
        && terminal::find_by_serial(write.reads(), serial).await?.is_some()
    {
        wrong.note::<()>(Err(FieldError::new("serial", Fault::Taken(serial.to_string()))));
    }
    wrong.none()?;
    let (what, how) = ((serial, name, unit, place), (numbering, kind, zone));
    let (Some(serial), Some(name), Some(unit), Some(place)) = what else {
        return Err(wrong.into());
    };
    let (Some(numbering), Some(kind), Some(zone)) = how else {
        return Err(wrong.into());
    };
    let numbering = if numbering.is_empty() { serial.to_string() } else { numbering };
    Ok(Terminal {
        id: TerminalId(write.next_id()),
        serial,
        name,
        unit: unit.id,
        place,
        numbering,
        kind,
        zone,
        stage: Stage::Pending,
        version: 1,
    })
}

fn read_serial(given: &str) -> Result<Serial, FieldError> {
    let text = field::text("serial", given, 32)?;
    text.parse().map_err(|()| FieldError::new("serial", Fault::BadForm("CJDE201560001")))
}
