//! Text tables: encodings, separators, quotes, row numbers.

use encoding_rs::{BIG5, GB18030, SHIFT_JIS};
use proptest::prelude::*;
use qz_document::sheet::{Encoding, ReadError, Table, read};

const SAMPLE: &str = "单位,姓名,日期\n石桥镇人民政府,欧阳某,2015-06-18\n县水务局,镕某,2015-06-19\n";

fn rows(table: &Table) -> Vec<Vec<&str>> {
    table.rows.iter().map(|row| row.cells.iter().map(String::as_str).collect()).collect()
}

fn wide(text: &str, low_first: bool) -> Vec<u8> {
    let unit = |unit: u16| if low_first { unit.to_le_bytes() } else { unit.to_be_bytes() };
    "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(unit).collect()
}

#[test]
fn one_table_reads_alike_in_every_encoding() {
    let (gb, _, _) = GB18030.encode(SAMPLE);
    let files = [
        (SAMPLE.as_bytes().to_vec(), Encoding::Utf8),
        (format!("\u{feff}{SAMPLE}").into_bytes(), Encoding::Utf8Marked),
        (wide(SAMPLE, true), Encoding::Utf16Le),
        (wide(SAMPLE, false), Encoding::Utf16Be),
        (gb.to_vec(), Encoding::Gb18030),
        ([b"\x84\x31\x95\x33", &gb[..]].concat(), Encoding::Gb18030),
    ];
    let plain = read(SAMPLE.as_bytes()).unwrap();
    assert_eq!(rows(&plain)[1], ["县水务局", "镕某", "2015-06-19"]);
    for (file, encoding) in files {
        let table = read(&file).unwrap();
        assert_eq!((&table.header, &table.rows), (&plain.header, &plain.rows));
        assert_eq!(table.encoding, encoding);
    }
}

#[test]
fn han_that_happens_to_be_valid_utf8_is_read_as_han() {
    let (bytes, _, _) = GB18030.encode("kind\n学校\n医药\n");
    assert!(std::str::from_utf8(&bytes).is_ok());
    let table = read(&bytes).unwrap();
    assert_eq!(table.encoding, Encoding::Gb18030);
    assert_eq!(rows(&table), [["学校"], ["医药"]]);
    let latin = read("name\nÀlexis · nǚ ±5°\n".as_bytes()).unwrap();
    assert_eq!(latin.encoding, Encoding::Utf8);
}

#[test]
fn other_encodings_are_refused_and_not_garbled() {
    let big5 = BIG5.encode("單位,姓名\n石橋鎮人民政府,歐陽某\n縣水務局辦公室,陳某\n").0;
    let sjis = SHIFT_JIS.encode("単位,氏名\n石橋町役場の窓口,ヤマダ\n").0;
    for bytes in [big5, sjis] {
        assert!(matches!(read(&bytes), Err(ReadError::UnknownEncoding { .. })));
    }
}

#[test]
fn broken_utf8_names_its_line() {
    let mut bytes = SAMPLE.as_bytes().to_vec();
    let at = SAMPLE.find("镕").unwrap();
    bytes.remove(at);
    assert_eq!(read(&bytes), Err(ReadError::BrokenUtf8 { line: 3 }));
    let marked = [b"\xef\xbb\xbf".as_slice(), &bytes].concat();
    assert_eq!(read(&marked), Err(ReadError::BrokenUtf8 { line: 3 }));
}

#[test]
fn the_header_line_decides_the_separator() {
    for (file, cells) in [
        ("a,b\n1,2;3\n", vec!["1", "2;3"]),
        ("a;b\n1;2,3\n", vec!["1", "2,3"]),
        ("a\tb\n1\t2,3\n", vec!["1", "2,3"]),
        ("\"a;a;a\",b\n1,2\n", vec!["1", "2"]),
        ("\n\r\na;b\n1;2\n", vec!["1", "2"]),
        ("\"a\n,,,\";b\n1;2\n", vec!["1", "2"]),
        ("a\n1\n", vec!["1"]),
    ] {
        assert_eq!(rows(&read(file.as_bytes()).unwrap()), [cells], "{file:?}");
    }
}

