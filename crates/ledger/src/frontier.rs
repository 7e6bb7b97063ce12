//! The right edge of the tree (前沿): all a writer must keep to append and to name the root.

use crate::hash::{Hash, HashError, empty_root, node_hash};

/// The roots of the complete subtrees that make up a tree, largest first.
///
/// A tree of `size` leaves has one for every bit set in `size`: at most 64 hashes, whatever
/// the number of leaves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Frontier {
    size: u64,
    peaks: Vec<Hash>,
}

/// The root of a full tile, which is one hash of the tile above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TileNode {
    /// The tile level the hash is stored at, 1 or more: the root of a full tile one level below.
    pub level: u8,
    /// The position within that level, counted over all its tiles.
    pub index: u64,
    /// The root of the full tile.
    pub hash: Hash,
}

/// Why a stored frontier cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FrontierError {
    /// The size does not fit a database integer.
    #[error("a log has at most 9223372036854775807 leaves, not {0}")]
    Size(u64),
    /// The number of hashes does not belong to a tree of this size.
    #[error("a tree of {size} leaves has {expected} frontier hashes, not {found}")]
    Count {
        /// The size read beside the hashes.
        size: u64,
        /// How many hashes such a tree has.
        expected: u32,
        /// How many were found.
        found: usize,
    },
    /// A hash is not hex.
    #[error("frontier hash {position} cannot be read")]
    Hash {
        /// Counted from 1.
        position: usize,
        /// What is wrong with it.
        #[source]
        source: HashError,
    },
}

impl Frontier {
    /// The frontier of the empty tree.
    pub const fn new() -> Self {
        Self { size: 0, peaks: Vec::new() }
    }

    /// How many leaves the tree has.
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// Appends a leaf hash and returns the tile roots this leaf completed, lowest level first.
    ///
    /// Only every 256th push completes one; the others return an empty vector, which costs no
    /// allocation.
    pub fn push(&mut self, leaf: Hash) -> Vec<TileNode> {
        let mut completed = Vec::new();
        let mut hash = leaf;
        for height in 1..=self.size.trailing_ones() {
            let Some(left) = self.peaks.pop() else { break };
            hash = node_hash(&left, &hash);
            if height.is_multiple_of(8) {
                completed.push(TileNode {
                    level: tile_level(height),
                    index: self.size >> height,
                    hash,
                });
            }
        }
        self.peaks.push(hash);
        self.size += 1;
        completed
    }

    /// The root of the tree as it stands.
    pub fn root(&self) -> Hash {
        fold_peaks(&self.peaks).unwrap_or_else(empty_root)
    }

    /// The hashes in hex, separated by spaces, largest subtree first; empty for the empty tree.
    pub fn encode(&self) -> String {
        let hashes: Vec<String> = self.peaks.iter().map(Hash::to_hex).collect();
        hashes.join(" ")
    }

    /// Reads [`Frontier::encode`] back for a tree of `size` leaves.
    pub fn decode(size: u64, text: &str) -> Result<Self, FrontierError> {
        i64::try_from(size).map_err(|_| FrontierError::Size(size))?;
        let words = || text.split(' ').filter(|_| !text.is_empty());
        let (expected, found) = (size.count_ones(), words().count());
        if u32::try_from(found) != Ok(expected) {
            return Err(FrontierError::Count { size, expected, found });
        }
        let read = |(at, word)| {
            Hash::from_hex(word).map_err(|source| FrontierError::Hash { position: at + 1, source })
        };
        let peaks = words().enumerate().map(read).collect::<Result<_, _>>()?;
        Ok(Self { size, peaks })
    }
}

/// The root over complete subtrees given from the largest to the smallest.
pub(crate) fn fold_peaks(peaks: &[Hash]) -> Option<Hash> {
    let (last, before) = peaks.split_last()?;
    Some(before.iter().rev().fold(*last, |root, peak| node_hash(peak, &root)))
}

fn tile_level(height: u32) -> u8 {
    u8::try_from(height / 8).unwrap_or(u8::MAX)
}
