//! XLSX workbooks: what ours hold, and what those of other programs are read as.

use std::io::Cursor;

use calamine::{DataType as _, Reader as _};
use qz_document::sheet::{ReadError, Sheet, Table, read, xlsx};

use crate::sheet_round_trip::sample;
use crate::workbook_samples::{by_hand, change, unpack};

fn part(bytes: &[u8], name: &str) -> String {
    unpack(bytes).into_iter().find(|(part, _)| part == name).unwrap().1
}

fn rows(table: &Table) -> Vec<Vec<&str>> {
    table.rows.iter().map(|row| row.cells.iter().map(String::as_str).collect()).collect()
}

#[test]
fn an_export_is_ready_to_read_filter_and_print() {
    let page = part(&xlsx(&sample()).unwrap(), "xl/worksheets/sheet1.xml");
    for setting in [
        "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>",
        "<autoFilter ref=\"A1:E3\"/>",
        "paperSize=\"9\"",
        "orientation=\"landscape\"",
        "fitToHeight=\"0\"",
        "<oddHeader>&amp;C走访登记表 2015/06</oddHeader>",
        "<oddFooter>&amp;C&amp;P / &amp;N</oddFooter>",
    ] {
        assert!(page.contains(setting), "{setting} in {page}");
    }
    let book = part(&xlsx(&sample()).unwrap(), "xl/workbook.xml");
    assert!(book.contains("_xlnm.Print_Titles"), "{book}");
    assert!(book.contains("name=\"走访登记表 201506\"") && book.contains("name=\"说明 Notes\""));
}

#[test]
fn a_column_of_han_is_as_wide_as_its_words() {
    let page = part(&xlsx(&sample()).unwrap(), "xl/worksheets/sheet1.xml");
    let width = page.split("<col min=\"1\" max=\"1\" width=\"").nth(1).unwrap();
    let width: f64 = width.split('"').next().unwrap().parse().unwrap();
    assert!((28.0..30.0).contains(&width), "{width}");
}

#[test]
fn a_formula_in_a_text_stays_a_text() {
    let bytes = xlsx(&sample()).unwrap();
    assert!(!part(&bytes, "xl/worksheets/sheet1.xml").contains("<f>"));
    assert!(part(&bytes, "xl/sharedStrings.xml").contains("<t>=1+1</t>"));
}

#[test]
fn any_title_makes_a_worksheet() {
    for title in ["", "history", "说明 notes", "a/b\\c:d*e?f[g]", "'a'", &"长".repeat(40), "&P&D\n"]
    {
        let sheet = Sheet { title: title.to_owned(), ..sample() };
        assert_eq!(read(&xlsx(&sheet).unwrap()).unwrap().rows.len(), 2, "{title}");
    }
}

#[test]
fn a_second_reader_sees_the_same_cells_with_their_types() {
    let mut book = calamine::Xlsx::new(Cursor::new(xlsx(&sample()).unwrap())).unwrap();
    let range = book.worksheet_range("走访登记表 201506").unwrap();
    let row = range.rows().nth(1).unwrap();
    assert_eq!(row[0].get_string(), Some("石桥镇人民政府便民服务中心"));
    assert_eq!(row[1].get_datetime().unwrap().to_ymd_hms_milli(), (2015, 6, 18, 0, 0, 0, 0));
    assert_eq!(row[2].get_datetime().unwrap().to_ymd_hms_milli(), (2015, 6, 18, 9, 30, 0, 0));
    assert_eq!(row[3].get_float(), Some(2.0));
    assert_eq!(row[4].get_string(), Some("=1+1"));
    let notes = book.worksheet_range("说明 Notes").unwrap();
    assert_eq!(notes.get_value((2, 0)).unwrap().get_string(), Some("2016-02-16 09:01，共2行"));
}

