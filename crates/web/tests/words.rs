//! Holds the words to their rules: both languages complete, nothing used that is not there,
//! nothing there that is not used, Chinese as the standards write it.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use qz_web::words::{DYNAMIC_PREFIXES, Locale, file_names};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The keys of a file with their variables.
type Keys = BTreeMap<String, BTreeSet<String>>;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn folder(locale: Locale) -> PathBuf {
    root().join("locales").join(locale.tag())
}

fn read(locale: Locale, file: &str) -> String {
    std::fs::read_to_string(folder(locale).join(format!("{file}.ftl"))).unwrap()
}

/// Reads keys and variables: a key stands at the beginning of a line, what belongs to it is
/// indented.
fn keys(text: &str) -> Keys {
    let mut keys = Keys::new();
    let mut current = None;
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some((key, _)) = line.split_once(" =")
            && line.starts_with(|c: char| c.is_ascii_lowercase())
        {
            assert!(keys.insert(key.to_owned(), BTreeSet::new()).is_none(), "{key} stands twice");
            current = Some(key.to_owned());
        }
        if let Some(variables) = current.as_ref().and_then(|key| keys.get_mut(key)) {
            variables.extend(line.split('$').skip(1).map(|rest| {
                rest.chars()
                    .take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c))
                    .collect()
            }));
        }
    }
    keys
}

fn all_keys(locale: Locale) -> Keys {
    let mut all = Keys::new();
    for file in file_names() {
        for (key, variables) in keys(&read(locale, file)) {
            assert!(all.insert(key.clone(), variables).is_none(), "{key} stands in two files");
        }
    }
    all
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}

/// The keys named in sources and templates: what stands in quotes after `.say(` or `.say_with(`,
/// and other quoted words that are keys (in tables, in the arguments of our own functions).
fn used() -> (BTreeSet<String>, BTreeSet<String>) {
    let mut paths = Vec::new();
    files(&root().join("src"), &mut paths);
    files(&root().join("templates"), &mut paths);
    let (mut said, mut quoted) = (BTreeSet::new(), BTreeSet::new());
    for path in paths {
        let text = std::fs::read_to_string(&path).unwrap();
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        for call in [".say(", ".say_with("] {
            for rest in text.split(call).skip(1) {
                if let Some(literal) = rest.trim_start().strip_prefix('"') {
                    said.extend(literal.split('"').next().map(str::to_owned));
                }
            }
        }
        quoted.extend(text.split('"').map(str::to_owned).filter(|word| word.len() < 80));
    }
    (said, quoted)
}

#[test]
fn both_languages_have_the_same_files_keys_and_variables() {
    let listed: BTreeSet<String> = file_names().into_iter().map(|f| format!("{f}.ftl")).collect();
    for locale in Locale::ALL {
        let found = std::fs::read_dir(folder(locale)).unwrap();
        let found: BTreeSet<String> =
            found.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
        assert_eq!(found, listed, "{}: words/files.rs lists the files", locale.tag());
    }
    for file in file_names() {
        assert_eq!(keys(&read(Locale::ZhCn, file)), keys(&read(Locale::En, file)), "{file}.ftl");
    }
}

#[test]
fn every_key_that_is_said_exists() {
    let keys = all_keys(Locale::ZhCn);
    let (said, _) = used();
    let missing: Vec<&String> = said.iter().filter(|key| !keys.contains_key(*key)).collect();
    assert!(missing.is_empty(), "no words for {missing:?}");
}

#[test]
fn every_key_is_used() {
    let (said, quoted) = used();
    let orphans: Vec<String> = all_keys(Locale::ZhCn)
        .into_keys()
        .filter(|key| !said.contains(key) && !quoted.contains(key))
        .filter(|key| !DYNAMIC_PREFIXES.iter().any(|prefix| key.starts_with(prefix)))
        .collect();
    assert!(orphans.is_empty(), "nobody says {orphans:?}");
}

#[test]
fn chinese_is_written_with_chinese_marks() {
    let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    for file in file_names() {
        for line in read(Locale::ZhCn, file).lines().filter(|line| !line.starts_with('#')) {
            let characters: Vec<char> = line.chars().collect();
            for pair in characters.windows(2) {
                let half = han(pair[0]) && ",;:?!()".contains(pair[1]);
                assert!(!half, "{file}.ftl: a half-width mark after Han: {line}");
            }
            assert!(!line.contains("..."), "{file}.ftl: write …… : {line}");
        }
    }
}

#[test]
fn words_carry_no_markup() {
    for locale in Locale::ALL {
        for file in file_names() {
            let text = read(locale, file);
            assert!(!text.contains("</") && !text.contains("<b>"), "{}/{file}", locale.tag());
        }
    }
}
