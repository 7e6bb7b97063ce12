//! A sheet as an XLSX workbook: typed cells under a bold, frozen header, ready to print on A4
//! landscape. The notes stand on a second worksheet, so that the first can be imported as it is.

use jiff::civil::{Date, DateTime};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};

use super::{Cell, Sheet, apostrophe, day_text, moment_text};

/// Numbers past fifteen digits are written as text: spreadsheet programs would round them.
const EXACT: u64 = 999_999_999_999_999;
/// The widest column, in half-width characters; longer texts wrap.
const WIDEST: usize = 60;
/// A4 in the list of paper sizes.
const A4: u8 = 9;
/// Characters a worksheet's name may have.
const NAME_LENGTH: usize = 31;

/// Why a sheet cannot be written as a workbook.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// There are more rows or columns than a worksheet has.
    #[error("the table is larger than a worksheet: narrow the filter or export CSV")]
    TooLarge,
    /// A text is longer than a cell holds.
    #[error("a text is longer than the 32767 characters a cell holds: export CSV")]
    TextTooLong,
    /// The workbook could not be put together.
    #[error("the workbook could not be written")]
    Write(#[source] XlsxError),
}

impl From<XlsxError> for SheetError {
    fn from(error: XlsxError) -> Self {
        match error {
            XlsxError::RowColumnLimitError => Self::TooLarge,
            XlsxError::MaxStringLengthExceeded => Self::TextTooLong,
            error => Self::Write(error),
        }
    }
}

