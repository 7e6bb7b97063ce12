//! Every refusal, word for word: they are read by the person who sent the file.

use qz_document::Wording;
use qz_document::evidence::{EvidenceRefusal, MediaType};
use qz_document::sheet::{ReadError, read};

fn line(wording: &Wording, sentence: &str) -> String {
    let values: Vec<&str> = wording.values.iter().map(|(name, _)| *name).collect();
    format!("{} ({}): {sentence}", wording.key, values.join(", "))
}

#[test]
fn tables_are_refused_in_these_words() {
    let all: Vec<String> =
        table_refusals().iter().map(|r| line(&r.wording(), &r.to_string())).collect();
    insta::assert_snapshot!(all.join("\n"), @r#"
    sheet-empty (): the file holds no table: put the column names in row 1 of the first worksheet
    sheet-file-too-large (megabytes): the file is larger than 20 MB: split it and send the parts one by one
    sheet-old-excel (): this is an old Excel file (.xls): open it in Excel or WPS and save it as .xlsx
    sheet-locked (): the workbook is locked with a password: take the password off and save it again
    sheet-web-page (): this is a web page, not a table: open it in Excel or WPS and save it as .xlsx
    sheet-not-a-table (): this is neither an .xlsx workbook nor a text table: save the table as .xlsx or .csv
    sheet-unknown-encoding (line): line 7 is neither UTF-8 nor GB18030 text: save the table as .xlsx
    sheet-broken-utf8 (line): line 7 holds broken UTF-8 text: save the table again, best as .xlsx
    sheet-unclosed-quote (row): row 7: a quotation mark opens a cell and never closes: close it or take it out
    sheet-unnamed-column (row, column): row 7, column AB: the column has no name: name it or delete it
    sheet-duplicate-column (name, first, second): columns A and AB are both named `姓名`: rename one of them
    sheet-title-above-header (header, title, row, cells): row 1 holds only `花名册` but row 7 has 3 columns: delete the title above the column names
    sheet-row-too-long (row, cells, header): row 7 has 3 columns, the header has 2: name the extra columns or empty them
    sheet-too-many-columns (row, column, limit): row 7 reaches column AB, at most 64 columns are read: delete the others
    sheet-too-many-rows (row, limit): row 7 is past 200000 rows: split the table and send the parts one by one
    sheet-table-too-large (row): at row 7 the table grows too large: split it and send the parts one by one
    sheet-too-many-parts (entries, limit): the workbook has 3000 parts, at most 2000 are read: copy the table into a new workbook
    sheet-unpacks-too-large (part): `xl/styles.xml` unpacks to more than is read: copy the table alone into a new workbook
    sheet-damaged (part): the workbook is damaged at `xl/styles.xml`: open it in Excel or WPS and save it again
    sheet-no-worksheet (): the workbook shows no worksheet: put the table on the first worksheet
    sheet-digits-lost (row, column): row 7, column AB: this number has lost its last digits: set the column to text and type it again
    sheet-failed-formula (row, column, error): row 7, column AB shows the error #N/A: correct the formula or type the value
    "#);
}

#[test]
fn evidence_is_refused_in_these_words() {
    let all: Vec<String> =
        evidence_refusals().iter().map(|r| line(&r.wording(), &r.to_string())).collect();
    insta::assert_snapshot!(all.join("\n"), @r#"
    evidence-empty (): the file is empty: choose it again
    evidence-file-too-large (megabytes): the file is larger than 20 MB: send a smaller copy or split the document
    evidence-unknown-kind (): this is no JPEG, PNG or WebP picture and no PDF document: save it as one of these
    evidence-name-mismatch (extension, found, right): the name ends in `.jpg` but the file is image/png: rename it to `.png`
    evidence-too-many-pixels (megapixels, limit): the picture has 108 megapixels, at most 50 are taken: send a smaller copy
    evidence-moving (): this is a moving picture: send the frames that matter as still pictures
    evidence-damaged-picture (): the picture is damaged or incomplete: send it again from where it was taken
    evidence-cleaned-too-large (): the picture is too large once cleaned: save it as JPEG and send that
    evidence-active-pdf (feature): the PDF holds active content (`/Launch`): print it to a new PDF and send that
    evidence-encrypted-pdf (): the PDF is encrypted: take the password off, or print it to a new PDF
    evidence-incomplete-pdf (): the PDF is incomplete: send it again
    "#);
}

#[test]
fn no_two_refusals_share_a_key() {
    let mut keys: Vec<&str> = table_refusals().iter().map(|r| r.wording().key).collect();
    keys.extend(evidence_refusals().iter().map(|r| r.wording().key));
    let all = keys.len();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), all);
}

