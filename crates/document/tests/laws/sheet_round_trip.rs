//! An export is its own import form: what is written and read back is the same table.

use jiff::ToSpan as _;
use jiff::civil::{Date, DateTime, date, datetime};
use proptest::prelude::*;
use qz_document::sheet::{Cell, Encoding, Sheet, Table, csv, read, xlsx};

/// The text a cell is read back as.
fn text(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.trim().replace("\r\n", "\n"),
        Cell::Number(number) => number.to_string(),
        Cell::Day(day) => day.to_string(),
        Cell::Moment(moment) if moment.second() == 0 => moment.strftime("%F %H:%M").to_string(),
        Cell::Moment(moment) => moment.strftime("%F %H:%M:%S").to_string(),
    }
}

/// The rows of the sheet as they must be read back: number and texts, rows of nothing left out.
fn expected(sheet: &Sheet) -> Vec<(usize, Vec<String>)> {
    let rows = sheet.rows.iter().map(|row| row.iter().map(text).collect::<Vec<_>>());
    (2..).zip(rows).filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty())).collect()
}

fn found(table: &Table) -> Vec<(usize, Vec<String>)> {
    table.rows.iter().map(|row| (row.number, row.cells.clone())).collect()
}

fn day() -> impl Strategy<Value = Date> {
    (0_i64..70_000).prop_map(|days| date(1900, 3, 1).checked_add(days.days()).unwrap())
}

fn moment() -> impl Strategy<Value = DateTime> {
    (day(), 0_i64..86_400)
        .prop_map(|(day, seconds)| day.at(0, 0, 0, 0).checked_add(seconds.seconds()).unwrap())
}

/// Text with everything that troubles table files, but no lone carriage return: XML has none.
fn words() -> impl Strategy<Value = String> {
    "([ '=+@＝－,;\"\ta_x0-9甲乙\u{3000}<&>-]|\n|_x000D_){0,12}"
}

fn cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        Just(Cell::Empty),
        words().prop_map(Cell::Text),
        any::<i64>().prop_map(Cell::Number),
        (-1000_i64..1000).prop_map(Cell::Number),
        day().prop_map(Cell::Day),
        moment().prop_map(Cell::Moment),
    ]
}

fn sheet() -> impl Strategy<Value = Sheet> {
    let rows = prop::collection::vec(prop::collection::vec(cell(), 4), 0..12);
    (rows, "[^\u{0}]{0,40}").prop_map(|(rows, title)| Sheet {
        title,
        header: ["=单位", "'-姓名", "日期;时间", "备\"注"].map(String::from).into(),
        rows,
        notes: vec!["共若干行".into()],
    })
}

proptest! {
    /// CSV: every value, the header and the row numbers come back as they were.
    #[test]
    fn csv_goes_round(sheet in sheet()) {
        let table = read(&csv(&sheet)).unwrap();
        prop_assert_eq!(table.encoding, Encoding::Utf8Marked);
        prop_assert_eq!(&table.header, &sheet.header);
        prop_assert_eq!(found(&table), expected(&sheet));
    }

    /// XLSX: the same, whatever the title.
    #[test]
    fn xlsx_goes_round(sheet in sheet()) {
        let table = read(&xlsx(&sheet).unwrap()).unwrap();
        prop_assert_eq!(table.encoding, Encoding::Workbook);
        prop_assert_eq!(&table.header, &sheet.header);
        prop_assert_eq!(found(&table), expected(&sheet));
    }

    /// No cell of a CSV export starts like a formula for any program that splits it as ours does.
    #[test]
    fn no_exported_text_runs_as_a_formula(text in words()) {
        let sheet = Sheet {
            header: vec!["x".into(), "y".into()],
            rows: vec![vec![Cell::Text("x".into()), Cell::Text(text)]],
            ..Sheet::default()
        };
        let file = csv(&sheet);
        let mut reader = ::csv::Reader::from_reader(&file[..]);
        let record = reader.records().next().unwrap().unwrap();
        let start = record[1].trim_start().chars().next().unwrap_or('x');
        prop_assert!(!"=+-@＝＋－＠".contains(start), "{:?}", &record[1]);
        prop_assert!(!record[1].starts_with(['\t', '\r', '\n']));
    }
}

#[test]
fn the_same_sheet_always_gives_the_same_bytes() {
    let sheet = sample();
    assert_eq!(xlsx(&sheet).unwrap(), xlsx(&sheet).unwrap());
    assert_eq!(csv(&sheet), csv(&sheet));
}

#[test]
fn dates_a_spreadsheet_does_not_know_and_long_numbers_are_written_as_text() {
    let sheet = Sheet {
        header: ["a", "b", "c"].map(String::from).into(),
        rows: vec![vec![
            Cell::Day(date(1899, 1, 2)),
            Cell::Moment(datetime(1900, 1, 31, 8, 0, 0, 0)),
            Cell::Number(110_101_199_003_070_011),
        ]],
        ..Sheet::default()
    };
    let table = read(&xlsx(&sheet).unwrap()).unwrap();
    assert_eq!(table.rows[0].cells, ["1899-01-02", "1900-01-31 08:00", "110101199003070011"]);
}

#[test]
fn a_text_no_cell_can_hold_is_refused() {
    let sheet = Sheet {
        header: vec!["a".into()],
        rows: vec![vec![Cell::Text("x".repeat(40_000))]],
        ..Sheet::default()
    };
    insta::assert_snapshot!(xlsx(&sheet).unwrap_err(), @"a text is longer than the 32767 characters a cell holds: export CSV");
    assert_eq!(read(&csv(&sheet)).unwrap().rows[0].cells[0].len(), 40_000);
}

/// One row of each kind of cell.
pub(crate) fn sample() -> Sheet {
    Sheet {
        title: "走访登记表 2015/06".into(),
        header: ["单位", "日期", "时间", "人数", "备注"].map(String::from).into(),
        rows: vec![
            vec![
                Cell::Text("石桥镇人民政府便民服务中心".into()),
                Cell::Day(date(2015, 6, 18)),
                Cell::Moment(datetime(2015, 6, 18, 9, 30, 0, 0)),
                Cell::Number(2),
                Cell::Text("=1+1".into()),
            ],
            vec![Cell::Text("县水务局".into()), Cell::Empty, Cell::Empty, Cell::Number(-1)],
        ],
        notes: vec!["筛选：全部单位".into(), "2016-02-16 09:01，共2行".into()],
    }
}
