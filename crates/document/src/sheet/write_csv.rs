//! A sheet as CSV: UTF-8 with a byte order mark (Excel and WPS need it to read Chinese), CRLF line
//! ends, and no text that a spreadsheet program would run as a formula.

use std::borrow::Cow;

use super::{Cell, Sheet, apostrophe, day_text, moment_text};

/// The whole sheet as the bytes of a CSV file. Its notes are left out: row 1 is the header.
pub fn csv(sheet: &Sheet) -> Vec<u8> {
    let mut out = String::from('\u{feff}');
    line(&mut out, sheet.header.iter().map(|name| apostrophe::guard(name)));
    for row in &sheet.rows {
        let padding = sheet.header.len().saturating_sub(row.len());
        let cells = row.iter().map(cell_text);
        line(&mut out, cells.chain(std::iter::repeat_n(Cow::Borrowed(""), padding)));
    }
    out.into_bytes()
}

fn cell_text(cell: &Cell) -> Cow<'_, str> {
    match cell {
        Cell::Empty => Cow::Borrowed(""),
        Cell::Text(text) => apostrophe::guard(text),
        Cell::Number(number) => Cow::Owned(number.to_string()),
        Cell::Day(day) => Cow::Owned(day_text(*day)),
        Cell::Moment(moment) => Cow::Owned(moment_text(*moment)),
    }
}

fn line<'a>(out: &mut String, cells: impl Iterator<Item = Cow<'a, str>>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.push(',');
        }
        quote(out, &cell);
    }
    out.push_str("\r\n");
}

/// Any sign that some program takes for a separator is quoted, and so is white space at the ends.
fn quote(out: &mut String, cell: &str) {
    let special = cell.contains([',', ';', '\t', '"', '\r', '\n']);
    if special || cell.starts_with(char::is_whitespace) || cell.ends_with(char::is_whitespace) {
        out.push('"');
        out.push_str(&cell.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(cell);
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, datetime};

    use super::{Cell, Sheet, csv};

    fn text(sheet: &Sheet) -> String {
        String::from_utf8(csv(sheet)).unwrap()
    }

    #[test]
    fn a_sheet_is_written_line_by_line_with_mark_and_crlf() {
        let sheet = Sheet {
            header: ["单位", "日期", "时间", "次数", "备注"].map(String::from).into(),
            rows: vec![
                vec![
                    Cell::Text("石桥镇".into()),
                    Cell::Day(date(2015, 6, 18)),
                    Cell::Moment(datetime(2015, 6, 18, 9, 30, 0, 0)),
                    Cell::Number(-3),
                    Cell::Text("说\"好\",\n两行".into()),
                ],
                vec![Cell::Empty, Cell::Text("a;b".into())],
            ],
            ..Sheet::default()
        };
        assert_eq!(
            text(&sheet),
            "\u{feff}单位,日期,时间,次数,备注\r\n\
             石桥镇,2015-06-18,2015-06-18 09:30,-3,\"说\"\"好\"\",\n两行\"\r\n\
             ,\"a;b\",,,\r\n"
        );
    }

    #[test]
    fn a_text_that_would_run_as_a_formula_gets_an_apostrophe_and_a_number_does_not() {
        let sheet = Sheet {
            header: vec!["=名称".into(), "数".into()],
            rows: vec![vec![Cell::Text("=HYPERLINK(\"x\")".into()), Cell::Number(-1)]],
            ..Sheet::default()
        };
        assert_eq!(text(&sheet), "\u{feff}'=名称,数\r\n\"'=HYPERLINK(\"\"x\"\")\",-1\r\n");
    }
}
