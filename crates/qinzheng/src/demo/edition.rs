//! Which files a demo folder was loaded from. A load that goes on with other files than it began
//! with would stop at the first row that differs; the folder says so instead.

use super::files::{BULLETINS, KIN, MATTERS, ORGANISATION, PERSONAS, TIES, VISITS};
use anyhow::{Result, bail};
use qz_ledger::leaf_hash;
use std::path::Path;

/// The name of the file that says it.
pub const FILE_NAME: &str = "demo.edition";

/// The edition of this program's demo: a hash over all of its files.
pub fn ours() -> String {
    let files = [ORGANISATION, TIES].into_iter().flatten();
    let mut text: String = files.flat_map(|file| [file.name, "\n", file.text]).collect();
    text.extend(MATTERS.iter().chain([&BULLETINS]).flat_map(|(name, text)| [*name, "\n", *text]));
    text.push_str(KIN);
    text.push_str(VISITS);
    text.push_str(PERSONAS);
    leaf_hash(text.as_bytes()).to_string()
}

/// Refuses a folder that was begun with other files.
pub fn must_be_ours(folder: &Path) -> Result<()> {
    let theirs = std::fs::read_to_string(folder.join(FILE_NAME)).unwrap_or_default();
    if theirs.trim() != ours() {
        bail!(
            "{} holds the demo of another version of this program: name a new folder with --data, \
             or delete this one; everything in it is invented",
            folder.display()
        );
    }
    Ok(())
}
