//! The frontier is the tree of RFC 6962, whatever the number of leaves.

use proptest::prelude::*;
use qz_ledger::{Frontier, Hash, TileNode, leaf_hash};

use crate::memory_log::grow;
use crate::reference;

fn planted(leaves: &[Hash]) -> Frontier {
    let mut tree = Frontier::new();
    for leaf in leaves {
        tree.push(*leaf);
    }
    tree
}

#[test]
fn its_root_is_the_one_of_the_rfc_at_every_size() {
    let leaves = reference::leaves(530);
    let mut tree = Frontier::new();
    for (size, leaf) in leaves.iter().enumerate() {
        assert_eq!(tree.root(), reference::root(&leaves[..size]), "at size {size}");
        assert_eq!(tree.size(), u64::try_from(size).unwrap());
        tree.push(*leaf);
    }
}

#[test]
fn a_leaf_that_fills_tiles_at_two_levels_yields_both_roots() {
    let leaves = reference::leaves(65_536);
    let mut tree = planted(&leaves[..65_535]);
    let last_tile = reference::root(&leaves[65_280..]);
    let all = reference::root(&leaves);
    let completed = tree.push(leaves[65_535]);
    let expected = [
        TileNode { level: 1, index: 255, hash: last_tile },
        TileNode { level: 2, index: 0, hash: all },
    ];
    assert_eq!(completed, expected);
    assert_eq!(tree.root(), all);
}

#[test]
fn only_every_256th_leaf_yields_a_tile_root_and_it_is_the_root_of_that_tile() {
    let leaves = reference::leaves(1_030);
    let (levels, _) = grow(&leaves);
    let expected: Vec<Hash> = leaves.chunks_exact(256).map(reference::root).collect();
    assert_eq!(levels[1], expected);
    assert_eq!(levels.len(), 2);
}

proptest! {
    /// No entry can be changed by a single bit without another root.
    #[test]
    fn the_root_changes_if_any_byte_changes(
        mut entries in prop::collection::vec(prop::collection::vec(any::<u8>(), 1..40), 1..40),
        entry in any::<prop::sample::Index>(),
        byte in any::<prop::sample::Index>(),
        change in 1_u8..,
    ) {
        let root = |entries: &[Vec<u8>]| {
            let leaves: Vec<Hash> = entries.iter().map(|entry| leaf_hash(entry)).collect();
            planted(&leaves).root()
        };
        let before = root(&entries);
        let entry = entry.index(entries.len());
        let byte = byte.index(entries[entry].len());
        entries[entry][byte] ^= change;
        prop_assert_ne!(root(&entries), before);
    }

    /// Two entries cannot trade places unseen.
    #[test]
    fn the_root_changes_if_the_order_changes(size in 2_usize..300, a in any::<prop::sample::Index>(), b in any::<prop::sample::Index>()) {
        let mut leaves = reference::leaves(size);
        let before = planted(&leaves).root();
        let (a, b) = (a.index(size), b.index(size));
        leaves.swap(a, b);
        prop_assert_eq!(planted(&leaves).root() == before, a == b);
    }

    /// A writer may stop anywhere, store one line of text, and go on as if it had not.
    #[test]
    fn a_stored_frontier_goes_on_where_it_stopped(size in 0_usize..700, stop in any::<prop::sample::Index>()) {
        let leaves = reference::leaves(size);
        let stop = stop.index(size + 1);
        let before = planted(&leaves[..stop]);
        let mut after = Frontier::decode(before.size(), &before.encode()).unwrap();
        prop_assert_eq!(&after, &before);
        leaves[stop..].iter().for_each(|leaf| drop(after.push(*leaf)));
        prop_assert_eq!(after, planted(&leaves));
    }
}
