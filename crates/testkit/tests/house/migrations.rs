//! Both databases have the same migrations by number and name.

use super::tree::{FILES, TreeFile, refuse};
use std::collections::{BTreeMap, BTreeSet};

const ENGINES: [&str; 2] = ["sqlite", "postgres"];

fn faults(files: &[TreeFile]) -> Vec<String> {
    let [sqlite, postgres] = ENGINES.map(|engine| migrations(files, engine));
    let mut faults: Vec<String> = sqlite
        .symmetric_difference(&postgres)
        .map(|name| {
            let engine = ENGINES[usize::from(sqlite.contains(name))];
            format!("{engine} has no {name}")
        })
        .collect();
    for (engine, names) in ENGINES.iter().zip([&sqlite, &postgres]) {
        faults.extend(badly_numbered(names).map(|name| format!("{engine}: {name}")));
    }
    faults
}

fn migrations<'a>(files: &'a [TreeFile], engine: &str) -> BTreeSet<&'a str> {
    let folder = format!("crates/store/migrations/{engine}/");
    files.iter().filter_map(|file| file.path.strip_prefix(&folder)).collect()
}

/// Names that are not `0001_noun.sql`, and numbers that stand twice.
fn badly_numbered<'a>(names: &BTreeSet<&'a str>) -> impl Iterator<Item = &'a str> {
    let mut by_number: BTreeMap<&str, Vec<&'a str>> = BTreeMap::new();
    for name in names.iter().copied() {
        by_number.entry(name.split('_').next().unwrap_or(name)).or_default().push(name);
    }
    let is_number =
        |number: &str| number.len() == 4 && number.chars().all(|letter| letter.is_ascii_digit());
    by_number
        .into_iter()
        .filter(move |(number, names)| {
            !is_number(number) || names.len() > 1 || names[0].strip_suffix(".sql").is_none()
        })
        .flat_map(|(_, names)| names)
}

#[test]
fn both_databases_have_the_same_migrations() {
    for engine in ENGINES {
        assert!(!migrations(&FILES, engine).is_empty(), "no migrations for {engine}");
    }
    refuse("The migrations of the two databases differ:", &faults(&FILES));
}

#[test]
fn the_rule_catches_a_missing_and_a_doubled_migration() {
    let file = |path: &str| TreeFile::example(&format!("crates/store/migrations/{path}"), "");
    let files = [
        file("sqlite/0001_unit.sql"),
        file("postgres/0001_unit.sql"),
        file("sqlite/0002_visit.sql"),
        file("postgres/0003_account.sql"),
        file("postgres/0003_power.sql"),
        file("sqlite/3_power.sql"),
    ];
    assert_eq!(
        faults(&files),
        [
            "postgres has no 0002_visit.sql",
            "sqlite has no 0003_account.sql",
            "sqlite has no 0003_power.sql",
            "postgres has no 3_power.sql",
            "sqlite: 3_power.sql",
            "postgres: 0003_account.sql",
            "postgres: 0003_power.sql",
        ]
    );
}
