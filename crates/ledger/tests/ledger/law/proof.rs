//! A proof convinces exactly when it is true.

use std::collections::HashMap;
use std::sync::LazyLock;

use proptest::prelude::*;
use qz_ledger::{
    Hash, ProveError, TileLevel, TilePath, consistency_tiles, inclusion_tiles, prove_consistency,
    prove_inclusion, root_at, verify_consistency, verify_inclusion,
};

use crate::memory_log::hash_tiles;
use crate::reference;

const BIG: usize = 66_100;

struct Tree {
    leaves: Vec<Hash>,
    tiles: HashMap<TilePath, Vec<Hash>>,
}

/// A log with a tile at level 2.
static TREE: LazyLock<Tree> = LazyLock::new(|| {
    let leaves = reference::leaves(BIG);
    let tiles = hash_tiles(&leaves);
    Tree { leaves, tiles }
});

#[test]
fn every_leaf_of_every_small_log_is_proved_as_the_rfc_does() {
    for size in 1..=40 {
        let leaves = reference::leaves(size);
        let tiles = hash_tiles(&leaves);
        let root = reference::root(&leaves);
        for (index, leaf) in leaves.iter().enumerate() {
            let (at, of) = (index as u64, size as u64);
            let proof = prove_inclusion(at, of, &tiles).unwrap();
            assert_eq!(proof, reference::inclusion(index, &leaves), "leaf {index} of {size}");
            assert_eq!(verify_inclusion(at, of, *leaf, &proof, root), Ok(()));
        }
    }
}

#[test]
fn every_pair_of_small_logs_is_proved_as_the_rfc_does() {
    let leaves = reference::leaves(40);
    let tiles = hash_tiles(&leaves);
    for new in 1..=40 {
        for old in 1..=new {
            let (m, n) = (old as u64, new as u64);
            let proof = prove_consistency(m, n, &tiles).unwrap();
            assert_eq!(proof, reference::consistency(old, &leaves[..new]), "{old} to {new}");
            let (from, to) = (reference::root(&leaves[..old]), reference::root(&leaves[..new]));
            assert_eq!(verify_consistency(m, n, &proof, from, to), Ok(()));
        }
    }
}

/// Every way to spoil a list of hashes by one step.
fn spoiled(proof: &[Hash]) -> Vec<Vec<Hash>> {
    let mut all = vec![[proof, &[Hash([9; 32])]].concat(), [&[Hash([9; 32])], proof].concat()];
    for at in 0..proof.len() {
        let mut changed = proof.to_vec();
        changed[at].0[31] ^= 1;
        let mut dropped = proof.to_vec();
        dropped.remove(at);
        all.extend([changed, dropped]);
    }
    all
}

