//! Which files a demo folder was loaded from. A load that goes on with other files than it began
//! with would stop at the first row that differs; the folder says so instead.

use super::scenario::Scenario;
use anyhow::{Result, bail};
use qz_ledger::leaf_hash;
use std::path::Path;

/// The name of the file that says it.
pub const FILE_NAME: &str = "demo.edition";

/// The edition of a scenario in this program: a hash over all of its files.
pub fn ours(scenario: &Scenario) -> String {
    let text: String = scenario.files().flat_map(|(name, text)| [name, "\n", text]).collect();
    leaf_hash(text.as_bytes()).to_string()
}

/// Refuses a folder that was begun with other files.
pub fn must_be_ours(folder: &Path, scenario: &Scenario) -> Result<()> {
    let theirs = std::fs::read_to_string(folder.join(FILE_NAME)).unwrap_or_default();
    if theirs.trim() != ours(scenario) {
        bail!(
            "{} holds the demo of another version of this program: name a new folder with --data, \
             or delete this one; everything in it is invented",
            folder.display()
        );
    }
    Ok(())
}
