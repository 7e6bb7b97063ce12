//! Proofs (证明) of RFC 6962: that an entry is in a log, that a log only grew.

mod range;
mod tiles;

pub use tiles::{
    ProveError, Tiles, consistency_tiles, inclusion_tiles, prove_consistency, prove_inclusion,
    root_at,
};

use crate::hash::{Hash, node_hash};

/// Why an inclusion proof is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InclusionError {
    /// The log has no such leaf.
    #[error("leaf {index} is not in a log of {size} leaves")]
    OutOfRange {
        /// The leaf, counted from 0.
        index: u64,
        /// The size of the log.
        size: u64,
    },
    /// Too many or too few hashes for this leaf and size.
    #[error("an inclusion proof for this leaf has {expected} hashes, not {found}")]
    Length {
        /// How many the proof must have.
        expected: usize,
        /// How many it has.
        found: usize,
    },
    /// The hashes lead to another root.
    #[error("the proof leads to another root: the entry is not the one in the log")]
    Root,
}

/// Why a consistency proof is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ConsistencyError {
    /// The second log is smaller than the first, or the first is empty.
    #[error("no proof leads from a log of {old} leaves to one of {new}")]
    Sizes {
        /// The size of the first log.
        old: u64,
        /// The size of the second.
        new: u64,
    },
    /// Too many or too few hashes for these sizes.
    #[error("a consistency proof for these sizes has {expected} hashes, not {found}")]
    Length {
        /// How many the proof must have.
        expected: usize,
        /// How many it has.
        found: usize,
    },
    /// The hashes do not lead to the first root.
    #[error("the proof does not lead to the root of the smaller log")]
    OldRoot,
    /// The hashes do not lead to the second root.
    #[error("the proof does not lead to the root of the larger log")]
    NewRoot,
}

/// Checks that `leaf` is leaf number `index` of the log of `size` leaves with this root.
pub fn verify_inclusion(
    index: u64,
    size: u64,
    leaf: Hash,
    proof: &[Hash],
    root: Hash,
) -> Result<(), InclusionError> {
    if index >= size {
        return Err(InclusionError::OutOfRange { index, size });
    }
    let (expected, found) = (inclusion_length(index, size), proof.len());
    if expected != found {
        return Err(InclusionError::Length { expected, found });
    }
    let computed = climb(index, size - 1, leaf, proof).new;
    if computed == root { Ok(()) } else { Err(InclusionError::Root) }
}

/// Checks that the log of `old` leaves is the beginning of the log of `new` leaves.
///
/// Equal sizes need an empty proof and equal roots. An empty first log is refused: every log
/// begins like it, so a proof would say nothing.
pub fn verify_consistency(
    old: u64,
    new: u64,
    proof: &[Hash],
    old_root: Hash,
    new_root: Hash,
) -> Result<(), ConsistencyError> {
    if old > new || old == 0 {
        return Err(ConsistencyError::Sizes { old, new });
    }
    let (expected, found) = (consistency_length(old, new), proof.len());
    if expected != found {
        return Err(ConsistencyError::Length { expected, found });
    }
    let (seed, rest) = match proof.split_first() {
        Some((first, rest)) if !old.is_power_of_two() => (*first, rest),
        _ => (old_root, proof),
    };
    // The last leaf of the old tree, from the height at which the old tree ends in a whole subtree.
    let height = old.trailing_zeros();
    let computed = climb((old - 1) >> height, (new - 1) >> height, seed, rest);
    if computed.old != old_root {
        return Err(ConsistencyError::OldRoot);
    }
    if computed.new == new_root { Ok(()) } else { Err(ConsistencyError::NewRoot) }
}

/// The roots a path of hashes leads to.
struct Climbed {
    /// Over everything left of the path and the start itself.
    old: Hash,
    /// Over the whole tree.
    new: Hash,
}

/// Climbs from node `at` of a level whose last node is `last` (RFC 9162 §2.1.3.2 and §2.1.4.2).
fn climb(mut at: u64, mut last: u64, start: Hash, path: &[Hash]) -> Climbed {
    let mut roots = Climbed { old: start, new: start };
    for sibling in path {
        // A right-edge node without a sibling moves up unchanged.
        while at == last && at.is_multiple_of(2) && at != 0 {
            at >>= 1;
            last >>= 1;
        }
        if at % 2 == 1 {
            roots.old = node_hash(sibling, &roots.old);
            roots.new = node_hash(sibling, &roots.new);
        } else {
            roots.new = node_hash(&roots.new, sibling);
        }
        at >>= 1;
        last >>= 1;
    }
    roots
}

fn inclusion_length(index: u64, size: u64) -> usize {
    path_length(index, size - 1)
}

fn consistency_length(old: u64, new: u64) -> usize {
    if old == new {
        return 0;
    }
    let height = old.trailing_zeros();
    let seed = usize::from(!old.is_power_of_two());
    seed + path_length((old - 1) >> height, (new - 1) >> height)
}

/// How many siblings node `at` meets on its way up in a level whose last node is `last`.
fn path_length(at: u64, last: u64) -> usize {
    // Below the height where both paths meet every level has a sibling; above it only left ones.
    let meeting = u64::BITS - (at ^ last).leading_zeros();
    let left = at.checked_shr(meeting).unwrap_or(0).count_ones();
    usize::try_from(meeting + left).unwrap_or(usize::MAX)
}