fn other(hash: Hash) -> Hash {
    let mut hash = hash;
    hash.0[0] ^= 0x80;
    hash
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// One wrong hash, one too many or too few, another leaf, place, size or root: refused.
    #[test]
    fn an_inclusion_proof_holds_only_as_it_is(size in 1_u64..3_000, index in any::<prop::sample::Index>()) {
        let size_of = usize::try_from(size).unwrap();
        let at = index.index(size_of);
        let (index, leaf) = (at as u64, TREE.leaves[at]);
        let root = reference::root(&TREE.leaves[..size_of]);
        let proof = prove_inclusion(index, size, &TREE.tiles).unwrap();
        let verify = |index, leaf, proof: &[Hash], root| verify_inclusion(index, size, leaf, proof, root);
        prop_assert_eq!(verify(index, leaf, &proof, root), Ok(()));
        prop_assert!(verify(index, other(leaf), &proof, root).is_err());
        prop_assert!(verify(index, leaf, &proof, other(root)).is_err());
        for wrong in (0..size).filter(|wrong| *wrong != index) {
            prop_assert!(verify(wrong, leaf, &proof, root).is_err());
        }
        for proof in spoiled(&proof) {
            prop_assert!(verify(index, leaf, &proof, root).is_err());
        }
        prop_assert!(verify(size, leaf, &proof, root).is_err());
    }

    /// The same for the proof that a log only grew.
    #[test]
    fn a_consistency_proof_holds_only_as_it_is(old in 1_u64..3_000, more in 0_u64..3_000) {
        let new = old + more;
        let root = |size: u64| reference::root(&TREE.leaves[..usize::try_from(size).unwrap()]);
        let (from, to) = (root(old), root(new));
        let proof = prove_consistency(old, new, &TREE.tiles).unwrap();
        prop_assert_eq!(verify_consistency(old, new, &proof, from, to), Ok(()));
        prop_assert!(verify_consistency(old, new, &proof, other(from), to).is_err());
        prop_assert!(verify_consistency(old, new, &proof, from, other(to)).is_err());
        for proof in spoiled(&proof) {
            prop_assert!(verify_consistency(old, new, &proof, from, to).is_err());
        }
        if more > 0 {
            prop_assert!(verify_consistency(new, old, &proof, to, from).is_err());
        }
    }

    /// The tiles named are enough, and not one too many.
    #[test]
    fn a_proof_reads_exactly_the_tiles_it_names(size in 1_u64..=66_100, a in any::<prop::sample::Index>()) {
        let index = a.index(usize::try_from(size).unwrap()) as u64;
        let pick = |paths: &[TilePath]| -> HashMap<TilePath, Vec<Hash>> {
            paths.iter().map(|path| (*path, served(*path))).collect()
        };
        let needed = inclusion_tiles(index, size);
        let whole = prove_inclusion(index, size, &TREE.tiles);
        prop_assert!(whole.is_ok());
        prop_assert_eq!(&prove_inclusion(index, size, &pick(&needed)), &whole);
        for absent in &needed {
            let rest: Vec<TilePath> = needed.iter().filter(|path| *path != absent).copied().collect();
            prop_assert_eq!(prove_inclusion(index, size, &pick(&rest)), Err(ProveError::Missing(*absent)));
        }
        let old = index + 1;
        let needed = consistency_tiles(old, size);
        prop_assert_eq!(prove_consistency(old, size, &pick(&needed)), prove_consistency(old, size, &TREE.tiles));
        for absent in &needed {
            let rest: Vec<TilePath> = needed.iter().filter(|path| *path != absent).copied().collect();
            prop_assert!(prove_consistency(old, size, &pick(&rest)).is_err());
        }
    }

    /// The root of every earlier size can be had from the tiles of today.
    #[test]
    fn tiles_remember_every_earlier_root(size in 0_usize..5_000) {
        prop_assert_eq!(root_at(size as u64, &TREE.tiles), Ok(reference::root(&TREE.leaves[..size])));
    }

    /// No size makes the arithmetic overflow, however large a stranger claims his log is.
    #[test]
    fn the_largest_numbers_are_answered_too(a in any::<u64>(), b in any::<u64>()) {
        let nothing: HashMap<TilePath, Vec<Hash>> = HashMap::new();
        let (small, large) = (a.min(b), a.max(b));
        let hashes = [Hash([3; 32]); 64];
        for size in [large, u64::MAX] {
            let fits = prove_inclusion(small, size, &nothing).err();
            prop_assert!(fits.is_some() || size == 1);
            inclusion_tiles(small, size);
            consistency_tiles(small, size);
            for count in [0, 1, 63, 64] {
                let proof = &hashes[..count];
                prop_assert!(verify_inclusion(small, size, hashes[0], proof, Hash([4; 32])).is_err());
                prop_assert!(verify_consistency(small, size, proof, hashes[0], Hash([4; 32])).is_err());
            }
        }
    }
}

fn served(path: TilePath) -> Vec<Hash> {
    let level = match path.level {
        TileLevel::Hashes(0) => &TREE.leaves[..],
        _ => return TREE.tiles[&widest(path)][..usize::from(path.width)].to_vec(),
    };
    let from = usize::try_from(path.index * 256).unwrap();
    level[from..from + usize::from(path.width)].to_vec()
}

fn widest(path: TilePath) -> TilePath {
    (path.width..=256)
        .map(|width| TilePath { width, ..path })
        .find(|path| TREE.tiles.contains_key(path))
        .unwrap()
}

#[test]
fn a_wider_tile_serves_for_a_narrower_one_but_not_the_other_way() {
    let leaves = reference::leaves(300);
    let full = TilePath::full(TileLevel::Hashes(0), 0);
    let wide: HashMap<TilePath, Vec<Hash>> = [(full, leaves[..256].to_vec())].into();
    assert_eq!(prove_inclusion(3, 20, &wide), Ok(reference::inclusion(3, &leaves[..20])));
    let narrow = TilePath { width: 20, ..full };
    let short: HashMap<TilePath, Vec<Hash>> = [(narrow, leaves[..20].to_vec())].into();
    let asked = TilePath { width: 21, ..full };
    assert_eq!(prove_inclusion(3, 21, &short), Err(ProveError::Missing(asked)));
    let lying: HashMap<TilePath, Vec<Hash>> = [(asked, leaves[..20].to_vec())].into();
    assert_eq!(prove_inclusion(3, 21, &lying), Err(ProveError::Missing(asked)));
}

#[test]
fn a_tile_narrower_than_its_name_is_missing_even_where_the_proof_would_not_notice() {
    let mut tiles = hash_tiles(&reference::leaves(512));
    let full = TilePath::full(TileLevel::Hashes(0), 0);
    assert!(prove_inclusion(255, 512, &tiles).is_ok());
    tiles.insert(full, reference::leaves(255)); // the path of leaf 255 does not read leaf 255
    assert_eq!(prove_inclusion(255, 512, &tiles), Err(ProveError::Missing(full)));
}
