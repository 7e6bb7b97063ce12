//! The folder `../shared` beside a checkout: oracles that tests read in place.
//!
//! A checkout without it is complete; a test that wants an oracle says `skipped: …` there. With
//! `CI=true` nothing may be missing, so the same situation fails.

use std::path::{Path, PathBuf};

/// The file or folder `path` below `../shared/oracles`, such as `ledger/tlog-256/checkpoint`.
///
/// `None`, after a `skipped:` line, when this checkout has no such file beside it.
///
/// # Panics
/// With `CI=true` when the file is missing; the message names it.
pub fn oracle(path: &str) -> Option<PathBuf> {
    let file = folder().join("oracles").join(path);
    if file.exists() {
        return Some(file);
    }
    skip(&format!("oracle {path} is not here (no ../shared/oracles/{path})"));
    None
}

/// Says that a test does without something from outside the tree, on a line of its own that
/// begins with `skipped: `; `./test` counts such tests apart.
///
/// # Panics
/// With `CI=true`, where nothing may be missing.
pub fn skip(reason: &str) {
    assert!(!is_ci(), "CI=true, so nothing may be missing: {reason}");
    println!("skipped: {reason}");
}

fn is_ci() -> bool {
    std::env::var("CI").is_ok_and(|value| value == "true")
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared")
}
