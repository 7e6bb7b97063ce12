//! Why a table file is refused: what is wrong, where, and what to do.

use super::limits;
use crate::Wording;

/// Why a table file is refused. Rows are numbered as a spreadsheet program shows them, columns
/// carry their letters.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// There is no byte in the file, or no cell that holds anything.
    #[error("the file holds no table: put the column names in row 1 of the first worksheet")]
    Empty,
    /// The file is larger than is taken in at once.
    #[error("the file is larger than {} MB: split it and send the parts one by one", limits::FILE_BYTES >> 20)]
    FileTooLarge,
    /// An Excel file from before 2007.
    #[error("this is an old Excel file (.xls): open it in Excel or WPS and save it as .xlsx")]
    OldExcel,
    /// The workbook needs a password.
    #[error("the workbook is locked with a password: take the password off and save it again")]
    Locked,
    /// A web page under the name of a table, as some systems export it.
    #[error("this is a web page, not a table: open it in Excel or WPS and save it as .xlsx")]
    WebPage,
    /// Neither a workbook nor text.
    #[error("this is neither an .xlsx workbook nor a text table: save the table as .xlsx or .csv")]
    NotATable,
    /// The text is in none of the encodings that are read.
    #[error("line {line} is neither UTF-8 nor GB18030 text: save the table as .xlsx")]
    UnknownEncoding {
        /// The first line that cannot be read, counted in line breaks.
        line: usize,
    },
    /// The text is UTF-8 with broken places.
    #[error("line {line} holds broken UTF-8 text: save the table again, best as .xlsx")]
    BrokenUtf8 {
        /// The first broken line.
        line: usize,
    },
    /// A quotation mark opens a cell and is never closed.
    #[error("row {row}: a quotation mark opens a cell and never closes: close it or take it out")]
    UnclosedQuote {
        /// The row in which it opens.
        row: usize,
    },
    /// A column between others has no name.
    #[error("row {row}, column {column}: the column has no name: name it or delete it")]
    UnnamedColumn {
        /// The row of the header.
        row: usize,
        /// The letters of the column.
        column: String,
    },
    /// Two columns carry one name.
    #[error("columns {first} and {second} are both named `{name}`: rename one of them")]
    DuplicateColumn {
        /// The name they share.
        name: String,
        /// The letters of the first.
        first: String,
        /// The letters of the second.
        second: String,
    },
    /// A single cell stands where the column names should.
    #[error(
        "row {header} holds only `{title}` but row {row} has {cells} columns: delete the title above the column names"
    )]
    TitleAboveHeader {
        /// The row that was taken for the header.
        header: usize,
        /// What it holds.
        title: String,
        /// The first row with more cells.
        row: usize,
        /// How many it has.
        cells: usize,
    },
    /// A row has more cells than the header.
    #[error(
        "row {row} has {cells} columns, the header has {header}: name the extra columns or empty them"
    )]
    RowTooLong {
        /// The row.
        row: usize,
        /// How many cells it has, empty ones at its end left out.
        cells: usize,
        /// How many columns the header names.
        header: usize,
    },
    /// A cell stands right of the last column that is read.
    #[error(
        "row {row} reaches column {column}, at most {} columns are read: delete the others",
        limits::COLUMNS
    )]
    TooManyColumns {
        /// The row.
        row: usize,
        /// The letters of the column.
        column: String,
    },
    /// There are more rows than are taken in at once.
    #[error(
        "row {row} is past {} rows: split the table and send the parts one by one",
        limits::ROWS
    )]
    TooManyRows {
        /// The first row too many.
        row: usize,
    },
    /// Rows times columns, or the texts together, are more than is taken in at once.
    #[error("at row {row} the table grows too large: split it and send the parts one by one")]
    TableTooLarge {
        /// The row at which reading stopped.
        row: usize,
    },
    /// The archive has more files inside than any workbook needs.
    #[error(
        "the workbook has {entries} parts, at most {} are read: copy the table into a new workbook",
        limits::ARCHIVE_ENTRIES
    )]
    TooManyParts {
        /// How many there are.
        entries: usize,
    },
    /// Unpacked, the archive is far larger than a table can be.
    #[error("`{part}` unpacks to more than is read: copy the table alone into a new workbook")]
    UnpacksTooLarge {
        /// The part at which the bound was passed.
        part: String,
    },
    /// A part of the workbook cannot be read.
    #[error("the workbook is damaged at `{part}`: open it in Excel or WPS and save it again")]
    Damaged {
        /// The part.
        part: String,
    },
    /// The workbook has no visible worksheet.
    #[error("the workbook shows no worksheet: put the table on the first worksheet")]
    NoWorksheet,
    /// A number so long that the spreadsheet program has already lost its last digits.
    #[error(
        "row {row}, column {column}: this number has lost its last digits: set the column to text and type it again"
    )]
    DigitsLost {
        /// The row.
        row: usize,
        /// The letters of the column.
        column: String,
    },
    /// A formula that failed.
    #[error(
        "row {row}, column {column} shows the error {error}: correct the formula or type the value"
    )]
    FailedFormula {
        /// The row.
        row: usize,
        /// The letters of the column.
        column: String,
        /// What the cell shows, such as `#N/A`.
        error: String,
    },
}

