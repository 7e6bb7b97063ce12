//! Workbooks for tests: ours with a part rewritten, and small ones written by hand.

use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// Packs parts into a workbook.
pub(crate) fn pack<'a>(parts: impl IntoIterator<Item = (&'a str, Vec<u8>)>) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(&bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The parts of a workbook as text.
pub(crate) fn unpack(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let part = |place| {
        let mut entry = archive.by_index(place).unwrap();
        let mut text = String::new();
        entry.read_to_string(&mut text).unwrap();
        (entry.name().unwrap().into_owned(), text)
    };
    (0..ZipArchive::new(Cursor::new(bytes)).unwrap().len()).map(part).collect()
}

/// A workbook with one part changed.
pub(crate) fn change(bytes: &[u8], part: &str, edit: impl Fn(&str) -> String) -> Vec<u8> {
    let parts = unpack(bytes);
    assert!(
        parts.iter().any(|(name, text)| name == part && edit(text) != *text),
        "{part} unchanged"
    );
    pack(parts.iter().map(|(name, text)| {
        let text = if name == part { edit(text) } else { text.clone() };
        (name.as_str(), text.into_bytes())
    }))
}

/// A workbook written by hand: the rows of its one worksheet, and the formats of its cells.
pub(crate) fn by_hand(rows: &str, styles: &str) -> Vec<u8> {
    let relation = |id: &str, kind: &str, target: &str| {
        format!(
            "<Relationship Id=\"{id}\" Type=\"http://example.org/relationships/{kind}\" Target=\"{target}\"/>"
        )
    };
    let relations = |list: String| format!("<Relationships>{list}</Relationships>").into_bytes();
    let links = relation("r1", "worksheet", "/xl/Worksheets/Sheet1.xml")
        + &relation("r2", "styles", "styles.xml");
    pack([
        ("_rels/.rels", relations(relation("a", "officeDocument", "xl/workbook.xml"))),
        ("xl/_rels/workbook.xml.rels", relations(links)),
        (
            "xl/workbook.xml",
            b"<workbook><sheets><sheet name=\"a\" r:id=\"r1\"/></sheets></workbook>".to_vec(),
        ),
        ("xl/styles.xml", format!("<styleSheet>{styles}</styleSheet>").into_bytes()),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet><sheetData>{rows}</sheetData></worksheet>").into_bytes(),
        ),
    ])
}
