//! A folder with a published log in it, as a mirror reads it.

use std::io;
use std::path::{Path, PathBuf};

/// The files of a log below a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder(PathBuf);

impl Folder {
    /// The log below a folder.
    pub fn new(folder: &Path) -> Self {
        Self(folder.to_owned())
    }
}

impl qz_ledger::Source for Folder {
    fn get(&self, path: &str) -> io::Result<Vec<u8>> {
        std::fs::read(self.0.join(path))
    }
}
