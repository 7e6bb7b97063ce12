//! The Ed25519 cases of Wycheproof, put to the very primitive that verifies notes.

use std::path::Path;

use serde_json::Value;

use super::{KeyKind, VerifierKey};

#[test]
fn signatures_are_accepted_and_refused_as_wycheproof_has_them() {
    let Some(groups) = groups() else { return };
    let mut seen = 0;
    for group in groups.as_array().unwrap() {
        let public = bytes(&group["publicKey"]["pk"]);
        let key = VerifierKey::new("wycheproof", KeyKind::Ed25519, &public.try_into().unwrap());
        for case in group["tests"].as_array().unwrap() {
            let (message, signature) = (bytes(&case["msg"]), bytes(&case["sig"]));
            let holds = <&[u8; 64]>::try_from(signature.as_slice()).is_ok_and(|signature| {
                key.as_ref().is_ok_and(|key| key.signed(&message, signature))
            });
            let wanted = case["result"].as_str().unwrap();
            assert!(wanted == "acceptable" || holds == (wanted == "valid"), "{case}");
            seen += 1;
        }
    }
    assert_eq!(seen, 75);
}

fn groups() -> Option<Value> {
    const NAME: &str = "../../../shared/oracles/ledger/wycheproof/ed25519_test.json";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(NAME);
    let Ok(file) = std::fs::read(path) else {
        assert_ne!(std::env::var("CI").as_deref(), Ok("true"), "the Wycheproof oracle is missing");
        println!("skipped: wycheproof/ed25519_test.json (no ../shared)");
        return None;
    };
    let mut file: Value = serde_json::from_slice(&file).unwrap();
    Some(file["testGroups"].take())
}

fn bytes(hex: &Value) -> Vec<u8> {
    let hex = hex.as_str().unwrap();
    let digits = (0..hex.len()).step_by(2).map(|at| &hex[at..at + 2]);
    digits.map(|pair| u8::from_str_radix(pair, 16).unwrap()).collect()
}
