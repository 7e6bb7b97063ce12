//! The mirror (镜像核验): checks a whole published log as an outsider does, from nothing but its
//! files. Every entry is hashed, every tile recomputed, and the root compared with the checkpoint.

mod audit;
mod difference;

use std::io;

pub use difference::Difference;

use crate::checkpoint::{Checkpoint, CheckpointError};
use crate::hash::Hash;
use crate::note::{Note, VerifierKey};
use audit::Audit;

/// A place the files of a published log can be read from: a folder, a web site, an archive.
pub trait Source {
    /// The bytes of the file at this path below the prefix of the log, such as `checkpoint` or
    /// `tile/0/000`.
    fn get(&self, path: &str) -> io::Result<Vec<u8>>;
}

/// A log whose every file agrees with its checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audited {
    /// The name of the log.
    pub origin: String,
    /// How many entries were checked: all.
    pub size: u64,
    /// The root they lead to, which is the one of the checkpoint.
    pub root: Hash,
    /// Whether the signature of the checkpoint was checked, too.
    pub signed: bool,
}

/// Checks a whole log and stops at the first difference.
///
/// With `None` for a key the signature of the checkpoint is **not checked**: the files then agree
/// with one another, but anybody may have written them.
pub fn audit(source: &impl Source, key: Option<&VerifierKey>) -> Result<Audited, Difference> {
    audit_against(source, key, &[])
}

/// As [`audit`], and checks that the log still begins with every checkpoint kept from earlier
/// visits. This is how a reader notices a rewritten past that is consistent in itself.
pub fn audit_against(
    source: &impl Source,
    key: Option<&VerifierKey>,
    kept: &[Checkpoint],
) -> Result<Audited, Difference> {
    let checkpoint = read_checkpoint(source, key)?;
    let Checkpoint { origin, size, root: claimed, .. } = checkpoint;
    if let Some(other) = kept.iter().find(|kept| kept.origin != origin) {
        return Err(Difference::OtherLog { kept: other.origin.clone(), found: origin });
    }
    let root = Audit::new(source, size, kept)?.run()?;
    if root != claimed {
        return Err(Difference::Root { size, computed: root, claimed });
    }
    Ok(Audited { origin, size, root, signed: key.is_some() })
}

fn read_checkpoint(
    source: &impl Source,
    key: Option<&VerifierKey>,
) -> Result<Checkpoint, Difference> {
    const PATH: &str = "checkpoint";
    let unreadable = |reason| Difference::Unreadable { path: PATH.to_owned(), reason };
    let bytes = source.get(PATH).map_err(unreadable)?;
    let text = String::from_utf8(bytes).map_err(|_| Difference::CheckpointNotText)?;
    let read = match key {
        Some(key) => Checkpoint::open(&text, key),
        None => match text.parse::<Note>() {
            Ok(note) => note.text().parse(),
            Err(error) => Err(CheckpointError::Note(error)),
        },
    };
    read.map_err(Difference::Checkpoint)
}
