//! Keys that are none.

use insta::assert_snapshot;
use qz_ledger::{KeyError, KeyKind, SigningKey, VerifierKey};

fn county() -> SigningKey {
    SigningKey::from_seed("county", &[1; 32]).unwrap()
}

fn refused(text: &str) -> KeyError {
    text.parse::<VerifierKey>().unwrap_err()
}

#[test]
fn a_verifier_key_that_is_none() {
    let key = county().verifier().to_string();
    let (head, blob) = key.rsplit_once('+').unwrap();
    assert_snapshot!(refused(head), @"a verifier key is written `name+id+base64`, the id in 8 lower-case hex digits");
    assert_snapshot!(refused(&key.replace("county", "a county")), @"a key name is not empty and has no space, plus or control character");
    assert_snapshot!(refused(&key.replace("county", "city")), @"the id of key `city` is 8459442d, not 3d8d88f6: the key was mistyped");
    assert_snapshot!(refused("county+00000000+AmsXnFbQjSn+FLPqbk0vBq9lY9qWjH3bCcnv4j3Vt8tX"), @"keys of type 2 are not read here: only 1 (Ed25519) and 4 (cosignature)");
    assert!(matches!(refused(&format!("{head}+{}", &blob[4..])), KeyError::Form));
    assert!(matches!(refused(&head.to_uppercase()), KeyError::Form));
}

#[test]
fn a_point_anybody_can_sign_for_is_no_key() {
    let mut identity = [0; 32];
    identity[0] = 1;
    let refusal = VerifierKey::new("county", KeyKind::Ed25519, &identity).unwrap_err();
    assert_snapshot!(refusal, @"the key is not a sound Ed25519 public key");
    assert!(VerifierKey::new("county", KeyKind::Ed25519, &[0; 32]).is_err());
    let mut off_curve = [0; 32];
    off_curve[0] = 2;
    assert!(VerifierKey::new("county", KeyKind::Ed25519, &off_curve).is_err());
}

#[test]
fn a_signing_key_that_is_none() {
    let text = county().secret_text();
    let refused = |text: &str| text.parse::<SigningKey>().unwrap_err();
    assert_snapshot!(refused(&text[1..]), @"a signing key is written `PRIVATE+KEY+name+id+base64`");
    assert_snapshot!(refused(&text.replace("county", "city")), @"the id of key `city` is 8459442d, not 3d8d88f6: the key was mistyped");
    assert!(matches!(refused(&county().verifier().to_string()), KeyError::PrivateForm));
    let public_half = format!("PRIVATE+KEY+{}", county().verifier());
    assert!(matches!(refused(&public_half), KeyError::Id { .. }));
    for name in ["", "a b", "a+b", "a\u{3000}b", "a\nb", "a\u{1}b"] {
        assert_eq!(SigningKey::from_seed(name, &[1; 32]).unwrap_err(), KeyError::Name);
    }
}

#[test]
fn a_refusal_never_repeats_the_secret() {
    let text = county().secret_text().replace("county", "city");
    let refusal = text.parse::<SigningKey>().unwrap_err();
    let secret = text.rsplit_once('+').unwrap().1;
    assert!(!format!("{refusal} {refusal:?}").contains(secret));
}