#[test]
fn cells_of_every_kind_are_read() {
    let formats = "<numFmts><numFmt numFmtId=\"200\" formatCode=\"000000\"/></numFmts><cellXfs><xf/>\
        <xf numFmtId=\"200\"/><xf numFmtId=\"31\"/><xf numFmtId=\"22\"/><xf numFmtId=\"20\"/></cellXfs>";
    let book = by_hand(
        "<row><c t=\"inlineStr\"><is><t>甲</t></is></c><c t=\"str\"><v>乙</v></c><c t=\"str\"><v>丙</v></c></row>\
         <row r=\"4\"><c r=\"A4\"><v>3.0</v></c><c r=\"C4\" t=\"b\"><v>1</v></c></row>\
         <row><c s=\"1\"><v>42</v></c><c s=\"2\"><v>42173</v></c><c s=\"3\"><v>42173.395833</v></c></row>\
         <row><c s=\"4\"><v>0.395833</v></c><c t=\"d\"><v>2015-06-18T09:30:00</v></c><c t=\"str\"><f>A1</f><v>a &lt;&#x4E59;</v></c></row>\
         <row><c t=\"inlineStr\"><is><r><t>两</t></r><rPh><t>liǎng</t></rPh><r><t>段_x000A_</t></r></is></c><c/><c t=\"str\"/></row>",
        formats,
    );
    let table = read(&book).unwrap();
    assert_eq!(table.header, ["甲", "乙", "丙"]);
    assert_eq!(
        rows(&table),
        [
            ["3", "", "TRUE"],
            ["000042", "2015-06-18", "2015-06-18 09:30"],
            ["09:30", "2015-06-18 09:30", "a <乙"],
            ["两段", "", ""],
        ]
    );
    let numbers: Vec<usize> = table.rows.iter().map(|row| row.number).collect();
    assert_eq!(numbers, [4, 5, 6, 7]);
}

#[test]
fn names_with_prefixes_and_a_1904_calendar_are_read() {
    let bytes = xlsx(&sample()).unwrap();
    let prefixed = change(&bytes, "xl/worksheets/sheet1.xml", |page| {
        page.replace("<row ", "<x:row ")
            .replace("</row>", "</x:row>")
            .replace("<v>", "<x:v>")
            .replace("</v>", "</x:v>")
    });
    assert_eq!(read(&prefixed).unwrap(), read(&bytes).unwrap());
    let since_1904 = change(&bytes, "xl/workbook.xml", |book| {
        book.replace("<workbookPr ", "<workbookPr date1904=\"1\" ")
    });
    assert_eq!(read(&since_1904).unwrap().rows[0].cells[1], "2019-06-19");
}

#[test]
fn a_hidden_worksheet_is_passed_over() {
    let hidden = change(&xlsx(&sample()).unwrap(), "xl/workbook.xml", |book| {
        book.replace("sheetId=\"1\"", "sheetId=\"1\" state=\"hidden\"")
    });
    assert_eq!(read(&hidden).unwrap().header, ["走访登记表 2015/06"]);
    let none = change(&hidden, "xl/workbook.xml", |book| {
        book.replace("sheetId=\"2\"", "sheetId=\"2\" state=\"veryHidden\"")
    });
    assert_eq!(read(&none), Err(ReadError::NoWorksheet));
}

#[test]
fn a_number_that_lost_its_digits_and_a_failed_formula_name_their_cell() {
    let header = "<row><c t=\"str\"><v>a</v></c><c t=\"str\"><v>b</v></c></row>";
    let number = "<row/><row><c/><c><v>1.10101199003070E+17</v></c></row>";
    assert_eq!(
        read(&by_hand(&format!("{header}{number}"), "")),
        Err(ReadError::DigitsLost { row: 3, column: "B".into() })
    );
    let failed = "<row><c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>";
    assert_eq!(
        read(&by_hand(&format!("{header}{failed}"), "")),
        Err(ReadError::FailedFormula { row: 2, column: "A".into(), error: "#DIV/0!".into() })
    );
}

#[test]
fn a_cell_far_to_the_right_is_named_by_its_letters() {
    let row = "<row><c t=\"str\"><v>a</v></c><c r=\"XFD1\" t=\"str\"><v>b</v></c></row>";
    assert_eq!(
        read(&by_hand(row, "")),
        Err(ReadError::TooManyColumns { row: 1, column: "XFD".into() })
    );
    let blank = row.replace("<v>b</v>", "<v> </v>");
    assert_eq!(read(&by_hand(&blank, "")).unwrap().header, ["a"]);
}
