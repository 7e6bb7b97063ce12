//! The steps of attendance in a script: a terminal is named by its serial number, a day by the work number and its date,
//! a month by its unit's code.

use super::unknown;
use crate::ActError;
use crate::attendance::{
    AgreeSheet, AskDay, AssignForm, AssignRule, ContestDay, DayForm, ExplainDay, SealSheet,
    SettleDay, SettleForm,
};
use crate::terminal::{
    MapPin, PinForm, RegisterTerminal, TakePunches, TakeUpTerminal, TerminalForm,
};
use jiff::civil::Date;
use qz_domain::attendance::PersonDay;
use qz_domain::id::{AccountId, UnitId};
use qz_domain::month::Month;
use qz_domain::punch::Drift;
use qz_domain::terminal::Terminal;
use qz_store::attendance::exception;
use qz_store::{Act, Write, person, terminal, unit};

/// What somebody did about attendance.
#[derive(Debug, Clone)]
pub enum ScriptedAttendance {
    /// Said which rule binds whom.
    Assign(AssignForm),
    /// Registered a terminal.
    Register(TerminalForm),
    /// Took one into service.
    TakeUp(String),
    /// Said whose a number is.
    Map(PinForm),
    /// A terminal sent what was punched: done by nobody.
    Punch {
        /// Which terminal.
        serial: String,
        /// The lines, as it sends them.
        lines: String,
    },
    /// Asked somebody what happened on a day.
    Ask(String, Date),
    /// Explained a day of one's own.
    Explain(String, Date, String),
    /// Said what a day was, and why.
    Settle(String, Date, (String, String)),
    /// Held that to be wrong.
    Contest(String, Date, String),
    /// Agreed to the month of a unit.
    Agree(String, Month),
    /// Sealed it.
    Seal(String, Month),
}

/// Does it.
pub(super) async fn play(
    write: &mut Write,
    actor: AccountId,
    step: ScriptedAttendance,
) -> Result<(), ActError> {
    match step {
        ScriptedAttendance::Assign(form) => {
            AssignRule { actor, form }.perform(write).await.map(drop)
        }
        ScriptedAttendance::Register(form) => {
            RegisterTerminal { actor, form }.perform(write).await.map(drop)
        }
        ScriptedAttendance::TakeUp(serial) => {
            let Terminal { id: terminal, version, .. } = called(write, &serial).await?;
            TakeUpTerminal { actor, terminal, version }.perform(write).await.map(drop)
        }
        ScriptedAttendance::Map(form) => MapPin { actor, form }.perform(write).await.map(drop),
        ScriptedAttendance::Punch { serial, lines } => {
            let terminal = called(write, &serial).await?.id;
            let drift = Drift::measured(write.now(), write.now());
            TakePunches::scripted(terminal, &lines, drift).perform(write).await.map(drop)
        }
        ScriptedAttendance::Ask(who, day) => {
            let day = named(write, &who, day).await?;
            AskDay { actor, day }.perform(write).await.map(drop)
        }
        ScriptedAttendance::Explain(who, day, said) => {
            let form = DayForm { day: named(write, &who, day).await?, said };
            ExplainDay { actor, form }.perform(write).await.map(drop)
        }
        ScriptedAttendance::Settle(who, day, (outcome, because)) => {
            let day = named(write, &who, day).await?;
            let old = exception::find(write.reads(), day.person, day.day).await?;
            let version = old.map_or(0, |one| one.version);
            let form = SettleForm { day, outcome, because };
            SettleDay { actor, version, form }.perform(write).await.map(drop)
        }
        ScriptedAttendance::Contest(who, day, said) => {
            let form = DayForm { day: named(write, &who, day).await?, said };
            ContestDay { actor, form }.perform(write).await.map(drop)
        }
        ScriptedAttendance::Agree(code, month) => {
            let unit = unit_of(write, &code).await?;
            AgreeSheet { actor, unit, month }.perform(write).await.map(drop)
        }
        ScriptedAttendance::Seal(code, month) => {
            let unit = unit_of(write, &code).await?;
            SealSheet { actor, unit, month }.perform(write).await.map(drop)
        }
    }
}

async fn called(write: &mut Write, serial: &str) -> Result<Terminal, ActError> {
    let read = serial.parse().map_err(|()| unknown(serial))?;
    terminal::find_by_serial(write.reads(), &read).await?.ok_or_else(|| unknown(serial))
}

async fn named(write: &mut Write, number: &str, day: Date) -> Result<PersonDay, ActError> {
    let found = person::find_by_number(write.reads(), number).await?;
    Ok(PersonDay { person: found.ok_or_else(|| unknown(number))?.id, day })
}

async fn unit_of(write: &mut Write, code: &str) -> Result<UnitId, ActError> {
    let found = unit::find_by_code(write.reads(), code).await?;
    Ok(found.ok_or_else(|| unknown(code))?.id)
}
