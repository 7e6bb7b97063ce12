//! Taking a table in: what kind of file it is by its first bytes, then its header and rows.

use super::apostrophe;
use super::encoding::{Encoding, decode};
use super::read_text::{Line, Lines};
use super::refusal::ReadError;
use super::{Row, Table, limits, read_xlsx};

/// Reads an XLSX workbook or a text table, whichever the bytes are.
///
/// The first row that holds anything names the columns. Cells are trimmed, full-width spaces
/// included; rows that hold nothing are skipped but keep their numbers.
pub fn read(bytes: &[u8]) -> Result<Table, ReadError> {
    read_into(Gathering::default(), bytes)
}

/// As [`read`], with titles above the header: the first row that `is_header` knows names the columns.
///
/// Other programs' sheets are taken as they are. A column without a name gets its letters, of two with one name the first
/// counts for whoever looks by name, and cells beyond the header are left out. Without a header the table is
/// [`ReadError::Empty`].
pub fn read_below(bytes: &[u8], is_header: &dyn Fn(&[String]) -> bool) -> Result<Table, ReadError> {
    read_into(Gathering { is_header: Some(is_header), ..Gathering::default() }, bytes)
}

fn read_into(table: Gathering<'_>, bytes: &[u8]) -> Result<Table, ReadError> {
    if bytes.len() > limits::FILE_BYTES {
        return Err(ReadError::FileTooLarge);
    }
    match Kind::of(bytes) {
        Kind::Zip => read_xlsx::read(bytes, table),
        Kind::Compound if holds_wide(bytes, "EncryptedPackage") => Err(ReadError::Locked),
        Kind::Compound => Err(ReadError::OldExcel),
        Kind::WebPage => Err(ReadError::WebPage),
        Kind::Binary => Err(ReadError::NotATable),
        Kind::Text => read_text(bytes, table),
    }
}

fn read_text(bytes: &[u8], mut table: Gathering<'_>) -> Result<Table, ReadError> {
    let (text, encoding) = decode(bytes)?;
    for line in Lines::new(&text) {
        table.take(line?)?;
    }
    table.finish(encoding)
}

/// What the first bytes say a file is.
enum Kind {
    Zip,
    Compound,
    WebPage,
    Binary,
    Text,
}

impl Kind {
    fn of(bytes: &[u8]) -> Self {
        let marked = [&b"\xff\xfe"[..], b"\xfe\xff"].iter().any(|mark| bytes.starts_with(mark));
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            Self::Zip
        } else if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
            Self::Compound
        } else if !marked && bytes.contains(&0) || bytes.starts_with(b"%PDF-") {
            Self::Binary
        } else if is_markup(bytes) {
            Self::WebPage
        } else {
            Self::Text
        }
    }
}

fn is_markup(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let start = bytes[..bytes.len().min(16)].to_ascii_lowercase();
    [&b"<html"[..], b"<!doctype", b"<table", b"<?xml", b"<meta", b"<head", b"<!--"]
        .iter()
        .any(|tag| start.starts_with(tag))
}

/// Whether the bytes hold a name as the old compound files write it, two bytes a character.
fn holds_wide(bytes: &[u8], name: &str) -> bool {
    let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(wide.len()).any(|window| window == wide)
}

/// Tells whether a row is the header.
type IsHeader<'a> = &'a dyn Fn(&[String]) -> bool;

/// The rows taken in so far.
#[derive(Default)]
pub(super) struct Gathering<'a> {
    /// Tells the header from titles above it; without it the first row is the header, and held to its form.
    is_header: Option<IsHeader<'a>>,
    header: Vec<String>,
    header_row: usize,
    rows: Vec<Row>,
}

impl Gathering<'_> {
    /// Takes the next row of the file.
    pub(super) fn take(&mut self, line: Line) -> Result<(), ReadError> {
        let Line { number, mut cells, beyond } = line;
        if let Some(column) = beyond {
            return Err(ReadError::TooManyColumns { row: number, column: letters(column) });
        }
        for cell in &mut cells {
            let kept = apostrophe::tidy(cell);
            if kept.len() != cell.len() {
                *cell = kept.to_owned();
            }
        }
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        match (cells.is_empty(), self.header.is_empty()) {
            (true, _) => Ok(()),
            (false, true) => self.take_header(number, cells),
            (false, false) => self.take_row(number, cells),
        }
    }

    fn take_header(&mut self, number: usize, cells: Vec<String>) -> Result<(), ReadError> {
        if let Some(is_header) = self.is_header {
            if is_header(&cells) {
                let named = cells.into_iter().enumerate();
                let named =
                    named.map(|(at, name)| if name.is_empty() { letters(at) } else { name });
                (self.header, self.header_row) = (named.collect(), number);
            }
            return Ok(());
        }
        for (at, name) in cells.iter().enumerate() {
            if name.is_empty() {
                return Err(ReadError::UnnamedColumn { row: number, column: letters(at) });
            }
            if let Some(first) = cells[..at].iter().position(|other| other == name) {
                let (first, second) = (letters(first), letters(at));
                return Err(ReadError::DuplicateColumn { name: name.clone(), first, second });
            }
        }
        (self.header, self.header_row) = (cells, number);
        Ok(())
    }

    fn take_row(&mut self, number: usize, mut cells: Vec<String>) -> Result<(), ReadError> {
        if self.is_header.is_some() {
            cells.truncate(self.header.len());
        }
        if cells.len() > self.header.len() {
            return Err(self.too_long(number, cells.len()));
        }
        if self.rows.len() == limits::ROWS {
            return Err(ReadError::TooManyRows { row: number });
        }
        if (self.rows.len() + 1) * self.header.len() > limits::CELLS {
            return Err(ReadError::TableTooLarge { row: number });
        }
        cells.resize_with(self.header.len(), String::new);
        cells.shrink_to_fit();
        self.rows.push(Row { number, cells });
        Ok(())
    }

    fn too_long(&self, row: usize, cells: usize) -> ReadError {
        match self.header.as_slice() {
            [title] => ReadError::TitleAboveHeader {
                header: self.header_row,
                title: title.clone(),
                row,
                cells,
            },
            header => ReadError::RowTooLong { row, cells, header: header.len() },
        }
    }

    /// The whole table.
    pub(super) fn finish(self, encoding: Encoding) -> Result<Table, ReadError> {
        if self.header.is_empty() {
            return Err(ReadError::Empty);
        }
        Ok(Table { header: self.header, rows: self.rows, encoding })
    }
}

/// The letters of a column, counted from 0: A … Z, AA …
pub(super) fn letters(column: usize) -> String {
    let mut name = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        name.push(b'A' + u8::try_from(rest % 26).unwrap_or_default());
        rest /= 26;
    }
    name.iter().rev().map(|byte| char::from(*byte)).collect()
}
