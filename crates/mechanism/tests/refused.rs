//! What no file may ask of people: every file of `refused/` is refused for the reason its first line states, those of
//! `passes/` are not, nor is any scheme that ships.

use qz_mechanism::check::check;
use qz_mechanism::language::Language;
use qz_mechanism::{Diagnostic, Severity};
use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<PathBuf> =
        fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "kdl"));
    files.sort();
    files
}

fn line(remark: &Diagnostic) -> String {
    let said = remark.said(Language::Chinese);
    format!("{:?} {}:{} {said}", remark.severity, remark.line, remark.column)
}

/// What is remarked of a file besides notes.
fn loud(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).unwrap();
    let remarks = check(&text).remarks;
    remarks.iter().filter(|one| one.severity != Severity::Note).map(line).collect()
}

/// The first line of a refused file: `// Error 5:9 what is said`, as far as it is told.
fn stated(text: &str) -> &str {
    text.lines().next().unwrap_or("").trim_start_matches("// ")
}

#[test]
fn every_refused_file_is_refused_for_what_it_states_and_for_nothing_else() {
    let mut wrong = vec![];
    for path in files("tests/fixtures/refused") {
        let text = fs::read_to_string(&path).unwrap();
        let found = loud(&path);
        let is_stated = !found.is_empty() && found.iter().all(|one| one.starts_with(stated(&text)));
        if !is_stated || found.len() > 1 {
            wrong.push(format!("{}: {} / {found:#?}", path.display(), stated(&text)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_only_looks_so_passes_and_so_does_every_scheme_that_ships() {
    let all = [files("tests/fixtures/passes"), files("../../mechanisms")].concat();
    let heard = all.iter().map(|path| (path.display(), loud(path)));
    let wrong: Vec<_> = heard.filter(|(_, found)| !found.is_empty()).collect();
    let said = wrong.iter().map(|(path, found)| format!("{path}: {found:#?}"));
    assert!(wrong.is_empty(), "{}", said.collect::<Vec<_>>().join("\n"));
}
