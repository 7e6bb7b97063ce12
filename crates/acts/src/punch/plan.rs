//! What an import of a file takes: the source made ready when it is new, the numbers said to be whose they are, the file
//! itself; all of it in one transaction, or nothing.

use super::file::PunchFile;
use super::import::{ImportPunches, Imported, OpenSource, judge};
use crate::terminal::{MapPin, PinForm};
use crate::{ActError, Acts, BatchMode, power};
use qz_domain::action::Action;
use qz_domain::field::{Fault, FieldError};
use qz_domain::id::AccountId;
use qz_domain::punch::Aside;
use qz_domain::punch::file::{FileSource, WORK_NUMBERS, cell_of};
use qz_domain::spelled::Spelled as _;
use qz_domain::terminal::Serial;
use qz_store::terminal::pin;
use qz_store::{Act, Conn, Done, Write, person, terminal};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashSet};

/// How many lines are shown before an import.
const FIRST_MOST: usize = 20;

/// From which day a work number is its person's: before the first day a punch can be of.
const FIRST_DAY: &str = "2010-01-01";

/// An act of an import.
#[derive(Debug, Clone)]
pub enum PunchStep {
    /// Makes the source ready.
    Open(OpenSource),
    /// Says whose a work number is.
    Map(Box<MapPin>),
    /// Imports the file.
    Import(Box<ImportPunches>),
}

impl Act for PunchStep {
    type Receipt = Imported;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<Imported, ActError> {
        match self {
            Self::Open(act) => act.perform(write).await,
            Self::Map(act) => act.perform(write).await.map(|_| Imported::default()),
            Self::Import(act) => act.perform(write).await,
        }
    }
}

/// A line that was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    /// The row a person sees in the file.
    pub row: usize,
    /// The name of its column; empty for the whole row.
    pub column: String,
    /// The code of the reason.
    pub reason: String,
    /// What stands there, shortened.
    pub text: String,
}

/// A line that is a punch, as it is shown before it is imported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct First {
    /// The row a person sees in the file.
    pub row: usize,
    /// The number.
    pub pin: String,
    /// The time.
    pub shown: String,
}

/// What came of a file, or would.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PunchReport {
    /// Who wrote it: the code.
    pub source: String,
    /// The terminal it is of; empty for a source of files.
    pub serial: String,
    /// Lines that are (or would be) new.
    pub accepted: i64,
    /// Lines that were there before.
    pub repeated: i64,
    /// Lines that are no punches.
    pub refused: Vec<Refused>,
    /// The first lines that are punches.
    pub first: Vec<First>,
    /// Numbers that are said to be whose they are.
    pub mapped: usize,
    /// Columns that are not kept.
    pub left_out: Vec<String>,
    /// SHA-256 of the file as it came.
    pub original: String,
    /// Whether it is kept.
    pub kept: bool,
}

/// What there is to do.
struct Plan {
    serial: Serial,
    is_new: bool,
    mapping: BTreeSet<String>,
    /// Whose numbers they are, once mapped; `None` for a terminal's own.
    known: Option<HashSet<String>>,
}

impl Acts {
    /// Imports a file: by a terminal's number on the box where a terminal wrote it. With [`BatchMode::Rehearse`] nothing is
    /// kept. The same file again keeps nothing twice.
    ///
    /// # Errors
    /// Forbidden without the power; invalid where the terminal is unknown; when the store fails.
    pub async fn import_punches(
        &self,
        actor: AccountId,
        (file, terminal): (PunchFile, &str),
        mode: BatchMode,
    ) -> Result<PunchReport, ActError> {
        let plan = self.plan_of(actor, &file, terminal).await?;
        let (mut report, name) = (report_of(&file, &plan, self.now()), request(&file, &plan));
        let serial = plan.serial.clone();
        let mut acts: Vec<_> = steps(actor, &file, plan);
        let import = ImportPunches { actor, serial, file };
        acts.push((name, PunchStep::Import(Box::new(import))));
        let batch = self.writer().batch(acts, mode, |_| true).await?;
        report.kept = batch.kept;
        for outcome in batch.outcomes {
            let Done { receipt, repeated, .. } = outcome?;
            // The receipt of the first time says what was new then.
            let (new, old) = if repeated { (0, receipt.taken) } else { (receipt.taken, 0) };
            report.accepted += new;
            report.repeated += receipt.repeated + old;
        }
        Ok(report)
    }

