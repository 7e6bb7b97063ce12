//! What no file may ask of people: every file of `refused/` is refused for the reason its first line states, those of
//! `passes/` are not, nor is any scheme that ships.

use qz_mechanism::check::check;
use qz_mechanism::language::Language;
use qz_mechanism::spell;
use qz_mechanism::{Diagnostic, Severity};
use std::path::{Path, PathBuf};
use std::{fs, io};

/// The schemes of a folder, each with its path.
fn files(folder: &str) -> io::Result<Vec<(PathBuf, String)>> {
    let mut files = vec![];
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder))? {
        let path = entry?.path();
        if path.extension().is_some_and(|end| end == "kdl") {
            let text = fs::read_to_string(&path)?;
            files.push((path, text));
        }
    }
    files.sort();
    Ok(files)
}

fn line(remark: &Diagnostic) -> String {
    let said = remark.said(Language::Chinese);
    format!("{:?} {}:{} {said}", remark.severity, remark.line, remark.column)
}

/// What is remarked of a file besides notes.
fn loud(text: &str) -> Vec<String> {
    let remarks = check(text).remarks;
    remarks.iter().filter(|one| one.severity != Severity::Note).map(line).collect()
}

/// The first line of a refused file: `// Error 5:9 what is said`, as far as it is told.
fn stated(text: &str) -> &str {
    text.lines().next().unwrap_or("").trim_start_matches("// ")
}

#[test]
fn every_refused_file_is_refused_for_what_it_states_and_for_nothing_else() {
    let mut wrong = vec![];
    let files = files("tests/fixtures/refused").unwrap();
    assert!(files.len() > 70);
    for (path, text) in files {
        let found = loud(&text);
        if !(found.len() == 1 && found[0].starts_with(stated(&text))) {
            wrong.push(format!("{}: {} / {found:#?}", path.display(), stated(&text)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_only_looks_so_passes_and_so_does_every_scheme_that_ships() {
    let mut wrong = vec![];
    for folder in ["tests/fixtures/passes", "../../mechanisms"] {
        for (path, text) in files(folder).unwrap() {
            let found = loud(&text);
            if !found.is_empty() {
                wrong.push(format!("{}: {found:#?}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_refused_in_one_language_is_refused_in_the_other() {
    for (path, text) in files("tests/fixtures/refused").unwrap() {
        let Ok(english) = spell::format(&text, Some(Language::English)) else { continue };
        let weight = |text: &str| check(text).remarks.iter().map(|one| one.severity).min();
        assert_eq!(weight(&english), weight(&text), "{}", path.display());
    }
}
