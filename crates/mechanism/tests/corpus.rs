//! Texts that were found by chance, each on a path of its own through the check: what holds for any text holds for them, in the
//! same words as under the fuzzer (`fuzz/property.rs`). A text that once broke something stays here.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "../fuzz/property.rs"]
mod property;

use std::fs;
use std::path::{Path, PathBuf};

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let entries = fs::read_dir(folder).unwrap();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

#[test]
fn what_holds_for_any_text_holds_for_those_that_were_found() {
    let files = files();
    assert!(files.len() > 20, "the corpus is not there");
    for file in files {
        // Shown where one fails.
        println!("{}", file.display());
        property::hold(&fs::read(&file).unwrap());
    }
}

#[test]
fn the_corpus_is_small() {
    let sizes: Vec<u64> = files().iter().map(|file| fs::metadata(file).unwrap().len()).collect();
    assert!(sizes.len() <= 150 && sizes.iter().sum::<u64>() <= 400_000);
    assert!(sizes.iter().all(|size| *size <= 20_000));
}
