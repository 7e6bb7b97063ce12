//! Vectors of others, read in place from the shared folder beside this repository.

mod flip;
mod jcs;
mod log;
mod merkle;
mod note;

use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

/// The folder or file of that name, or `None` (and a line) where there is no shared folder; with
/// `CI=true` its absence fails the test.
pub fn find(name: &str) -> Option<PathBuf> {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/oracles/ledger").join(name);
    if path.exists() {
        return Some(path);
    }
    assert_ne!(std::env::var("CI").as_deref(), Ok("true"), "the oracle {name} is missing");
    println!("skipped: {name} (no ../shared)");
    None
}

/// The JSON file of that name.
pub fn find_json<T: DeserializeOwned>(name: &str) -> Option<T> {
    let bytes = std::fs::read(find(name)?).unwrap();
    Some(serde_json::from_slice(&bytes).unwrap())
}
