//! Paths have one spelling, tiles one encoding, and a log publishes what the specification lists.

use std::collections::BTreeSet;

use proptest::prelude::*;
use qz_ledger::{
    Entries, Hash, TileLevel, TilePath, decode_entries, decode_hashes, encode_entries,
    encode_hashes, tiles_of, tiles_since,
};

fn any_path() -> impl Strategy<Value = TilePath> {
    let level = prop_oneof![Just(TileLevel::Entries), (0_u8..64).prop_map(TileLevel::Hashes)];
    let index = prop_oneof![0_u64..3_000, any::<u64>()];
    (level, index, 1_u16..=256).prop_map(|(level, index, width)| TilePath { level, index, width })
}

#[test]
fn paths_are_spelled_as_the_specification_has_them() {
    for (path, level, index, width) in [
        ("tile/0/x001/x234/067", TileLevel::Hashes(0), 1_234_067, 256),
        ("tile/63/000", TileLevel::Hashes(63), 0, 256),
        ("tile/entries/000.p/44", TileLevel::Entries, 0, 44),
        ("tile/1/x001/000.p/255", TileLevel::Hashes(1), 1_000, 255),
    ] {
        let named = TilePath { level, index, width };
        assert_eq!(named.to_string(), path);
        assert_eq!(path.parse(), Ok(named));
    }
}

#[test]
fn any_other_spelling_is_refused() {
    for path in [
        "",
        "tile",
        "tile/0",
        "tile/0/",
        "tile/0/0",
        "tile/0/00",
        "tile/0/0000",
        "tile/0/x000/001",
        "tile/0/001/234",
        "tile/0/x001/x234",
        "tile/0/xx01/234",
        "tile/0/x1/234",
        "tile/00/000",
        "tile/+0/000",
        "tile/64/000",
        "tile/-1/000",
        "tile/0/+01",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/044",
        "tile/0/000.p/",
        "tile/0/000.p",
        "tile/0/000.p/1/",
        "tile/0/000/",
        "/tile/0/000",
        "tile/data/000",
        "tile/Entries/000",
        "tile/8/0/000",
        "tile/0/x018/x446/x744/x073/x709/x551/616",
        "tile/0/٠٠٠",
    ] {
        assert!(path.parse::<TilePath>().is_err(), "{path} was read");
    }
}

#[test]
fn a_log_of_70_000_leaves_publishes_what_the_specification_counts() {
    let paths: Vec<TilePath> = tiles_of(70_000).collect();
    let count = |level, full: bool| {
        paths.iter().filter(|path| path.level == level && path.is_partial() != full).count()
    };
    let partial =
        |level| paths.iter().find(|path| path.level == level && path.is_partial()).unwrap().width;
    for level in [TileLevel::Entries, TileLevel::Hashes(0)] {
        assert_eq!((count(level, true), count(level, false), partial(level)), (273, 1, 112));
    }
    let (one, two) = (TileLevel::Hashes(1), TileLevel::Hashes(2));
    assert_eq!((count(one, true), count(one, false), partial(one)), (1, 1, 17));
    assert_eq!((count(two, true), count(two, false), partial(two)), (0, 1, 1));
    assert_eq!(paths.len(), 274 * 2 + 2 + 1);
}

#[test]
fn a_log_of_256_leaves_has_a_full_tile_and_one_above_it() {
    let paths: Vec<String> = tiles_of(256).map(|path| path.to_string()).collect();
    assert_eq!(paths, ["tile/entries/000", "tile/0/000", "tile/1/000.p/1"]);
    assert_eq!(tiles_of(0).count(), 0);
}

proptest! {
    /// A path is read back as it was written.
    #[test]
    fn a_path_survives_its_spelling(path in any_path()) {
        prop_assert_eq!(path.to_string().parse(), Ok(path));
    }

    /// Whatever text is read as a path is the one spelling of that path.
    #[test]
    fn a_path_has_one_spelling(text in "tile/(entries|[0-9]{1,2})/[x0-9/]{1,9}(\\.p/[0-9]{1,3})?") {
        if let Ok(path) = text.parse::<TilePath>() {
            prop_assert_eq!(path.to_string(), text);
        }
    }

    /// What a grown log adds is exactly what it had not published before.
    #[test]
    fn a_grown_log_publishes_the_difference(old in 0_u64..140_000, more in 0_u64..140_000) {
        let before: BTreeSet<TilePath> = tiles_of(old).collect();
        let after: BTreeSet<TilePath> = tiles_of(old + more).collect();
        let added: BTreeSet<TilePath> = tiles_since(old, old + more).collect();
        prop_assert_eq!(added, after.difference(&before).copied().collect());
    }

    /// Entries come out of a bundle as they went in, empty ones too.
    #[test]
    fn a_bundle_gives_back_its_entries(entries in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..300), 0..20)) {
        let bundle = encode_entries(&entries).unwrap();
        prop_assert_eq!(decode_entries(&bundle).unwrap(), entries);
    }

    /// Any bytes are either a bundle, and then the bundle of what is read from them, or refused.
    #[test]
    fn a_bundle_has_one_encoding(bytes in prop::collection::vec(prop_oneof![Just(0), Just(1), any::<u8>()], 0..40)) {
        match decode_entries(&bytes) {
            Ok(entries) => prop_assert_eq!(encode_entries(&entries).unwrap(), bytes),
            Err(_) => prop_assert!(Entries::new(&bytes).count() <= bytes.len()),
        }
    }

    /// A hash tile holds whole hashes, 1 to 256 of them.
    #[test]
    fn a_hash_tile_holds_whole_hashes(length in 0_usize..8_400) {
        let bytes = vec![5; length];
        let fits = length > 0 && length <= 8_192 && length % 32 == 0;
        match decode_hashes(&bytes) {
            Ok(hashes) => prop_assert!(fits && encode_hashes(&hashes) == bytes),
            Err(_) => prop_assert!(!fits),
        }
    }
}

#[test]
fn hash_tiles_of_every_width_are_read_back() {
    for width in 1..=256 {
        let hashes: Vec<Hash> = crate::reference::leaves(width);
        assert_eq!(decode_hashes(&encode_hashes(&hashes)), Ok(hashes));
    }
}