impl ReadError {
    /// The same refusal without a language.
    pub fn wording(&self) -> Wording {
        self.place_wording().unwrap_or_else(|| self.file_wording())
    }

    /// Refusals that name a row or a column.
    fn place_wording(&self) -> Option<Wording> {
        let n = ToString::to_string;
        Some(match self {
            Self::UnclosedQuote { row } => Wording::new("sheet-unclosed-quote", [("row", n(row))]),
            Self::UnnamedColumn { row, column } => {
                Wording::new("sheet-unnamed-column", [("row", n(row)), ("column", column.clone())])
            }
            Self::DuplicateColumn { name, first, second } => Wording::new(
                "sheet-duplicate-column",
                [("name", name.clone()), ("first", first.clone()), ("second", second.clone())],
            ),
            Self::TitleAboveHeader { header, title, row, cells } => Wording::new(
                "sheet-title-above-header",
                [
                    ("header", n(header)),
                    ("title", title.clone()),
                    ("row", n(row)),
                    ("cells", n(cells)),
                ],
            ),
            Self::RowTooLong { row, cells, header } => Wording::new(
                "sheet-row-too-long",
                [("row", n(row)), ("cells", n(cells)), ("header", n(header))],
            ),
            Self::TooManyColumns { row, column } => Wording::new(
                "sheet-too-many-columns",
                [("row", n(row)), ("column", column.clone()), ("limit", n(&limits::COLUMNS))],
            ),
            Self::TooManyRows { row } => {
                Wording::new("sheet-too-many-rows", [("row", n(row)), ("limit", n(&limits::ROWS))])
            }
            Self::TableTooLarge { row } => Wording::new("sheet-table-too-large", [("row", n(row))]),
            Self::DigitsLost { row, column } => {
                Wording::new("sheet-digits-lost", [("row", n(row)), ("column", column.clone())])
            }
            Self::FailedFormula { row, column, error } => Wording::new(
                "sheet-failed-formula",
                [("row", n(row)), ("column", column.clone()), ("error", error.clone())],
            ),
            _ => return None,
        })
    }

    /// Refusals of the file as a whole.
    fn file_wording(&self) -> Wording {
        let n = ToString::to_string;
        match self {
            Self::FileTooLarge => Wording::new(
                "sheet-file-too-large",
                [("megabytes", n(&(limits::FILE_BYTES >> 20)))],
            ),
            Self::OldExcel => Wording::new("sheet-old-excel", []),
            Self::Locked => Wording::new("sheet-locked", []),
            Self::WebPage => Wording::new("sheet-web-page", []),
            Self::NotATable => Wording::new("sheet-not-a-table", []),
            Self::UnknownEncoding { line } => {
                Wording::new("sheet-unknown-encoding", [("line", n(line))])
            }
            Self::BrokenUtf8 { line } => Wording::new("sheet-broken-utf8", [("line", n(line))]),
            Self::TooManyParts { entries } => Wording::new(
                "sheet-too-many-parts",
                [("entries", n(entries)), ("limit", n(&limits::ARCHIVE_ENTRIES))],
            ),
            Self::UnpacksTooLarge { part } => {
                Wording::new("sheet-unpacks-too-large", [("part", part.clone())])
            }
            Self::Damaged { part } => Wording::new("sheet-damaged", [("part", part.clone())]),
            Self::NoWorksheet => Wording::new("sheet-no-worksheet", []),
            _ => Wording::new("sheet-empty", []),
        }
    }
}