/// The whole sheet as the bytes of an XLSX file. The same sheet always gives the same bytes: the
/// file carries no time of its own, its notes say when it was made.
pub fn xlsx(sheet: &Sheet) -> Result<Vec<u8>, SheetError> {
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new().set_title(&sheet.title).set_creation_datetime(&made);
    workbook.set_properties(&properties);
    let name = worksheet_name(&sheet.title);
    write_table(workbook.add_worksheet().set_name(&name)?, sheet)?;
    if !sheet.notes.is_empty() {
        let taken = name.to_lowercase() == NOTES.to_lowercase();
        let name = if taken { DATA } else { NOTES };
        write_notes(workbook.add_worksheet().set_name(name)?, sheet)?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// The names of the two worksheets where the title gives none.
const DATA: &str = "数据 Data";
const NOTES: &str = "说明 Notes";

fn write_table(page: &mut Worksheet, sheet: &Sheet) -> Result<(), SheetError> {
    set_up_print(page, &sheet.title)?;
    let widths = widths(sheet);
    for (column, width) in widths.iter().enumerate() {
        page.set_column_width(place(column)?, characters((*width).min(WIDEST) + 2))?;
    }
    let bold = Format::new().set_bold().set_align(FormatAlign::Top).set_text_wrap();
    for (column, name) in sheet.header.iter().enumerate() {
        let name = apostrophe::guard_typed(name);
        page.write_string_with_format(0, place(column)?, name, &bold)?;
    }
    let looks = Looks::new();
    for (row, cells) in sheet.rows.iter().enumerate() {
        let row = u32::try_from(row + 1).map_err(|_| SheetError::TooLarge)?;
        for (column, cell) in cells.iter().enumerate() {
            let wide = widths.get(column).is_some_and(|width| *width > WIDEST);
            looks.write(page, (row, place(column)?), cell, wide)?;
        }
    }
    if let Some(last) = sheet.header.len().checked_sub(1) {
        let rows = u32::try_from(sheet.rows.len()).map_err(|_| SheetError::TooLarge)?;
        page.autofilter(0, 0, rows, place(last)?)?;
    }
    Ok(())
}

/// A4 landscape, one page wide, the header on every page, title above and page number below.
fn set_up_print(page: &mut Worksheet, title: &str) -> Result<(), SheetError> {
    page.set_freeze_panes(1, 0)?;
    page.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    page.set_repeat_rows(0, 0)?;
    let title: String = title.chars().filter(|c| !c.is_control()).take(80).collect();
    page.set_header(format!("&C{}", title.replace('&', "&&")));
    page.set_footer("&C&P / &N");
    Ok(())
}

fn write_notes(page: &mut Worksheet, sheet: &Sheet) -> Result<(), SheetError> {
    page.set_paper_size(A4).set_landscape().set_column_width(0, characters(100))?;
    let bold = Format::new().set_bold();
    page.write_string_with_format(0, 0, &sheet.title, &bold)?;
    let wrap = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (row, note) in (1..).zip(&sheet.notes) {
        page.write_string_with_format(row, 0, note, &wrap)?;
    }
    Ok(())
}

/// How cells of each kind look.
struct Looks {
    text: Format,
    wide: Format,
    number: Format,
    day: Format,
    minute: Format,
    second: Format,
}

impl Looks {
    fn new() -> Self {
        let top = || Format::new().set_align(FormatAlign::Top);
        Self {
            text: top(),
            wide: top().set_text_wrap(),
            number: top().set_num_format("0"),
            day: top().set_num_format("yyyy-mm-dd"),
            minute: top().set_num_format("yyyy-mm-dd hh:mm"),
            second: top().set_num_format("yyyy-mm-dd hh:mm:ss"),
        }
    }

    fn write(
        &self,
        page: &mut Worksheet,
        (row, column): (u32, u16),
        cell: &Cell,
        wide: bool,
    ) -> Result<(), SheetError> {
        let text = |page: &mut Worksheet, text: &str| {
            let look = if wide || text.contains('\n') { &self.wide } else { &self.text };
            page.write_string_with_format(row, column, apostrophe::guard_typed(text), look)
                .map(drop)
        };
        match cell {
            Cell::Empty => Ok(()),
            Cell::Text(words) => text(page, words),
            Cell::Number(value) if value.unsigned_abs() > EXACT => text(page, &value.to_string()),
            Cell::Number(value) => {
                page.write_number_with_format(row, column, exact(*value), &self.number).map(drop)
            }
            Cell::Day(day) => match excel_day(*day) {
                Some(date) => {
                    page.write_datetime_with_format(row, column, &date, &self.day).map(drop)
                }
                None => text(page, &day_text(*day)),
            },
            Cell::Moment(moment) => match excel_moment(*moment) {
                Some(date) => {
                    let look = if moment.second() == 0 { &self.minute } else { &self.second };
                    page.write_datetime_with_format(row, column, &date, look).map(drop)
                }
                None => text(page, &moment_text(*moment)),
            },
        }
        .map_err(SheetError::from)
    }
}

/// A day as a date of the spreadsheet; none before 1900-03-01, where programs disagree.
fn excel_day(day: Date) -> Option<ExcelDateTime> {
    let sound = day >= jiff::civil::date(1900, 3, 1);
    let [month, date] = [day.month(), day.day()].map(u8::try_from);
    let made = ExcelDateTime::from_ymd(u16::try_from(day.year()).ok()?, month.ok()?, date.ok()?);
    made.ok().filter(|_| sound)
}

/// A moment, whole seconds.
fn excel_moment(moment: DateTime) -> Option<ExcelDateTime> {
    let day = excel_day(moment.date())?;
    let hour = u16::try_from(moment.hour()).ok()?;
    let minute = u8::try_from(moment.minute()).ok()?;
    day.and_hms(hour, minute, f64::from(moment.second())).ok()
}

/// The title as a worksheet's name: the signs and the length programs allow.
fn worksheet_name(title: &str) -> String {
    let allowed = |c: &char| !c.is_control() && !"[]:*?/\\".contains(*c);
    let mut name = String::new();
    for c in title.trim().trim_matches('\'').chars().filter(allowed) {
        if name.encode_utf16().count() + c.len_utf16() > NAME_LENGTH {
            break;
        }
        name.push(c);
    }
    let name = name.trim().trim_matches('\'');
    if name.is_empty() || name.eq_ignore_ascii_case("history") { DATA } else { name }.to_owned()
}

/// The widest line of each column, in half-width characters.
fn widths(sheet: &Sheet) -> Vec<usize> {
    let mut widths: Vec<usize> = sheet.header.iter().map(|name| width(name) + 2).collect();
    for row in &sheet.rows {
        for (widest, cell) in widths.iter_mut().zip(row) {
            *widest = (*widest).max(match cell {
                Cell::Empty => 0,
                Cell::Text(text) => width(text),
                Cell::Number(number) => number.to_string().len(),
                Cell::Day(_) => 10,
                Cell::Moment(_) => 19,
            });
        }
    }
    widths
}

/// The width of a text's longest line: Han characters and full-width signs count two.
fn width(text: &str) -> usize {
    let one = |line: &str| line.chars().map(|c| if c < '\u{1100}' { 1 } else { 2 }).sum();
    text.lines().map(one).max().unwrap_or_default()
}

fn place(column: usize) -> Result<u16, SheetError> {
    u16::try_from(column).map_err(|_| SheetError::TooLarge)
}

fn characters(width: usize) -> f64 {
    u32::try_from(width).map_or(f64::from(u32::MAX), f64::from)
}

#[expect(clippy::cast_precision_loss, reason = "at most fifteen digits: exact")]
fn exact(value: i64) -> f64 {
    value as f64
}
