//! What the tree is never built from: other TLS stacks, and sources that can change under us.

use super::tree::{PACKAGES, refuse};

const BANNED: [&str; 3] = ["openssl", "openssl-sys", "native-tls"];

/// A package as (name, where it comes from); ours come from nowhere.
type Origin = (String, Option<String>);

fn faults(packages: &[Origin], ours: &[String]) -> Vec<String> {
    packages.iter().filter_map(|package| fault(package, ours)).collect()
}

fn fault((name, source): &Origin, ours: &[String]) -> Option<String> {
    if BANNED.contains(&name.as_str()) {
        return Some(format!("{name} is banned"));
    }
    match source {
        Some(source) if source.starts_with("registry+") => None,
        Some(source) => Some(format!("{name} comes from {source}, not from the registry")),
        None if ours.contains(name) => None,
        None => Some(format!("{name} is a path outside the workspace")),
    }
}

#[test]
fn every_dependency_comes_from_the_registry_and_none_is_banned() {
    let packages: Vec<Origin> = PACKAGES
        .packages
        .iter()
        .map(|package| {
            (package.name.to_string(), package.source.as_ref().map(|source| source.repr.clone()))
        })
        .collect();
    let ours: Vec<String> =
        PACKAGES.workspace_packages().iter().map(|package| package.name.to_string()).collect();
    refuse("A dependency that the tree does without:", &faults(&packages, &ours));
}

#[test]
fn the_rule_catches_a_ban_a_git_source_and_a_path() {
    let package = |name: &str, source: Option<&str>| (name.to_owned(), source.map(str::to_owned));
    let packages = [
        package("serde", Some("registry+somewhere")),
        package("qz-domain", None),
        package("native-tls", Some("registry+somewhere")),
        package("forked", Some("git+https://host.example/forked")),
        package("neighbour", None),
    ];
    assert_eq!(
        faults(&packages, &["qz-domain".to_owned()]),
        [
            "native-tls is banned",
            "forked comes from git+https://host.example/forked, not from the registry",
            "neighbour is a path outside the workspace",
        ]
    );
}
