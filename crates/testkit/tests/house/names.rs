//! A name says what the thing is: no drawer for what has no place, and `foo.rs` beside `foo/`.

use super::tree::{FILES, TreeFile, refuse};
use std::collections::BTreeSet;

const DRAWERS: [&str; 7] = ["core", "common", "util", "utils", "helper", "helpers", "misc"];

/// Paths with a folder or file that is a drawer, each part of a path once.
fn drawers(files: &[TreeFile]) -> Vec<String> {
    let mut faults = BTreeSet::new();
    for file in files {
        let mut path = String::new();
        for part in file.path.split('/') {
            path = if path.is_empty() { part.to_owned() } else { format!("{path}/{part}") };
            if is_drawer(part.split('.').next().unwrap_or(part)) {
                faults.insert(path.clone());
            }
        }
        faults.extend(drawer_modules(file));
    }
    faults.into_iter().collect()
}

/// `core`, and `qz-core` or `form_helpers` as well.
fn is_drawer(name: &str) -> bool {
    let last = name.rsplit(['-', '_']).next().unwrap_or(name);
    DRAWERS.contains(&last)
}

fn drawer_modules(file: &TreeFile) -> Vec<String> {
    if !file.is_a(&["rs"]) {
        return Vec::new();
    }
    let lines = file.text().unwrap_or_default().lines();
    lines
        .filter_map(|line| {
            let line = line.trim_start();
            let line = line.strip_prefix("pub ").unwrap_or(line);
            let name = line.strip_prefix("mod ")?.trim_end_matches(['{', ';', ' ']);
            is_drawer(name).then(|| format!("{}: mod {name}", file.path))
        })
        .collect()
}

fn mod_files(files: &[TreeFile]) -> Vec<String> {
    let name = concat!("mod", ".rs");
    let is_one = |path: &str| path == name || path.ends_with(&format!("/{name}"));
    files.iter().filter(|file| is_one(&file.path)).map(|file| file.path.clone()).collect()
}

#[test]
fn nothing_is_named_after_a_drawer() {
    let rule = format!("Name it after what it is, not {}:", DRAWERS.join(", "));
    refuse(&rule, &drawers(&FILES));
}

#[test]
fn a_module_is_a_file_beside_its_folder() {
    refuse(concat!("foo.rs beside foo/, never mod", ".rs:"), &mod_files(&FILES));
}

#[test]
fn the_rules_catch_drawers_wherever_they_stand() {
    let files = [
        TreeFile::example("crates/domain/src/score.rs", "mod common_seal;\n"),
        TreeFile::example("crates/qz-core/src/lib.rs", "//! A.\npub mod misc {\n}\n"),
        TreeFile::example("crates/web/src/form_helpers.rs", ""),
        TreeFile::example("e2e/utils/open.mjs", ""),
        TreeFile::example(concat!("crates/web/src/page/mod", ".rs"), ""),
    ];
    assert_eq!(
        drawers(&files),
        [
            "crates/qz-core",
            "crates/qz-core/src/lib.rs: mod misc",
            "crates/web/src/form_helpers.rs",
            "e2e/utils",
        ]
    );
    assert_eq!(mod_files(&files), [concat!("crates/web/src/page/mod", ".rs")]);
}