#[test]
fn files_that_are_no_tables_are_told_apart() {
    let locked = [
        &b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..],
        b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0",
    ]
    .concat();
    let files: [(&[u8], ReadError); 9] = [
        (b"", ReadError::Empty),
        (b"\r\n , ,\r\n", ReadError::Empty),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old", ReadError::OldExcel),
        (&locked, ReadError::Locked),
        (b"\xef\xbb\xbf <HTML><body><table>", ReadError::WebPage),
        (b"<?xml version=\"1.0\"?><Workbook/>", ReadError::WebPage),
        (b"%PDF-1.4", ReadError::NotATable),
        (b"\x89PNG\r\n\x1a\n\0\0", ReadError::NotATable),
        (b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", ReadError::NotATable),
    ];
    for (bytes, refusal) in files {
        assert_eq!(read(bytes), Err(refusal), "{bytes:?}");
    }
    assert_eq!(read(&vec![b'a'; (20 << 20) + 1]), Err(ReadError::FileTooLarge));
}

#[test]
fn rows_and_columns_are_named() {
    for (file, refusal) in [
        ("a,b\n1,2,3\n", ReadError::RowTooLong { row: 2, cells: 3, header: 2 }),
        ("a,,b\n", ReadError::UnnamedColumn { row: 1, column: "B".into() }),
        (
            "\na,b, a\n",
            ReadError::DuplicateColumn { name: "a".into(), first: "A".into(), second: "C".into() },
        ),
        ("a,b\n1,2\n\n\"3,4\n", ReadError::UnclosedQuote { row: 4 }),
        (
            "花名册,,\n单位,姓名,职务\n",
            ReadError::TitleAboveHeader { header: 1, title: "花名册".into(), row: 2, cells: 3 },
        ),
    ] {
        assert_eq!(read(file.as_bytes()), Err(refusal), "{file}");
    }
}

fn table_refusals() -> Vec<ReadError> {
    let (row, line) = (7, 7);
    let column = || "AB".to_owned();
    let part = || "xl/styles.xml".to_owned();
    vec![
        ReadError::Empty,
        ReadError::FileTooLarge,
        ReadError::OldExcel,
        ReadError::Locked,
        ReadError::WebPage,
        ReadError::NotATable,
        ReadError::UnknownEncoding { line },
        ReadError::BrokenUtf8 { line },
        ReadError::UnclosedQuote { row },
        ReadError::UnnamedColumn { row, column: column() },
        ReadError::DuplicateColumn { name: "姓名".into(), first: "A".into(), second: column() },
        ReadError::TitleAboveHeader { header: 1, title: "花名册".into(), row, cells: 3 },
        ReadError::RowTooLong { row, cells: 3, header: 2 },
        ReadError::TooManyColumns { row, column: column() },
        ReadError::TooManyRows { row },
        ReadError::TableTooLarge { row },
        ReadError::TooManyParts { entries: 3000 },
        ReadError::UnpacksTooLarge { part: part() },
        ReadError::Damaged { part: part() },
        ReadError::NoWorksheet,
        ReadError::DigitsLost { row, column: column() },
        ReadError::FailedFormula { row, column: column(), error: "#N/A".into() },
    ]
}

fn evidence_refusals() -> Vec<EvidenceRefusal> {
    vec![
        EvidenceRefusal::Empty,
        EvidenceRefusal::FileTooLarge,
        EvidenceRefusal::UnknownKind,
        EvidenceRefusal::NameMismatch { extension: "jpg".into(), found: MediaType::Png },
        EvidenceRefusal::TooManyPixels { megapixels: 108 },
        EvidenceRefusal::Moving,
        EvidenceRefusal::DamagedPicture,
        EvidenceRefusal::CleanedTooLarge,
        EvidenceRefusal::ActivePdf { feature: "Launch" },
        EvidenceRefusal::EncryptedPdf,
        EvidenceRefusal::IncompletePdf,
    ]
}
