//! Workbooks made to do harm: each is refused with a sentence, at once, within little memory.

use std::io::Write as _;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use qz_document::sheet::{ReadError, read, xlsx};

use crate::sheet_round_trip::sample;
use crate::workbook_samples::{by_hand, change, pack, unpack};

/// What is said about a file, which must be said within a second.
fn refusal(bytes: &[u8]) -> String {
    let start = Instant::now();
    let refusal = read(bytes).unwrap_err().to_string();
    assert!(start.elapsed() < Duration::from_secs(1), "{:?}", start.elapsed());
    refusal
}

/// An archive of one part whose directory declares a size, written byte by byte: the part itself is
/// packed zeros.
fn declaring(size: u64, zeros: usize) -> Vec<u8> {
    let name = b"xl/worksheets/sheet1.xml";
    let packed = packed_zeros(zeros);
    let packed_size = u32::try_from(packed.len()).unwrap();
    let sizes = [packed_size.to_le_bytes(), u32::MAX.to_le_bytes()].concat();
    let extra = [&[1, 0, 8, 0][..], &size.to_le_bytes()].concat();
    let lengths = [u16::try_from(name.len()).unwrap(), u16::try_from(extra.len()).unwrap()];
    let lengths = lengths.map(u16::to_le_bytes).concat();
    let fixed = [45, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    let local = [b"PK\x03\x04", &fixed[..], &sizes, &lengths, name, &extra].concat();
    let entry =
        [b"PK\x01\x02\x2d\x00", &fixed[..], &sizes, &lengths, &[0; 14], name, &extra].concat();
    let start = u32::try_from(local.len() + packed.len()).unwrap();
    let mut end = b"PK\x05\x06\0\0\0\0\x01\0\x01\0".to_vec();
    end.write_all(&u32::try_from(entry.len()).unwrap().to_le_bytes()).unwrap();
    end.write_all(&start.to_le_bytes()).unwrap();
    [local, packed, entry, end, vec![0, 0]].concat()
}

/// Zeros as a packer stores them, taken out of a whole archive.
fn packed_zeros(zeros: usize) -> Vec<u8> {
    let archive = pack([("a", vec![0; zeros])]);
    let directory = archive.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
    archive[31..directory].to_vec()
}

#[test]
fn ten_gigabytes_of_zeros_are_refused_without_unpacking() {
    insta::assert_snapshot!(refusal(&declaring(10 << 30, 1 << 20)), @"`xl/worksheets/sheet1.xml` unpacks to more than is read: copy the table alone into a new workbook");
}

#[test]
fn a_directory_that_declares_too_little_is_believed_and_the_rest_never_unpacked() {
    let sheet = "x".repeat(64 << 20);
    let honest = by_hand(&format!("<row><c t=\"str\"><v>{sheet}</v></c></row>"), "");
    let size = u32::try_from(sheet.len()).unwrap();
    let mut lying = honest.clone();
    let whole = honest
        .windows(4)
        .enumerate()
        .filter(|(_, window)| {
            u32::from_le_bytes((*window).try_into().unwrap()).abs_diff(size) < 200
        })
        .map(|(at, _)| at);
    for at in whole {
        lying[at..at + 4].copy_from_slice(&9_000_u32.to_le_bytes());
    }
    assert!(refusal(&honest).contains("unpacks to more than is read"));
    insta::assert_snapshot!(refusal(&lying), @"the workbook is damaged at `xl/Worksheets/Sheet1.xml`: open it in Excel or WPS and save it again");
}

#[test]
fn an_archive_of_thousands_of_parts_is_refused() {
    let names: Vec<String> = (0..2001).map(|part| format!("xl/{part}.xml")).collect();
    let archive = pack(names.iter().map(|name| (name.as_str(), Vec::new())));
    insta::assert_snapshot!(refusal(&archive), @"the workbook has 2001 parts, at most 2000 are read: copy the table into a new workbook");
}

#[test]
fn a_part_packed_far_too_tightly_is_refused() {
    let strings = change(&xlsx(&sample()).unwrap(), "xl/sharedStrings.xml", |strings| {
        strings.replace("<sst ", &format!("<!--{}--><sst ", " ".repeat(8 << 20)))
    });
    insta::assert_snapshot!(refusal(&strings), @"`xl/sharedStrings.xml` unpacks to more than is read: copy the table alone into a new workbook");
}

/// `calamine` 0.38 ends the process here: it reserves what the file announces.
#[test]
fn announced_counts_and_ranges_cost_nothing() {
    let bytes = xlsx(&sample()).unwrap();
    let announced = change(&bytes, "xl/sharedStrings.xml", |strings| {
        let (before, after) = strings.split_once("uniqueCount=\"").unwrap();
        format!("{before}uniqueCount=\"1000000000000{after}")
    });
    let announced = change(&announced, "xl/worksheets/sheet1.xml", |page| {
        let (before, after) = page.split_once("<dimension ref=\"").unwrap();
        format!("{before}<dimension ref=\"ZZZ99999999:{after}")
    });
    assert_eq!(read(&announced).unwrap(), read(&bytes).unwrap());
}

#[test]
fn one_long_text_shown_in_every_cell_is_bounded() {
    let bytes = xlsx(&sample()).unwrap();
    let mut han = 7_u32;
    let text: String = std::iter::repeat_with(|| {
        han = han.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from_u32(0x4e00 + (han >> 16) % 20_000).unwrap()
    })
    .take(500_000)
    .collect();
    let long = change(&bytes, "xl/sharedStrings.xml", |strings| {
        strings.replace("<t>单位</t>", &format!("<t>{text}</t>"))
    });
    let cells = "<row><c t=\"s\"><v>0</v></c></row>".repeat(200);
    let shown = change(&long, "xl/worksheets/sheet1.xml", |page| {
        page.replace("</sheetData>", &format!("{cells}</sheetData>"))
    });
    insta::assert_snapshot!(read(&shown).unwrap_err(), @"at row 142 the table grows too large: split it and send the parts one by one");
}

#[test]
fn document_types_other_encodings_and_deep_nesting_are_refused() {
    let laughs = "<!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;\">]><worksheet>";
    for (find, put) in [
        ("<worksheet", format!("{laughs}<worksheet")),
        ("encoding=\"UTF-8\"", "encoding=\"GB18030\"".to_owned()),
        ("<sheetData>", "<a>".repeat(100) + "<sheetData>"),
        ("</v>", "&undefined;</v>".to_owned()),
        ("</row>", String::new()),
        ("</sheetData>", "<row r=\"1\"></row></sheetData>".to_owned()),
        ("<row r=\"2\"", "<row r=\"-2\"".to_owned()),
        ("<c r=\"B2\"", "<c r=\"22\"".to_owned()),
        ("t=\"s\"><v>1</v>", "t=\"s\"><v>999</v>".to_owned()),
    ] {
        let bytes = change(&xlsx(&sample()).unwrap(), "xl/worksheets/sheet1.xml", |page| {
            page.replace(find, &put)
        });
        let part = "xl/worksheets/sheet1.xml".to_owned();
        assert_eq!(read(&bytes), Err(ReadError::Damaged { part }), "{put}");
    }
}

#[test]
fn a_path_out_of_the_archive_leads_nowhere() {
    let bytes = change(&xlsx(&sample()).unwrap(), "xl/_rels/workbook.xml.rels", |links| {
        links.replace("worksheets/sheet1.xml", "../../../../etc/passwd")
    });
    insta::assert_snapshot!(refusal(&bytes), @"the workbook is damaged at `etc/passwd`: open it in Excel or WPS and save it again");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// A workbook cut off or with bytes turned over is read or refused, never worse.
    #[test]
    fn damage_is_refused(cut in 0_usize..9000, turned in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6)) {
        let mut bytes = xlsx(&sample()).unwrap();
        for (at, byte) in turned {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        bytes.truncate(cut);
        let _ = read(&bytes).map_err(|refusal| refusal.to_string());
    }

    /// The same inside a part, past the checksum of the archive.
    #[test]
    fn damage_inside_a_part_is_refused(part in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), put in "[<>/&\"a0 =]{0,6}") {
        let mut parts = unpack(&xlsx(&sample()).unwrap());
        let chosen = part.index(parts.len());
        let text = &mut parts[chosen].1;
        let mut at = at.index(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        text.insert_str(at, &put);
        let bytes = pack(parts.iter().map(|(name, text)| (name.as_str(), text.clone().into_bytes())));
        let _ = read(&bytes).map_err(|refusal| refusal.to_string());
    }
}
