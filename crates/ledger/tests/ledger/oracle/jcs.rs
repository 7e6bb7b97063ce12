//! The RFC 8785 examples of its author.

use qz_ledger::{canonical, canonical_any};
use serde_json::Value;

use super::find;

#[test]
fn every_example_is_reproduced_byte_by_byte() {
    let Some(folder) = find("jcs") else { return };
    for name in ["arrays", "french", "structures", "unicode"] {
        let input = std::fs::read(folder.join(format!("input/{name}.json"))).unwrap();
        let output = std::fs::read_to_string(folder.join(format!("output/{name}.json"))).unwrap();
        let hex = std::fs::read_to_string(folder.join(format!("outhex/{name}.txt"))).unwrap();
        let value: Value = serde_json::from_slice(&input).unwrap();
        let text = canonical_any(&value).unwrap();
        assert_eq!(text, output.trim_end_matches('\n'), "{name}");
        let digits: Vec<String> = text.bytes().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(digits.concat(), hex.split_whitespace().collect::<String>(), "{name}");
    }
}

#[test]
fn the_examples_without_fractions_are_canonical_for_the_ledger_too() {
    let Some(folder) = find("jcs") else { return };
    for (name, fits) in
        [("arrays", true), ("french", true), ("structures", false), ("unicode", true)]
    {
        let input = std::fs::read(folder.join(format!("input/{name}.json"))).unwrap();
        let value: Value = serde_json::from_slice(&input).unwrap();
        assert_eq!(canonical(&value).is_ok(), fits, "{name}");
        assert!(!fits || canonical(&value).unwrap() == canonical_any(&value).unwrap());
    }
}
