//! What the rules look at: the files of the tree, and the packages it is built from.

use cargo_metadata::{Metadata, MetadataCommand};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

/// One file that git tracks or would track.
pub struct TreeFile {
    /// Its path from the root of the tree, with `/`.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl TreeFile {
    /// A file made up for an example.
    pub fn example(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), bytes: text.as_bytes().to_vec() }
    }

    /// Its text; `None` for a binary file.
    pub fn text(&self) -> Option<&str> {
        std::str::from_utf8(&self.bytes).ok().filter(|text| !text.contains('\0'))
    }

    /// Whether its name ends in one of `extensions`, given without the dot.
    pub fn is_a(&self, extensions: &[&str]) -> bool {
        let extension = Path::new(&self.path).extension().and_then(|name| name.to_str());
        extension.is_some_and(|extension| extensions.contains(&extension))
    }
}

/// Every file of the tree, tracked or new, without what `.gitignore` names.
pub static FILES: LazyLock<Vec<TreeFile>> = LazyLock::new(|| {
    paths()
        .into_iter()
        .filter_map(|path| read(&path).map(|bytes| TreeFile { path, bytes }))
        .collect()
});

/// The workspace and all it is built from, on every platform, as `Cargo.lock` has it.
pub static PACKAGES: LazyLock<Metadata> = LazyLock::new(|| {
    MetadataCommand::new()
        .manifest_path(root().join("Cargo.toml"))
        .other_options(["--locked".to_owned()])
        .exec()
        .unwrap_or_else(|fault| panic!("cargo metadata --locked: {fault}"))
});

/// Fails with all faults at once, under the rule they break.
pub fn refuse(rule: &str, faults: &[String]) {
    assert!(faults.is_empty(), "{rule}\n  {}\n", faults.join("\n  "));
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// `None` for a file that is deleted and not yet committed, and for a link to a folder.
fn read(path: &str) -> Option<Vec<u8>> {
    std::fs::read(root().join(path)).ok()
}

fn paths() -> Vec<String> {
    let listing = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    let output = Command::new("git")
        .arg("-C")
        .arg(root())
        .args(listing)
        .output()
        .unwrap_or_else(|fault| panic!("git is needed to list the tree: {fault}"));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "git ls-files failed: {said}");
    let listed = String::from_utf8_lossy(&output.stdout);
    let mut paths: Vec<String> =
        listed.split('\0').filter(|path| !path.is_empty()).map(str::to_owned).collect();
    paths.sort();
    paths.dedup();
    assert!(paths.len() > 20, "the tree has only {} files: is this the checkout?", paths.len());
    paths
}