    async fn plan_of(
        &self,
        account: AccountId,
        file: &PunchFile,
        terminal: &str,
    ) -> Result<Plan, ActError> {
        let mut conn = self.reader().await?;
        let action = Action::PunchImport;
        let actor = power::actor(&mut conn, account).await?;
        let reached = actor.and_then(|actor| power::reach(&actor, action));
        reached.ok_or(ActError::Forbidden(action))?;
        match file.source.serial() {
            Some(serial) => of_source(&mut conn, file, serial).await,
            None => of_box(&mut conn, terminal).await,
        }
    }
}

/// A source of files: everybody whose work number stands in it and is not mapped yet is mapped.
async fn of_source(conn: &mut Conn, file: &PunchFile, serial: Serial) -> Result<Plan, ActError> {
    let is_new = terminal::find_by_serial(conn, &serial).await?.is_none();
    let mut known = pin::known(conn, WORK_NUMBERS).await?;
    let people = person::numbers(conn).await?;
    let pins = file.read.lines.iter().map(|line| line.pin.as_str());
    let mapping: BTreeSet<String> = pins
        .filter(|pin| !known.contains(*pin) && people.contains(*pin))
        .map(str::to_owned)
        .collect();
    known.extend(mapping.iter().cloned());
    Ok(Plan { serial, is_new, mapping, known: Some(known) })
}

/// A box, by the number on it.
async fn of_box(conn: &mut Conn, given: &str) -> Result<Plan, ActError> {
    if given.trim().is_empty() {
        return Err(FieldError::new("terminal", Fault::Missing).into());
    }
    let unknown = || FieldError::new("terminal", Fault::Unknown(given.trim().to_owned()));
    let serial: Serial = given.parse().map_err(|()| unknown())?;
    terminal::find_by_serial(conn, &serial).await?.ok_or_else(unknown)?;
    Ok(Plan { serial, is_new: false, mapping: BTreeSet::new(), known: None })
}

/// The acts that come before the file's own.
fn steps(actor: AccountId, file: &PunchFile, plan: Plan) -> Vec<(String, PunchStep)> {
    let Plan { serial, is_new, mapping, .. } = plan;
    let open = is_new.then(|| {
        let name = format!("punch-source:{serial}");
        (name, PunchStep::Open(OpenSource { actor, source: file.source, serial }))
    });
    let map = mapping.into_iter().map(|number| {
        let form = PinForm {
            numbering: WORK_NUMBERS.to_owned(),
            pin: number.clone(),
            person: number.clone(),
            since: FIRST_DAY.to_owned(),
            until: String::new(),
        };
        (format!("punch-number:{number}"), PunchStep::Map(Box::new(MapPin { actor, form })))
    });
    open.into_iter().chain(map).collect()
}

/// The name of the file's request: the same file is done once, and anew when more of its numbers are known.
fn request(file: &PunchFile, plan: &Plan) -> String {
    let known = plan.known.as_ref().map_or(0, |known| {
        let pins = file.read.lines.iter().map(|line| line.pin.as_str());
        pins.filter(|pin| known.contains(*pin)).count()
    });
    format!("punch-import:{}:{}:{known}", plan.serial, file.original)
}

/// What is refused, and what is a punch, before anything is tried.
fn report_of(file: &PunchFile, plan: &Plan, now: jiff::Timestamp) -> PunchReport {
    let (punches, asides) = judge((file.source, file.read.clone()), plan.known.as_ref(), now);
    let serial = if plan.serial.is_source() { String::new() } else { plan.serial.to_string() };
    let first = punches.iter().take(FIRST_MOST).map(|one| First {
        row: place_of(file, one.line.number).0,
        pin: one.line.pin.to_string(),
        shown: one.line.shown.strftime("%Y-%m-%d %H:%M:%S").to_string(),
    });
    PunchReport {
        source: file.source.code().to_owned(),
        serial,
        first: first.collect(),
        refused: asides.into_iter().map(|aside| refused(file, aside)).collect(),
        mapped: plan.mapping.len(),
        left_out: file.left_out.clone(),
        original: file.original.clone(),
        ..PunchReport::default()
    }
}

/// Row and column of a line.
fn place_of(file: &PunchFile, number: i64) -> (usize, usize) {
    match file.source {
        FileSource::Terminal => (usize::try_from(number).unwrap_or(0), 0),
        _ => cell_of(number),
    }
}

fn refused(file: &PunchFile, aside: Aside) -> Refused {
    let (row, column) = place_of(file, aside.number);
    let column = column.checked_sub(1).and_then(|at| file.header.get(at));
    let (column, reason) = (column.cloned().unwrap_or_default(), aside.reason.code().to_owned());
    Refused { row, column, reason, text: aside.text }
}
