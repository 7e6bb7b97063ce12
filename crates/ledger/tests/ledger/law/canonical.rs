//! One object, one text, one commitment.

use proptest::prelude::*;
use qz_ledger::{Salt, canonical, canonical_any, commit};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

/// Values that may enter the ledger.
fn governed() -> impl Strategy<Value = Value> {
    let scalar = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-9_007_199_254_740_991_i64..=9_007_199_254_740_991).prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    scalar.prop_recursive(6, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(any::<String>(), inner, 0..6)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    /// The canonical text means the object it was written from, and is its own canonical text.
    #[test]
    fn the_canonical_text_is_the_object(value in governed()) {
        let text = canonical(&value).unwrap();
        let again: Value = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(&again, &value);
        prop_assert_eq!(canonical(&again).unwrap(), text.clone());
        prop_assert_eq!(canonical_any(&value).unwrap(), text);
    }

    /// Another object or another salt gives another commitment.
    #[test]
    fn a_commitment_binds_salt_and_object(a in governed(), b in governed(), salt: [u8; 32], bit in 0_usize..256) {
        let (text, other) = (canonical(&a).unwrap(), canonical(&b).unwrap());
        let commitment = commit(&Salt(salt), &text);
        prop_assert_eq!(commit(&Salt(salt), &other) == commitment, a == b);
        let mut changed = salt;
        changed[bit / 8] ^= 1 << (bit % 8);
        prop_assert_ne!(commit(&Salt(changed), &text), commitment);
    }

    /// The commitment is HMAC-SHA-256 as RFC 2104 spells it, so anybody can compute it.
    #[test]
    fn a_commitment_is_the_hmac_of_the_rfc(salt: [u8; 32], text in any::<String>()) {
        let pad = |mask: u8| {
            let mut block = [mask; 64];
            block.iter_mut().zip(salt).for_each(|(byte, salt)| *byte ^= salt);
            block
        };
        let inner = Sha256::digest([&pad(0x36), b"qz-commit/v1\0".as_slice(), text.as_bytes()].concat());
        let outer = Sha256::digest([pad(0x5c).as_slice(), &inner].concat());
        prop_assert_eq!(commit(&Salt(salt), &text).0, <[u8; 32]>::from(outer));
    }
}

#[test]
fn keys_are_sorted_by_utf16_and_strings_kept_as_they_are() {
    let value = json!({"\u{fb33}": 1, "\u{1f600}": 2, "乙": "é\u{0301}", "1": [true, null, -5]});
    let text = canonical(&value).unwrap();
    assert_eq!(text, "{\"1\":[true,null,-5],\"乙\":\"é\u{0301}\",\"\u{1f600}\":2,\"\u{fb33}\":1}");
}

#[test]
fn a_salt_is_never_printed() {
    assert_eq!(format!("{:?}", Salt([0xab; 32])), "Salt(…)");
}
