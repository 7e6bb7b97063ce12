//! Keys survive their text form, and a mistyped key is noticed.

use proptest::prelude::*;
use qz_ledger::{Hash, KeyKind, SigningKey, VerifierKey};

const NAME: &str = "[^+\\p{Z}\\p{C}\\s]{1,20}";

proptest! {
    /// Both halves of a key are read back from their text.
    #[test]
    fn a_key_survives_its_text(name in NAME, seed: [u8; 32]) {
        let key = SigningKey::from_seed(&name, &seed).unwrap();
        let again: SigningKey = key.secret_text().parse().unwrap();
        prop_assert_eq!(again.secret_text(), key.secret_text());
        prop_assert_eq!(again.verifier(), key.verifier());
        let verifier: VerifierKey = key.verifier().to_string().parse().unwrap();
        prop_assert_eq!(verifier, key.verifier());
    }

    /// One changed character in a public key makes it no key, or at least another name.
    #[test]
    fn a_mistyped_key_is_noticed(seed: [u8; 32], at in any::<prop::sample::Index>(), typo in "[A-Za-z0-9+/=]") {
        let text = SigningKey::from_seed("county", &seed).unwrap().verifier().to_string();
        let at = at.index(text.len());
        let mut wrong = text.clone();
        wrong.replace_range(at..=at, &typo);
        prop_assert!(wrong == text || wrong.parse::<VerifierKey>().is_err(), "{wrong} was read");
    }

    /// The same public key under another kind is another key.
    #[test]
    fn kinds_have_ids_of_their_own(public in Just(*key_bytes())) {
        let plain = VerifierKey::new("a", KeyKind::Ed25519, &public).unwrap();
        let witness = VerifierKey::new("a", KeyKind::Cosignature, &public).unwrap();
        prop_assert_ne!(plain.id(), witness.id());
    }

    /// A hash has one spelling in base64 and one in hex.
    #[test]
    fn a_hash_survives_both_spellings(bytes: [u8; 32]) {
        let hash = Hash(bytes);
        prop_assert_eq!(hash.to_string().parse(), Ok(hash));
        prop_assert_eq!(Hash::from_hex(&hash.to_hex()), Ok(hash));
        prop_assert!(hash.to_hex().to_uppercase() == hash.to_hex() || Hash::from_hex(&hash.to_hex().to_uppercase()).is_err());
        let json = serde_json::to_string(&hash).unwrap();
        prop_assert_eq!(&json, &format!("\"{hash}\""));
        prop_assert_eq!(serde_json::from_str::<Hash>(&json).unwrap(), hash);
    }
}

fn key_bytes() -> &'static [u8; 32] {
    // The base point of the curve: y = 4/5.
    const BASE: [u8; 32] = {
        let mut bytes = [0x66; 32];
        bytes[0] = 0x58;
        bytes
    };
    &BASE
}

#[test]
fn a_signing_key_is_never_printed() {
    let key = SigningKey::from_seed("county", &[1; 32]).unwrap();
    assert_eq!(format!("{key:?}"), "SigningKey(county, secret)");
}
