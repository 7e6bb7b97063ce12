//! The budgets of style and script, and the rule that colours have names.

use std::path::{Path, PathBuf};

fn assets() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets")
}

fn read(name: &str) -> String {
    std::fs::read_to_string(assets().join(name)).unwrap()
}

#[test]
fn the_style_sheet_has_at_most_20_kb() {
    let bytes = read("qinzheng.css").len();
    assert!(bytes <= 20_000, "qinzheng.css has {bytes} bytes");
}

#[test]
fn the_scripts_have_at_most_15_kb_together() {
    let scripts = ["desk.js", "portal.js", "progress.js"];
    let bytes: usize = scripts.map(|name| read(name).len()).iter().sum();
    assert!(bytes <= 15_000, "the scripts have {bytes} bytes");
    let files = std::fs::read_dir(assets()).unwrap();
    let found = files.filter(|file| {
        file.as_ref().unwrap().path().extension().is_some_and(|ending| ending == "js")
    });
    assert_eq!(found.count(), scripts.len(), "a script is not counted");
}

#[test]
fn colours_stand_in_the_token_sections_only() {
    let css = read("qinzheng.css");
    let mut section = String::new();
    for (number, line) in css.lines().enumerate() {
        if let Some(title) = line.strip_prefix("/* ") {
            section = title.split_whitespace().next().unwrap_or_default().to_owned();
        }
        let tokens = ["1", "14"].contains(&section.as_str());
        assert!(tokens || !has_colour(line), "qinzheng.css:{}: {line}", number + 1);
    }
}

#[test]
fn templates_and_scripts_name_no_colour_and_no_other_host() {
    let templates = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    for path in files(&templates).into_iter().chain(files(&assets())) {
        let text = std::fs::read_to_string(&path).unwrap();
        let ending = path.extension().unwrap().to_str().unwrap();
        for line in text.lines() {
            let host = line.contains("http://") || line.contains("https://");
            let is_name = ["http://www.w3.org/2000/svg", "http://www.w3.org/2005/Atom"]
                .iter()
                .any(|name| line.contains(name));
            assert!(!host || is_name, "{path:?}: {line}");
            assert!(["css", "svg"].contains(&ending) || !has_colour(line), "{path:?}: {line}");
        }
    }
}

/// A hash and three, six or eight hexadecimal digits.
fn has_colour(line: &str) -> bool {
    line.split('#').skip(1).any(|rest| {
        let digits = rest.chars().take_while(char::is_ascii_hexdigit).count();
        let word = rest.chars().nth(digits).is_some_and(|c| c.is_alphanumeric() || c == '-');
        [3, 4, 6, 8].contains(&digits) && !word
    })
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

#[test]
fn colours_are_recognised() {
    for line in ["color:#FFF;", "fill=\"#B8141A\"", "#11223344 "] {
        assert!(has_colour(line), "{line}");
    }
    for line in ["href=\"#main\"", "#add-row", "&#38;", "href=\"#{{ id }}\"", "#"] {
        assert!(!has_colour(line), "{line}");
    }
}
