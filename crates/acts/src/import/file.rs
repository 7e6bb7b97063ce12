//! A file as it came: read, its columns found by either name, its rows in the order of the columns.

use super::columns::ImportKind;
use crate::digest;
use qz_document::sheet::{self, ReadError};

/// A file ready to be rehearsed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportFile {
    /// What it holds.
    pub kind: ImportKind,
    /// Its name, for the record.
    pub name: String,
    /// SHA-256 of its bytes.
    pub hash: String,
    /// How it was written, for people.
    pub encoding: sheet::Encoding,
    /// Row number in the file, and the cells in the order of the kind's columns.
    pub rows: Vec<(usize, Vec<String>)>,
}

/// Why a file cannot even be rehearsed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HeaderFault {
    /// It is no table.
    #[error(transparent)]
    Unreadable(#[from] ReadError),
    /// Columns that must be there are not.
    #[error("the file lacks the column(s) {}: row 1 must name them", .0.join("、"))]
    Missing(Vec<&'static str>),
    /// A column nobody knows.
    #[error("the file has column(s) {} that this kind of file does not have: rename or remove them", .0.join("、"))]
    Unknown(Vec<String>),
    /// Nothing below the header.
    #[error("the file has no row below the header")]
    NoRows,
}

/// Reads a file of a kind: CSV (UTF-8, with or without BOM, UTF-16, GB18030) or XLSX.
pub fn read(kind: ImportKind, name: &str, bytes: &[u8]) -> Result<ImportFile, HeaderFault> {
    let table = sheet::read(bytes)?;
    let columns = kind.columns();
    let place = |column: &super::ImportColumn| {
        let is_it = |title: &String| title == column.chinese || title == column.field;
        table.header.iter().position(is_it)
    };
    let places: Vec<_> = columns.iter().map(place).collect();
    let lacks = columns.iter().zip(&places).filter(|(column, at)| column.required && at.is_none());
    let missing: Vec<_> = lacks.map(|(column, _)| column.chinese).collect();
    if !missing.is_empty() {
        return Err(HeaderFault::Missing(missing));
    }
    let known = |title: &&String| columns.iter().any(|c| *title == c.chinese || *title == c.field);
    let unknown: Vec<_> = table.header.iter().filter(|title| !known(title)).cloned().collect();
    if !unknown.is_empty() {
        return Err(HeaderFault::Unknown(unknown));
    }
    if table.rows.is_empty() {
        return Err(HeaderFault::NoRows);
    }
    let cell = |row: &sheet::Row, at: Option<usize>| {
        at.and_then(|at| row.cells.get(at).cloned()).unwrap_or_default()
    };
    let in_order =
        |row: &sheet::Row| (row.number, places.iter().map(|at| cell(row, *at)).collect());
    Ok(ImportFile {
        kind,
        name: name.to_owned(),
        hash: digest::sha256(bytes),
        encoding: table.encoding,
        rows: table.rows.iter().map(in_order).collect(),
    })
}
