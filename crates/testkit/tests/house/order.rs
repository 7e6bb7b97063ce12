//! Which crate may use which: the rooms of the house, from left to right.

use super::tree::{PACKAGES, refuse};
use cargo_metadata::DependencyKind;

/// A crate may use any crate to its left.
const ORDER: [&str; 9] = [
    "qz-ledger",
    "qz-domain",
    "qz-mechanism",
    "qz-engine",
    "qz-store",
    "qz-document",
    "qz-acts",
    "qz-web",
    "qinzheng",
];

/// Lawful by the order and forbidden all the same.
const WALLS: [(&str, &str); 6] = [
    ("qz-store", "qz-mechanism"),
    ("qz-store", "qz-engine"),
    ("qz-document", "qz-engine"),
    ("qz-document", "qz-store"),
    ("qz-web", "qz-store"),
    ("qz-web", "qz-engine"),
];

/// Used by tests only, and free to use any room.
const TESTKIT: &str = "qz-testkit";

/// A use of one crate of ours by another.
struct Edge {
    from: String,
    to: String,
    /// For tests only.
    dev: bool,
}

fn faults(edges: &[Edge]) -> Vec<String> {
    edges.iter().filter_map(fault).collect()
}

fn fault(edge: &Edge) -> Option<String> {
    let Edge { from, to, dev } = edge;
    if *dev || from == TESTKIT {
        return None;
    }
    if to == TESTKIT {
        return Some(format!("{from} uses {to} outside [dev-dependencies]"));
    }
    let place = |name: &str| ORDER.iter().position(|room| *room == name);
    match (place(from), place(to)) {
        (None, _) => Some(format!("{from} has no place in the order: give it one in {}", file!())),
        (_, None) => Some(format!("{to} has no place in the order: give it one in {}", file!())),
        (Some(left), Some(right)) if left <= right => Some(format!("{from} uses {to}")),
        _ if WALLS.contains(&(from.as_str(), to.as_str())) => Some(format!("{from} uses {to}")),
        _ => None,
    }
}

fn edges() -> Vec<Edge> {
    let ours = PACKAGES.workspace_packages();
    let is_ours = |name: &str| ours.iter().any(|package| package.name.as_str() == name);
    let mut edges = Vec::new();
    for package in &ours {
        for used in package.dependencies.iter().filter(|used| is_ours(&used.name)) {
            edges.push(Edge {
                from: package.name.to_string(),
                to: used.name.clone(),
                dev: used.kind == DependencyKind::Development,
            });
        }
    }
    edges
}

#[test]
fn a_crate_uses_only_crates_to_its_left() {
    let rule = "A crate uses only crates to its left, and none behind a wall:";
    refuse(rule, &faults(&edges()));
}

#[test]
fn every_crate_of_ours_has_a_place() {
    let known = |name: &str| name == TESTKIT || ORDER.contains(&name);
    let strangers: Vec<String> = PACKAGES
        .workspace_packages()
        .iter()
        .map(|package| package.name.to_string())
        .filter(|name| !known(name))
        .collect();
    refuse("A new crate needs a place in the order:", &strangers);
}

#[test]
fn the_rule_catches_a_step_to_the_right_a_wall_and_a_stranger() {
    let edge = |from: &str, to: &str, dev| Edge { from: from.to_owned(), to: to.to_owned(), dev };
    let caught = faults(&[
        edge("qz-store", "qz-domain", false),
        edge("qz-ledger", "qz-domain", false),
        edge("qz-store", "qz-document", false),
        edge("qz-web", "qz-store", false),
        edge("qz-acts", "qz-testkit", true),
        edge("qz-acts", "qz-testkit", false),
        edge("qz-annex", "qz-domain", false),
    ]);
    assert_eq!(
        caught[..4],
        [
            "qz-ledger uses qz-domain",
            "qz-store uses qz-document",
            "qz-web uses qz-store",
            "qz-acts uses qz-testkit outside [dev-dependencies]",
        ]
    );
    assert!(caught[4].starts_with("qz-annex has no place in the order"), "{}", caught[4]);
    assert_eq!(caught.len(), 5);
}
