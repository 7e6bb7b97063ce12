//! Sheets (表格): what the product hands out as CSV or XLSX and what it takes in.
//!
//! [`csv`] and [`xlsx`] write a [`Sheet`]; [`read`] takes any table a county's offices send. An
//! export is its own import form: reading it back gives the same header and the same texts.

mod apostrophe;
mod encoding;
mod limits;
mod read;
mod read_text;
mod read_xlsx;
mod refusal;
mod write_csv;
mod write_xlsx;

use jiff::civil::{Date, DateTime};

pub use encoding::Encoding;
pub use read::{read, read_below};
pub use refusal::ReadError;
pub use write_csv::csv;
pub use write_xlsx::{SheetError, xlsx};

/// One value of a table that is written out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing is known or nothing applies.
    Empty,
    /// Words, codes and every number that is not to be added up (identity numbers, telephones).
    Text(String),
    /// A whole number that may be added up.
    Number(i64),
    /// A civil day, written `2015-06-18`.
    Day(Date),
    /// A civil day and time of day, written `2015-06-18 09:30`; seconds only when there are any.
    Moment(DateTime),
}

/// A table to be written out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// What the table is: the name of the worksheet and the line above each printed page.
    pub title: String,
    /// The names of the columns: row 1.
    pub header: Vec<String>,
    /// The rows below the header; a row shorter than the header ends in empty cells.
    pub rows: Vec<Vec<Cell>>,
    /// What the export is, by which filter, when and how many rows: printed on the second worksheet
    /// of an XLSX file, left out of CSV so that row 1 stays the header.
    pub notes: Vec<String>,
}

/// A table that was read in: every value is trimmed text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The names of the columns as the file gives them, without empty ones at the end.
    pub header: Vec<String>,
    /// The rows that hold anything, in file order.
    pub rows: Vec<Row>,
    /// What kind of file it was.
    pub encoding: Encoding,
}

/// One row of a table that was read in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The row number a person sees in Excel or WPS: the first line of the file is 1.
    pub number: usize,
    /// As many cells as the header has columns; dates are `2015-06-18` or `2015-06-18 09:30`.
    pub cells: Vec<String>,
}

/// How a day is written in text.
fn day_text(day: Date) -> String {
    day.strftime("%Y-%m-%d").to_string()
}

/// How a moment is written in text: seconds only when there are any.
fn moment_text(moment: DateTime) -> String {
    let pattern = if moment.second() == 0 { "%Y-%m-%d %H:%M" } else { "%Y-%m-%d %H:%M:%S" };
    moment.strftime(pattern).to_string()
}
