//! Every noun of the domain has its row in the glossary.

use super::tree::{FILES, TreeFile, refuse};
use std::collections::BTreeSet;

const GLOSSARY: &str = "GLOSSARY.md";

/// The public types of the domain that the glossary does not name, as `Name (file)`.
fn missing(files: &[TreeFile]) -> Vec<String> {
    let glossary = files.iter().find(|file| file.path == GLOSSARY).and_then(TreeFile::text);
    let words: BTreeSet<&str> = glossary.unwrap_or_default().split(not_in_name).collect();
    files
        .iter()
        .filter(|file| file.path.starts_with("crates/domain/src/") && file.is_a(&["rs"]))
        .flat_map(|file| {
            let types = file.text().unwrap_or_default().lines().filter_map(public_type);
            types.map(|name| (name, file.path.as_str())).collect::<Vec<_>>()
        })
        .filter(|(name, _)| !words.contains(name))
        .map(|(name, path)| format!("{name} ({path})"))
        .collect()
}

fn public_type(line: &str) -> Option<&str> {
    let rest = line.trim_start().strip_prefix("pub ")?;
    let name = rest.strip_prefix("struct ").or_else(|| rest.strip_prefix("enum "))?;
    name.split(not_in_name).next().filter(|name| !name.is_empty())
}

fn not_in_name(letter: char) -> bool {
    !letter.is_ascii_alphanumeric() && letter != '_'
}

#[test]
fn every_public_type_of_the_domain_is_in_the_glossary() {
    let rule = format!("A noun without its row in {GLOSSARY}:");
    refuse(&rule, &missing(&FILES));
}

#[test]
fn the_rule_names_all_that_is_missing() {
    let files = [
        TreeFile::example(GLOSSARY, "| 走访 | `Visit` |\n| 单位 | `UnitCode` |\n"),
        TreeFile::example(
            "crates/domain/src/visit.rs",
            "pub struct Visit {\n}\npub enum Unit<'a> {\n}\nstruct Own;\npub struct Stage(u8);\n",
        ),
        TreeFile::example("crates/store/src/row.rs", "pub struct Row;\n"),
    ];
    let path = "crates/domain/src/visit.rs";
    assert_eq!(missing(&files), [format!("Unit ({path})"), format!("Stage ({path})")]);
}
