//! The pure crates reach no runtime, no database, no server and no typesetter, by any path.

use super::tree::{PACKAGES, refuse};
use cargo_metadata::DependencyKind;
use std::collections::{BTreeMap, VecDeque};

const PURE: [&str; 4] = ["qz-ledger", "qz-domain", "qz-mechanism", "qz-engine"];

const OUT_OF_REACH: [&str; 6] = ["tokio", "sqlx", "sqlx-core", "axum", "hyper", "typst"];

/// What each package, by its id, is built with: its normal and build dependencies.
type Uses = BTreeMap<String, Vec<String>>;

/// The name of each package, by its id.
type Names = BTreeMap<String, String>;

/// One line for each pure crate and forbidden package, with the shortest path between them.
fn faults(uses: &Uses, names: &Names) -> Vec<String> {
    let pure = uses.keys().filter(|id| PURE.contains(&name(names, id)));
    pure.flat_map(|start| reached(start, uses, names)).collect()
}

fn reached(start: &str, uses: &Uses, names: &Names) -> Vec<String> {
    let mut came_from: BTreeMap<&str, &str> = BTreeMap::new();
    let mut waiting = VecDeque::from([start]);
    let mut found = Vec::new();
    while let Some(here) = waiting.pop_front() {
        if OUT_OF_REACH.contains(&name(names, here)) {
            found.push(path(here, &came_from, names));
        }
        for next in uses.get(here).into_iter().flatten() {
            if next != start && !came_from.contains_key(next.as_str()) {
                came_from.insert(next, here);
                waiting.push_back(next);
            }
        }
    }
    found
}

fn path(end: &str, came_from: &BTreeMap<&str, &str>, names: &Names) -> String {
    let steps = std::iter::successors(Some(end), |here| came_from.get(here).copied());
    let mut steps: Vec<&str> = steps.map(|id| name(names, id)).collect();
    steps.reverse();
    steps.join(" → ")
}

fn name<'a>(names: &'a Names, id: &'a str) -> &'a str {
    names.get(id).map_or(id, String::as_str)
}

fn uses() -> Uses {
    let resolve = PACKAGES.resolve.as_ref();
    let nodes = resolve.map(|resolve| resolve.nodes.as_slice()).unwrap_or_default();
    nodes
        .iter()
        .map(|node| {
            let built_with = node.deps.iter().filter(|used| {
                used.dep_kinds.iter().any(|kind| kind.kind != DependencyKind::Development)
            });
            (node.id.repr.clone(), built_with.map(|used| used.pkg.repr.clone()).collect())
        })
        .collect()
}

#[test]
fn pure_crates_reach_no_runtime_database_server_or_typesetter() {
    let names = PACKAGES
        .packages
        .iter()
        .map(|package| (package.id.repr.clone(), package.name.to_string()))
        .collect();
    let uses = uses();
    assert!(uses.len() > 50, "cargo metadata resolved only {} packages", uses.len());
    refuse("A pure crate reaches what it must not know:", &faults(&uses, &names));
}

#[test]
fn the_rule_finds_a_path_through_others() {
    let list = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let uses = Uses::from([
        ("qz-domain".to_owned(), list(&["time", "words"])),
        ("words".to_owned(), list(&["time", "loop"])),
        ("loop".to_owned(), list(&["words", "tokio"])),
        ("qz-store".to_owned(), list(&["tokio"])),
    ]);
    assert_eq!(faults(&uses, &Names::new()), ["qz-domain → words → loop → tokio"]);
}
