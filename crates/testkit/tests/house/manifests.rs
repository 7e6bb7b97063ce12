//! What every crate's manifest says: one Rust version, the workspace's lints; no pinned toolchain.

use super::tree::{FILES, PACKAGES, TreeFile, refuse};

const RUST_VERSION: &str = "1.95";

/// Whether a manifest takes the workspace's lints.
fn takes_lints(manifest: &str) -> bool {
    let lines = manifest.lines().map(|line| line.replace(' ', ""));
    let mut lines = lines.skip_while(|line| line != "[lints]").skip(1);
    lines.find(|line| !line.is_empty()).is_some_and(|line| line == "workspace=true")
}

fn without_lints(files: &[TreeFile]) -> Vec<String> {
    let is_manifest = |path: &str| path.starts_with("crates/") && path.ends_with("/Cargo.toml");
    files
        .iter()
        .filter(|file| is_manifest(&file.path) && !takes_lints(file.text().unwrap_or_default()))
        .map(|file| file.path.clone())
        .collect()
}

fn toolchain_files(files: &[TreeFile]) -> Vec<String> {
    let pins = |path: &str| {
        let name = path.rsplit('/').next().unwrap_or(path);
        name == "rust-toolchain" || name == "rust-toolchain.toml"
    };
    files.iter().filter(|file| pins(&file.path)).map(|file| file.path.clone()).collect()
}

#[test]
fn every_crate_takes_the_lints_of_the_workspace() {
    refuse("A manifest lacks [lints] workspace = true:", &without_lints(&FILES));
}

#[test]
fn every_crate_asks_for_the_same_rust() {
    let others: Vec<String> = PACKAGES
        .workspace_packages()
        .iter()
        .filter(|package| {
            let version = package.rust_version.as_ref().map(ToString::to_string);
            !version.is_some_and(|version| {
                version.strip_suffix(".0").unwrap_or(&version) == RUST_VERSION
            })
        })
        .map(|package| package.name.to_string())
        .collect();
    refuse(&format!("A crate does not say rust-version = {RUST_VERSION:?}:"), &others);
}

#[test]
fn no_file_makes_rustup_fetch_a_toolchain() {
    refuse("A toolchain file; rust-version says enough:", &toolchain_files(&FILES));
}

#[test]
fn the_rules_catch_a_manifest_without_lints_and_a_pinned_toolchain() {
    let files = [
        TreeFile::example("crates/a/Cargo.toml", "[lints]\nworkspace = true\n"),
        TreeFile::example("crates/b/Cargo.toml", "[lints]\n\n[dependencies]\n"),
        TreeFile::example("crates/c/Cargo.toml", "[package]\n"),
        TreeFile::example("rust-toolchain.toml", ""),
    ];
    assert_eq!(without_lints(&files), ["crates/b/Cargo.toml", "crates/c/Cargo.toml"]);
    assert_eq!(toolchain_files(&files), ["rust-toolchain.toml"]);
}
