//! The worked example of the C2SP signed-note specification.

use qz_ledger::{Note, VerifierKey};
use serde::Deserialize;

use super::find_json;

#[derive(Deserialize)]
struct Example {
    vkey: String,
    note: String,
}

#[test]
fn the_example_of_the_specification_verifies() {
    let Some(example) = find_json::<Example>("signed-note-example.json") else { return };
    let key: VerifierKey = example.vkey.parse().unwrap();
    assert_eq!(key.to_string(), example.vkey);
    let note: Note = example.note.parse().unwrap();
    assert_eq!(note.to_string(), example.note);
    assert_eq!(note.verify(&[key]).unwrap().len(), 1);
}