#[test]
fn rows_are_numbered_as_a_person_sees_them() {
    let file = "a,b\r\n1,\"two\nlines\"\r\n\r\n , \u{3000}\r\n5,x\r\n";
    let table = read(file.as_bytes()).unwrap();
    let numbers: Vec<usize> = table.rows.iter().map(|row| row.number).collect();
    assert_eq!(numbers, [2, 5]);
    assert_eq!(rows(&table), [["1", "two\nlines"], ["5", "x"]]);
}

#[test]
fn cells_are_trimmed_and_short_rows_are_filled_up() {
    let file = "\u{3000}单位 ,备注,,\n  石桥镇\u{3000},\n\u{a0}县局\u{200b},x,,\n";
    let table = read(file.as_bytes()).unwrap();
    assert_eq!(table.header, ["单位", "备注"]);
    assert_eq!(rows(&table), [["石桥镇", ""], ["县局", "x"]]);
}

#[test]
fn old_line_ends_and_quotes_inside_words_are_read() {
    let table = read(b"a,b\r1,x\"y\"\r\"2\"z,\"\"\r").unwrap();
    assert_eq!(rows(&table), [["1", "x\"y\""], ["2z", ""]]);
}

#[test]
fn a_table_at_its_bounds_is_read_and_one_past_them_is_not() {
    let header: Vec<String> = (0..64).map(|column| format!("c{column}")).collect();
    let wide = format!("{},,,\n1\n", header.join(","));
    assert_eq!(read(wide.as_bytes()).unwrap().header.len(), 64);
    let wider = format!("{},,x\n", header.join(","));
    let column = "BN".to_owned();
    assert_eq!(read(wider.as_bytes()), Err(ReadError::TooManyColumns { row: 1, column }));

    let long = format!("a\n{}", "1\n".repeat(200_000));
    assert_eq!(read(long.as_bytes()).unwrap().rows.len(), 200_000);
    let longer = format!("{long}1\n");
    assert_eq!(read(longer.as_bytes()), Err(ReadError::TooManyRows { row: 200_002 }));

    let vast = format!("{}\n{}", header.join(","), "1\n".repeat(62_501));
    assert_eq!(read(vast.as_bytes()), Err(ReadError::TableTooLarge { row: 62_502 }));
}

/// A row as wide as a header of nine: empty cells at its end come and go.
fn nine_wide(mut cells: Vec<String>) -> Vec<String> {
    while cells.last().is_some_and(String::is_empty) {
        cells.pop();
    }
    cells.resize(cells.len().max(9), String::new());
    cells
}

/// Words of first-level Han characters of GB 2312.
fn everyday_word() -> impl Strategy<Value = String> {
    let han = (0xb0_u8..=0xd6, 0xa1_u8..=0xfe)
        .prop_map(|(lead, trail)| GB18030.decode(&[lead, trail]).0.into_owned());
    prop::collection::vec(han, 1..12).prop_map(|han| han.concat())
}

proptest! {
    /// Where the `csv` crate and this reader both have a meaning for a file, it is the same one.
    #[test]
    fn a_second_reader_agrees(body in "[a,\"\r\n甲 ]{0,40}") {
        let file = format!("h1,h2,h3,h4,h5,h6,h7,h8,h9\n{body}");
        let mut second = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(file.as_bytes());
        let second: Vec<Vec<String>> = second
            .records()
            .skip(1)
            .map(|record| record.unwrap().iter().map(|cell| cell.trim().to_owned()).collect::<Vec<_>>())
            .map(nine_wide)
            .filter(|cells| cells.iter().any(|cell| !cell.is_empty()))
            .collect();
        if let Ok(table) = read(file.as_bytes()) {
            prop_assert_eq!(rows(&table), second);
        }
    }

    /// Text of everyday characters with a rare one among them survives the way through GB18030.
    #[test]
    fn gb18030_goes_round(words in prop::collection::vec(everyday_word(), 2..20), rare in "[镕堃喆㛃𠮷]") {
        let text = format!("编号与单位名称\n{}\n{rare}\n", words.join("\n"));
        let table = read(&GB18030.encode(&text).0).unwrap();
        prop_assert_eq!(table.encoding, Encoding::Gb18030);
        let read: Vec<String> = rows(&table).concat().into_iter().map(str::to_owned).collect();
        prop_assert_eq!(&read[..words.len()], words.as_slice());
        prop_assert_eq!(&read[words.len()], &rare);
    }

    /// No bytes whatever make the reader fail in any other way than with a sentence.
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = read(&bytes).map_err(|refusal| refusal.to_string());
    }
}
