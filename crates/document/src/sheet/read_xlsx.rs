//! XLSX workbooks: the first visible worksheet as a table.
//!
//! Written here, over `zip` and `quick-xml`, because a reader of other people's files must spend
//! memory on what a file holds, never on what it claims: `calamine` 0.38 reserves as many strings as
//! a file announces, so five kilobytes end the whole process. It stays as a second opinion in the
//! tests. Each part is unpacked once, to no more bytes than the archive's directory declares.

mod archive;
mod cells;
mod strings;
mod styles;
mod value;
mod workbook;
mod xml;

use self::archive::Archive;
use self::cells::Source;
use self::workbook::Workbook;
use super::Table;
use super::read::Gathering;
use super::refusal::ReadError;

/// Reads the first visible worksheet.
pub(super) fn read(bytes: &[u8], table: Gathering<'_>) -> Result<Table, ReadError> {
    let mut archive = Archive::open(bytes)?;
    let workbook = Workbook::read(&mut archive)?;
    let strings = match &workbook.strings {
        Some(part) => strings::read(&mut archive, part)?,
        None => Vec::new(),
    };
    let looks = match &workbook.styles {
        Some(part) => styles::read(&mut archive, part)?,
        None => Vec::new(),
    };
    let source = Source { strings: &strings, looks: &looks, epoch: workbook.epoch };
    cells::read(&mut archive, (&workbook.sheet, table), &source)
}
