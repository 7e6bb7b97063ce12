//! Rehearse and run an import, with progress, and report by row and column.

use super::file::ImportFile;
use super::row::{RecordImport, RowAct, RowDone, act_of};
use crate::digest::hex;
use crate::{ActError, Acts, BatchMode};
use qz_domain::action::Action;
use qz_domain::field::{Fault, FieldError};
use qz_domain::id::AccountId;
use qz_domain::refusal::Refusal;
use qz_domain::spelled::Spelled;
use qz_domain::unit::Unit;
use qz_store::{Done, StoreError};
use sha2::{Digest, Sha256};
use std::collections::HashMap;

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// A field cannot be used.
    Field(Fault),
    /// A guard refused.
    Refused(Refusal),
    /// The account may not do it.
    Forbidden(Action),
}

/// A row that cannot be imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowFault {
    /// The row number a person sees in the file; 0 for the file as a whole.
    pub row: usize,
    /// The field, when one is at fault.
    pub field: Option<&'static str>,
    /// What is wrong.
    pub trouble: Trouble,
}

/// What came of an import or its rehearsal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportReport {
    /// Rows that were (or would be) new.
    pub accepted: usize,
    /// Rows that had been imported before.
    pub repeated: usize,
    /// Rows that cannot be imported.
    pub refused: Vec<RowFault>,
    /// Whether the rows are kept.
    pub kept: bool,
    /// Whether somebody stopped it; then nothing was kept.
    pub stopped: bool,
}

/// Hears how many rows of how many were tried; `false` stops the import.
pub type Importing = Box<dyn FnMut(usize, usize) -> bool + Send>;

impl Acts {
    /// Imports a file: all rows or none. With [`BatchMode::Rehearse`] nothing is kept.
    pub async fn import(
        &self,
        actor: AccountId,
        file: &ImportFile,
        mode: BatchMode,
        mut progress: Importing,
    ) -> Result<ImportReport, ActError> {
        let known = self.known_units(file).await?;
        let (known_rows, new_rows): (Vec<_>, Vec<_>) =
            file.rows.iter().partition(|row| is_known(&known, row));
        let total = file.rows.len();
        let first = (0, format!("import:file:{}", file.hash), RowAct::File(record(actor, file)));
        let rows =
            new_rows.into_iter().map(|row| (row.0, request(file, row), act_of(file, actor, row)));
        let all: Vec<_> = std::iter::once(first).chain(rows).collect();
        let numbers: Vec<_> = all.iter().map(|(number, _, _)| *number).collect();
        let acts = all.into_iter().map(|(_, request, act)| (request, act)).collect();
        let before = known_rows.len();
        let progress = move |tried: usize| progress((before + tried).saturating_sub(1), total);
        let batch = self.writer().batch(acts, mode, progress).await?;
        let mut report = ImportReport {
            accepted: 0,
            repeated: before,
            refused: vec![],
            kept: batch.kept,
            stopped: batch.stopped,
        };
        for (row, outcome) in numbers.into_iter().zip(batch.outcomes) {
            tally(&mut report, row, outcome)?;
        }
        Ok(report)
    }

    /// The units there are, when units are imported: one that is already as the row says it is
    /// (the county itself, made at set-up) is a repetition, not a fault.
    async fn known_units(&self, file: &ImportFile) -> Result<HashMap<String, Unit>, ActError> {
        if file.kind != super::ImportKind::Units {
            return Ok(HashMap::new());
        }
        let units = self.units().await?;
        Ok(units.into_iter().map(|unit| (unit.code.clone(), unit)).collect())
    }
}

fn is_known(known: &HashMap<String, Unit>, (_, cells): &(usize, Vec<String>)) -> bool {
    let at = |place: usize| cells.get(place).map_or("", |cell| cell.trim());
    known.get(at(0)).is_some_and(|unit| {
        unit.name == at(1)
            && Spelled::read(at(3)) == Some(unit.kind)
            && Spelled::read(at(5)) == Some(unit.line)
    })
}

fn record(actor: AccountId, file: &ImportFile) -> RecordImport {
    RecordImport {
        actor,
        kind: file.kind,
        file_name: file.name.clone(),
        hash: file.hash.clone(),
        rows: i64::try_from(file.rows.len()).unwrap_or(i64::MAX),
    }
}

/// The name of a row's request follows from what stands in the row, so that the same row of any
/// file is done once.
fn request(file: &ImportFile, (_, cells): &(usize, Vec<String>)) -> String {
    let mut hasher = Sha256::new();
    for cell in cells {
        hasher.update(cell.trim().as_bytes());
        hasher.update([0]);
    }
    format!("import:{}:{}", file.kind.code(), hex(&hasher.finalize()[..16]))
}

fn tally(
    report: &mut ImportReport,
    row: usize,
    outcome: Result<Done<RowDone>, ActError>,
) -> Result<(), StoreError> {
    let fault = |field, trouble| RowFault { row, field, trouble };
    match outcome {
        Ok(_) if row == 0 => {}
        Ok(Done { repeated: true, .. }) => report.repeated += 1,
        Ok(_) => report.accepted += 1,
        Err(ActError::Store(inner)) => return Err(inner),
        Err(ActError::Refused(refusal)) => {
            report.refused.push(fault(None, Trouble::Refused(refusal)));
        }
        Err(ActError::Forbidden(action)) => {
            report.refused.push(fault(None, Trouble::Forbidden(action)));
        }
        Err(ActError::NotFound) => {
            report.refused.push(fault(None, Trouble::Field(Fault::Unknown(String::new()))));
        }
        Err(ActError::Invalid(faults)) => {
            let told =
                |FieldError { field, fault: what, .. }| fault(Some(field), Trouble::Field(what));
            report.refused.extend(faults.into_iter().map(told));
        }
    }
    Ok(())
}
