//! The first place where a published log contradicts itself.

use std::io;

use crate::checkpoint::CheckpointError;
use crate::hash::Hash;
use crate::tile::{BundleError, TileError, TilePath};

/// What is wrong with a log, and where.
#[derive(Debug, thiserror::Error)]
pub enum Difference {
    /// A file is missing or cannot be read.
    #[error("{path} cannot be read")]
    Unreadable {
        /// The file.
        path: String,
        /// Why.
        #[source]
        reason: io::Error,
    },
    /// The checkpoint is not UTF-8.
    #[error("the checkpoint is not a text")]
    CheckpointNotText,
    /// The checkpoint is malformed or not signed by the key.
    #[error("the checkpoint does not hold")]
    Checkpoint(#[source] CheckpointError),
    /// A kept checkpoint belongs to another log.
    #[error("the kept checkpoint is of `{kept}`, this log is `{found}`")]
    OtherLog {
        /// The origin of the kept checkpoint.
        kept: String,
        /// The origin of this log.
        found: String,
    },
    /// The log has fewer entries than it once had.
    #[error("the log has {found} entries, but a kept checkpoint has {kept}: entries were removed")]
    Shrunk {
        /// The size of the kept checkpoint.
        kept: u64,
        /// The size of this log.
        found: u64,
    },
    /// The log does not begin with the entries a kept checkpoint stands for.
    #[error("the first {size} entries are not those of the kept checkpoint: the past was changed")]
    Rewritten {
        /// The size of the kept checkpoint.
        size: u64,
    },
    /// The bytes of a hash tile are not whole hashes.
    #[error("{path} is not a hash tile")]
    Tile {
        /// The tile.
        path: TilePath,
        /// What is wrong.
        #[source]
        reason: TileError,
    },
    /// The bytes of an entry bundle are cut off.
    #[error("{path} is not an entry bundle")]
    Bundle {
        /// The bundle.
        path: TilePath,
        /// What is wrong.
        #[source]
        reason: BundleError,
    },
    /// A tile or bundle holds more or fewer items than its path says.
    #[error("{path} holds {found} items, not {}", path.width)]
    Width {
        /// The tile or bundle.
        path: TilePath,
        /// How many items were found.
        found: usize,
    },
    /// An entry does not hash to its leaf.
    #[error("entry {index} in {bundle} does not hash to the leaf in {tile}")]
    Leaf {
        /// The entry, counted from 0 over the whole log.
        index: u64,
        /// The bundle that holds it.
        bundle: TilePath,
        /// The tile that holds its leaf hash.
        tile: TilePath,
    },
    /// A hash in an upper tile is not the root of the tile below.
    #[error("hash {position} of {path} is not the root of the tile below it")]
    Node {
        /// The upper tile.
        path: TilePath,
        /// The place of the hash in it, counted from 0.
        position: usize,
    },
    /// Entries and tiles agree, but the checkpoint claims another root.
    #[error("the {size} entries lead to the root {computed}, but the checkpoint claims {claimed}")]
    Root {
        /// How many entries.
        size: u64,
        /// The root they lead to.
        computed: Hash,
        /// The root in the checkpoint.
        claimed: Hash,
    },
}
