//! What cannot be read back from a column, a tile or a JSON value.

use insta::assert_snapshot;
use qz_ledger::{
    Frontier, Hash, TilePath, canonical, decode_entries, decode_hashes, encode_entries,
};
use serde_json::{Value, json};

#[test]
fn a_frontier_that_does_not_fit_its_size() {
    let one = Hash([1; 32]).to_hex();
    assert_snapshot!(Frontier::decode(3, &one).unwrap_err(), @"a tree of 3 leaves has 2 frontier hashes, not 1");
    assert_snapshot!(Frontier::decode(0, &one).unwrap_err(), @"a tree of 0 leaves has 0 frontier hashes, not 1");
    assert_snapshot!(Frontier::decode(1, "").unwrap_err(), @"a tree of 1 leaves has 1 frontier hashes, not 0");
    assert_snapshot!(Frontier::decode(3, &format!("{one} {}", &one[1..])).unwrap_err(), @"frontier hash 2 cannot be read");
    assert_snapshot!(Frontier::decode(1 << 63, &one).unwrap_err(), @"a log has at most 9223372036854775807 leaves, not 9223372036854775808");
    assert!(Frontier::decode(1, &format!("{one} ")).is_err());
    assert!(Frontier::decode(1, &one.replace('0', "A")).is_err());
}

#[test]
fn a_hash_that_is_none() {
    assert_snapshot!("AQ==".parse::<Hash>().unwrap_err(), @"a hash is 32 bytes, not 1");
    assert_snapshot!("?".parse::<Hash>().unwrap_err(), @"a hash is written in standard base64 with padding");
    assert_snapshot!(Hash::from_hex("00").unwrap_err(), @"a hash is 32 bytes, not 1");
    assert_snapshot!(Hash::from_hex(&"G".repeat(64)).unwrap_err(), @"a hash is written in lower-case hex digits");
    let spelled = Hash([0; 32]).to_string();
    assert!(spelled.replace("A=", "B=").parse::<Hash>().is_err(), "spare bits were ignored");
    assert!(spelled.trim_end_matches('=').parse::<Hash>().is_err(), "missing padding was ignored");
    assert!(format!("{spelled}\n").parse::<Hash>().is_err());
}

#[test]
fn a_tile_that_is_none() {
    assert_snapshot!("tile/0/1".parse::<TilePath>().unwrap_err(), @"`tile/0/1` is not a tile path: write it like `tile/0/x001/234` or `tile/entries/000.p/44`");
    assert_snapshot!(decode_hashes(&[0; 33]).unwrap_err(), @"a hash tile holds 1 to 256 hashes of 32 bytes, not 33 bytes");
    assert_snapshot!(decode_entries(&[0, 1, 7, 0, 2, 7]).unwrap_err(), @"the bundle is cut off within entry 1");
    assert_snapshot!(decode_entries(&[0]).unwrap_err(), @"the bundle is cut off within entry 0");
    let long = [vec![], vec![0; 65_536]];
    assert_snapshot!(encode_entries(&long).unwrap_err(), @"entry 1 is 65536 bytes long; a log entry holds at most 65535");
    assert!(encode_entries(&[vec![0; 65_535]]).is_ok());
}

fn nested(depth: usize) -> Value {
    (0..depth).fold(json!(1), |inner, _| json!([inner]))
}

#[test]
fn a_value_that_may_not_enter_the_ledger() {
    assert_snapshot!(canonical(&json!({"points": 0.5})).unwrap_err(), @"0.5 is not a whole number between -9007199254740991 and 9007199254740991: write it as a string");
    assert_snapshot!(canonical(&json!([9_007_199_254_740_992_u64])).unwrap_err(), @"9007199254740992 is not a whole number between -9007199254740991 and 9007199254740991: write it as a string");
    assert!(canonical(&json!(1.0)).is_err(), "a float is a float even when it is whole");
    assert!(canonical(&json!(u64::MAX)).is_err());
    assert!(canonical(&json!([9_007_199_254_740_991_i64, -9_007_199_254_740_991_i64])).is_ok());
    assert!(canonical(&nested(8)).is_ok());
    assert_snapshot!(canonical(&nested(9)).unwrap_err(), @"the value is nested more than 8 levels deep");
    assert!(canonical(&json!({"a": nested(8)})).is_err());
}
