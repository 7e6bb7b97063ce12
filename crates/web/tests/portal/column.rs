//! The demo's files as they stand: what the pages show is held against them, not against numbers
//! copied here.

use qz_document::sheet;
use std::path::Path;

/// A column of a file of the demo.
pub fn column(file: &str, name: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/2015");
    let table = sheet::read(&std::fs::read(folder.join(file)).expect(file)).expect(file);
    let at = table.header.iter().position(|title| title == name).expect(name);
    table.rows.into_iter().map(|row| row.cells[at].clone()).collect()
}

/// How many different values a column of the visits has.
pub fn different(name: &str) -> usize {
    column("visits.csv", name).into_iter().collect::<std::collections::BTreeSet<_>>().len()
}
