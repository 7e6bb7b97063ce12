//! The shape of files: how long, how they open, how large.

use super::tree::{FILES, TreeFile, refuse};

const LONGEST_FILE_IN_LINES: usize = 600;

const LARGEST_BINARY_FILE_IN_BYTES: usize = 200_000;

fn too_long(files: &[TreeFile]) -> Vec<String> {
    rust(files)
        .filter_map(|(path, text)| {
            let lines = text.lines().count();
            (lines > LONGEST_FILE_IN_LINES).then(|| format!("{path}: {lines} lines"))
        })
        .collect()
}

fn without_opening(files: &[TreeFile]) -> Vec<String> {
    rust(files)
        .filter(|(_, text)| !text.starts_with("//! "))
        .map(|(path, _)| path.to_owned())
        .collect()
}

fn large_binaries(files: &[TreeFile]) -> Vec<String> {
    files
        .iter()
        .filter(|file| file.text().is_none() && file.bytes.len() > LARGEST_BINARY_FILE_IN_BYTES)
        .map(|file| format!("{}: {} bytes", file.path, file.bytes.len()))
        .collect()
}

fn rust(files: &[TreeFile]) -> impl Iterator<Item = (&str, &str)> {
    files
        .iter()
        .filter(|file| file.is_a(&["rs"]))
        .map(|file| (file.path.as_str(), file.text().unwrap_or_default()))
}

#[test]
fn no_source_file_is_longer_than_one_idea() {
    let rule = format!("A file of more than {LONGEST_FILE_IN_LINES} lines; take one idea out:");
    refuse(&rule, &too_long(&FILES));
}

#[test]
fn every_source_file_opens_with_what_it_is() {
    refuse("The first line must be `//! ` and what the file is:", &without_opening(&FILES));
}

#[test]
fn no_large_binary_file_is_tracked() {
    let rule =
        format!("A binary file over {LARGEST_BINARY_FILE_IN_BYTES} bytes; make it in a test:");
    refuse(&rule, &large_binaries(&FILES));
}

#[test]
fn the_rules_catch_a_long_a_nameless_and_a_large_file() {
    let large = vec![0; LARGEST_BINARY_FILE_IN_BYTES + 1];
    let files = [
        TreeFile::example("a/good.rs", "//! Good.\n"),
        TreeFile::example("a/long.rs", &"//! Long.\n".repeat(LONGEST_FILE_IN_LINES + 1)),
        TreeFile::example("a/nameless.rs", "use std::fs;\n"),
        TreeFile::example("a/table.csv", &"1,2\n".repeat(100_000)),
        TreeFile { path: "a/picture.png".to_owned(), bytes: large },
    ];
    assert_eq!(too_long(&files), ["a/long.rs: 601 lines"]);
    assert_eq!(without_opening(&files), ["a/nameless.rs"]);
    assert_eq!(large_binaries(&files), ["a/picture.png: 200001 bytes"]);
}
