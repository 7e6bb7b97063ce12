//! A file of punches as it came: whose it is by what stands in it, its lines, and what is kept of it.

use super::sheet;
use crate::digest;
use qz_document::sheet::{ReadError, Table};
use qz_domain::punch::attlog::{self, Read};
use qz_domain::punch::file::{self as cells, FileSource};
use qz_domain::terminal::Pin;

/// The most bytes of a file.
const BYTES_MOST: usize = 20 << 20;

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PunchFile {
    /// Who wrote it.
    pub source: FileSource,
    /// Its name, for the record.
    pub name: String,
    /// SHA-256 of it as it came.
    pub original: String,
    /// What is kept of it: all of it, unless it tells places, pictures or body data.
    pub kept: Vec<u8>,
    /// The columns that are not kept.
    pub left_out: Vec<String>,
    /// The names of its columns; none of a terminal's own file.
    pub header: Vec<String>,
    /// What it says.
    pub read: Read,
}

/// Why a file is none of punches.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileFault {
    /// It cannot be read at all.
    #[error(transparent)]
    Unreadable(#[from] ReadError),
    /// No row names columns that are known, and it is no file of a terminal.
    #[error(
        "the file is none that is known: a terminal's own file, person and time, DingTalk's daily sheet or WeCom's check-ins"
    )]
    NoForm,
    /// It has no punch and nothing that was set aside.
    #[error("the file tells of no punch")]
    NoLines,
}

/// Reads a file: a terminal's text, CSV (UTF-8, UTF-16, GB18030) or XLSX.
///
/// # Errors
/// When it is no file of punches.
pub fn read(name: &str, bytes: &[u8]) -> Result<PunchFile, FileFault> {
    if bytes.len() > BYTES_MOST {
        return Err(ReadError::FileTooLarge.into());
    }
    let file = if is_terminals(bytes) { terminals(name, bytes) } else { table(name, bytes)? };
    if file.read.count() == 0 { Err(FileFault::NoLines) } else { Ok(file) }
}

/// Whether the first line that says anything is a number and a time between tabs.
fn is_terminals(bytes: &[u8]) -> bool {
    let first = bytes.split(|byte| *byte == b'\n').find(|line| !line.trim_ascii().is_empty());
    let text = String::from_utf8_lossy(first.unwrap_or_default());
    let mut fields = text.split('\t');
    let number = fields.next().map(|text| text.trim_start_matches('\u{feff}').parse::<Pin>());
    let time = fields.next().and_then(|text| cells::read_time(text, None));
    matches!(number, Some(Ok(_))) && time.is_some()
}

/// A terminal's own file: what comes after the fifth field is dropped, as at the port.
fn terminals(name: &str, bytes: &[u8]) -> PunchFile {
    let text = attlog::strip(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes));
    PunchFile {
        source: FileSource::Terminal,
        name: name.to_owned(),
        original: digest::sha256(bytes),
        read: attlog::read(&text),
        kept: text.into_bytes(),
        left_out: vec![],
        header: vec![],
    }
}

fn table(name: &str, bytes: &[u8]) -> Result<PunchFile, FileFault> {
    let is_header = |cells: &[String]| sheet::Columns::of(cells).is_some();
    let table = match qz_document::sheet::read_below(bytes, &is_header) {
        Err(ReadError::Empty) => return Err(FileFault::NoForm),
        read => read?,
    };
    let columns = sheet::Columns::of(&table.header).ok_or(FileFault::NoForm)?;
    let read = sheet::lines(&columns, &table);
    let (kept, left_out) = sheet::without_traces(&table);
    let kept = kept.unwrap_or_else(|| bytes.to_vec());
    let Table { header, .. } = table;
    let (name, original) = (name.to_owned(), digest::sha256(bytes));
    Ok(PunchFile { source: columns.source, name, original, kept, left_out, header, read })
}
