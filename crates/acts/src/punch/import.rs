//! Import a file of punches (导入打卡): one act. What is there already stays as it is; what can be no punch, or is nobody's,
//! is set aside with its reason.

use super::file::PunchFile;
use crate::organisation::whole_county;
use crate::terminal::sort;
use crate::{ActError, digest, power};
use jiff::Timestamp;
use qz_domain::action::Action;
use qz_domain::field::{Fault, FieldError};
use qz_domain::id::{AccountId, BatchId, TerminalId};
use qz_domain::punch::attlog::Read;
use qz_domain::punch::file::{FileSource, WORK_NUMBERS};
use qz_domain::punch::{Aside, Clock, Reason, place, set_aside};
use qz_domain::spelled::Spelled;
use qz_domain::terminal::{Kind, NAME_MOST, Serial, Stage, Terminal, ZoneForm};
use qz_store::punch::{Batch, Placed};
use qz_store::terminal::pin;
use qz_store::{Act, Deed, Subject, Write, punch, terminal};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// Makes a source of files ready: what it writes is kept as if it were a terminal whose numbers are work numbers.
#[derive(Debug, Clone)]
pub struct OpenSource {
    /// Who imports.
    pub(super) actor: AccountId,
    /// The source.
    pub(super) source: FileSource,
    /// Under which number.
    pub(super) serial: Serial,
}

impl Act for OpenSource {
    type Receipt = Imported;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<Imported, ActError> {
        let Self { actor, source, serial } = self;
        let action = Action::PunchImport;
        let actor = power::require(write, actor, action, &whole_county()).await?;
        let row = Terminal {
            id: TerminalId(write.next_id()),
            serial,
            name: source.chinese().to_owned(),
            unit: power::seat(&actor, action)?,
            place: String::new(),
            numbering: WORK_NUMBERS.to_owned(),
            kind: Kind::Iclock,
            zone: ZoneForm::Unsaid,
            stage: Stage::InService,
            version: 1,
        };
        terminal::insert(write, &row).await?;
        write.record(actor.deed(Action::TerminalRegister, row.id.object())).await?;
        Ok(Imported::default())
    }
}

/// Imports a file that was read.
#[derive(Debug, Clone)]
pub struct ImportPunches {
    /// Who imports.
    pub(super) actor: AccountId,
    /// Of which terminal, or source.
    pub(super) serial: Serial,
    /// The file.
    pub(super) file: PunchFile,
}

/// What came of a file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imported {
    /// Lines that are punches now.
    pub taken: i64,
    /// Lines that were there before.
    pub repeated: i64,
    /// Lines that were set aside.
    pub aside: i64,
}

impl Act for ImportPunches {
    type Receipt = Imported;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<Imported, ActError> {
        let Self { actor, serial, file } = self;
        let action = Action::PunchImport;
        let actor = power::require(write, actor, action, &whole_county()).await?;
        let found = terminal::find_by_serial(write.reads(), &serial).await?;
        // A box out of use may still have something to tell; one that never came into use may not.
        let is_one = |one: &Terminal| matches!(one.stage, Stage::InService | Stage::Retired);
        let unknown = || FieldError::new("terminal", Fault::Unknown(serial.to_string()));
        let terminal = found.filter(is_one).ok_or_else(unknown)?;
        let known = if serial.is_source() {
            Some(pin::known(write.reads(), &terminal.numbering).await?)
        } else {
            None
        };
        let count = |len: usize| i64::try_from(len).unwrap_or(i64::MAX);
        let batch = Batch {
            id: BatchId(write.next_id()),
            terminal: terminal.id,
            source: kept_as(file.source),
            stamp: file.original,
            hash: digest::sha256(&file.kept),
            line_count: count(file.read.count()),
            received_at: write.now(),
            drift: None,
        };
        punch::insert_batch(write, &batch, file.kept).await?;
        let (source, now) = (file.source, batch.received_at);
        let (punches, asides) = judge((source, file.read), known.as_ref(), now);
        let taken = punch::insert(write, &batch, &punches).await?;
        punch::insert_asides(write, batch.id, &asides).await?;
        let remark = file.name.chars().take(NAME_MOST).collect();
        let deed = Deed { remark, ..actor.deed(action, batch.id.object()) };
        punch::record(write, deed, (&batch, &punches, &asides, taken)).await?;
        let taken = taken.cast_signed();
        Ok(Imported { taken, repeated: count(punches.len()) - taken, aside: count(asides.len()) })
    }
}

/// How a batch says which file it was.
fn kept_as(source: FileSource) -> &'static str {
    match source {
        FileSource::Terminal => "FILE",
        FileSource::Table => "FILE-TABLE",
        FileSource::DingTalk => "FILE-DINGTALK",
        FileSource::WeCom => "FILE-WECOM",
    }
}

/// Gives every line its instant, or sets it aside; of a source of files also what is nobody's, with the numbers that are
/// `known`.
pub(super) fn judge(
    (source, read): (FileSource, Read),
    known: Option<&HashSet<String>>,
    now: Timestamp,
) -> (Vec<Placed>, Vec<Aside>) {
    let clock = match source {
        FileSource::Terminal => return sort(read, None, now),
        FileSource::Table => Clock::Doubtful,
        FileSource::DingTalk | FileSource::WeCom => Clock::Platform,
    };
    let Read { lines, mut asides } = read;
    let mut punches = Vec::with_capacity(lines.len());
    for line in lines {
        let is_known = known.is_none_or(|known| known.contains(line.pin.as_str()));
        let unknown = (!is_known).then_some(Reason::Person);
        // The rows of a sheet stand in any order: none is earlier than the one before it.
        let at = place(line.shown, None, (None, now)).map(|(at, _)| at);
        match (unknown.or_else(|| set_aside(line.shown, None, now)), at) {
            (None, Some(at)) => punches.push(Placed { line, at, clock }),
            (reason, _) => {
                let text = format!("{} {}", line.pin, line.shown.strftime("%Y-%m-%d %H:%M:%S"));
                let reason = reason.unwrap_or(Reason::Time);
                asides.push(Aside { number: line.number, reason, text });
            }
        }
    }
    asides.sort_by_key(|one| one.number);
    (punches, asides)
}
