//! Proofs drawn from published tiles: what a log serves and what a reader can build alone.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::BuildHasher;

use super::range::{Node, Range, consistency, inclusion};
use crate::frontier::fold_peaks;
use crate::hash::{Hash, empty_root, node_hash};
use crate::tile::{TILE_WIDTH, TileLevel, TilePath};

/// A place to read hash tiles from.
pub trait Tiles {
    /// The hashes of this tile, or `None` when it is not to be had.
    ///
    /// A tile may be served wider than asked: any tile of the same level and index with at least
    /// `path.width` hashes will do, since a log only grows and the first `path.width` hashes are
    /// the ones asked for. The rest is not looked at. A narrower one counts as missing.
    fn tile(&self, path: &TilePath) -> Option<Cow<'_, [Hash]>>;
}

impl<S: BuildHasher> Tiles for HashMap<TilePath, Vec<Hash>, S> {
    fn tile(&self, path: &TilePath) -> Option<Cow<'_, [Hash]>> {
        let wide_enough = path.width..=TILE_WIDTH;
        wide_enough
            .map(|width| TilePath { width, ..*path })
            .find_map(|path| self.get(&path))
            .map(|hashes| Cow::Borrowed(hashes.as_slice()))
    }
}

/// Why a proof cannot be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ProveError {
    /// The log has no such leaf.
    #[error("leaf {index} is not in a log of {size} leaves")]
    OutOfRange {
        /// The leaf, counted from 0.
        index: u64,
        /// The size of the log.
        size: u64,
    },
    /// No proof leads from the first size to the second.
    #[error("no proof leads from a log of {old} leaves to one of {new}")]
    Sizes {
        /// The size of the first log.
        old: u64,
        /// The size of the second.
        new: u64,
    },
    /// A tile the proof needs is not there or too narrow.
    #[error("the proof needs {0}, which is missing")]
    Missing(TilePath),
}

/// The tiles [`prove_inclusion`] reads; none when the leaf is not in the log.
pub fn inclusion_tiles(index: u64, size: u64) -> Vec<TilePath> {
    if index < size { tiles_of_ranges(&inclusion(index, size), size) } else { Vec::new() }
}

/// The tiles [`prove_consistency`] reads; none when there is no such proof.
pub fn consistency_tiles(old: u64, new: u64) -> Vec<TilePath> {
    if 0 < old && old < new { tiles_of_ranges(&consistency(old, new), new) } else { Vec::new() }
}

/// The hashes that show leaf `index` to be in the log of `size` leaves, from the leaf up.
pub fn prove_inclusion(index: u64, size: u64, tiles: &impl Tiles) -> Result<Vec<Hash>, ProveError> {
    if index >= size {
        return Err(ProveError::OutOfRange { index, size });
    }
    inclusion(index, size).into_iter().map(|range| range_hash(range, size, tiles)).collect()
}

/// The hashes that show the log of `old` leaves to be the beginning of the log of `new`.
pub fn prove_consistency(old: u64, new: u64, tiles: &impl Tiles) -> Result<Vec<Hash>, ProveError> {
    if old == 0 || old > new {
        return Err(ProveError::Sizes { old, new });
    }
    consistency(old, new).into_iter().map(|range| range_hash(range, new, tiles)).collect()
}

/// The root the log had when it held `size` leaves.
pub fn root_at(size: u64, tiles: &impl Tiles) -> Result<Hash, ProveError> {
    range_hash(Range { start: 0, end: size }, size, tiles)
}

fn tiles_of_ranges(ranges: &[Range], size: u64) -> Vec<TilePath> {
    let nodes = ranges.iter().flat_map(|range| range.peaks());
    let mut paths: Vec<TilePath> = nodes.map(|node| tile_of(node, size).0).collect();
    paths.sort_unstable();
    paths.dedup();
    paths
}

fn range_hash(range: Range, size: u64, tiles: &impl Tiles) -> Result<Hash, ProveError> {
    let peaks =
        range.peaks().map(|node| node_of(node, size, tiles)).collect::<Result<Vec<_>, _>>()?;
    Ok(fold_peaks(&peaks).unwrap_or_else(empty_root))
}

fn node_of(node: Node, size: u64, tiles: &impl Tiles) -> Result<Hash, ProveError> {
    let (path, from, count) = tile_of(node, size);
    let tile = tiles.tile(&path).filter(|tile| tile.len() >= usize::from(path.width));
    let tile = tile.ok_or(ProveError::Missing(path))?;
    let hashes = tile.get(from..from + count).ok_or(ProveError::Missing(path))?;
    subtree(hashes).ok_or(ProveError::Missing(path))
}

/// The tile a complete subtree is computed from, and which of its hashes: first and how many.
fn tile_of(node: Node, size: u64) -> (TilePath, usize, usize) {
    let level = TileLevel::Hashes(u8::try_from(node.height / 8).unwrap_or(u8::MAX));
    let within = node.height % 8;
    let first = node.index << within;
    let path = TilePath::within(level, first / 256, level.count(size));
    (path, usize::try_from(first % 256).unwrap_or(0), 1 << within)
}

/// The root over a power of two of hashes.
fn subtree(hashes: &[Hash]) -> Option<Hash> {
    match hashes {
        [] => None,
        [one] => Some(*one),
        many => {
            let (left, right) = many.split_at(many.len() / 2);
            Some(node_hash(&subtree(left)?, &subtree(right)?))
        }
    }
}
