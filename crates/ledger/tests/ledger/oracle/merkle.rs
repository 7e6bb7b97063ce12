//! Proof cases, true and spoiled, of the transparency-dev Merkle library.

use qz_ledger::{Hash, HashError, verify_consistency, verify_inclusion};
use serde::Deserialize;

use super::find_json;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Inclusion {
    leaf_idx: u64,
    tree_size: u64,
    root: Option<String>,
    leaf_hash: Option<String>,
    proof: Option<Vec<String>>,
    want_err: bool,
    case: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Consistency {
    size1: u64,
    size2: u64,
    root1: Option<String>,
    root2: Option<String>,
    proof: Option<Vec<String>>,
    want_err: bool,
    case: String,
}

fn hash(text: Option<&String>) -> Result<Hash, HashError> {
    text.map_or("", String::as_str).parse()
}

fn hashes(texts: Option<&Vec<String>>) -> Result<Vec<Hash>, HashError> {
    texts.into_iter().flatten().map(|text| text.parse()).collect()
}

fn included(case: &Inclusion) -> Option<()> {
    let (leaf, root) = (hash(case.leaf_hash.as_ref()).ok()?, hash(case.root.as_ref()).ok()?);
    let proof = hashes(case.proof.as_ref()).ok()?;
    verify_inclusion(case.leaf_idx, case.tree_size, leaf, &proof, root).ok()
}

fn consistent(case: &Consistency) -> Option<()> {
    let (old, new) = (hash(case.root1.as_ref()).ok()?, hash(case.root2.as_ref()).ok()?);
    let proof = hashes(case.proof.as_ref()).ok()?;
    verify_consistency(case.size1, case.size2, &proof, old, new).ok()
}

#[test]
fn inclusion_cases_are_accepted_and_refused_as_wanted() {
    let Some(cases) = find_json::<Vec<Inclusion>>("merkle/inclusion.json") else { return };
    assert_eq!(cases.len(), 53);
    for case in cases {
        assert_eq!(included(&case).is_none(), case.want_err, "{}", case.case);
    }
}

#[test]
fn consistency_cases_are_accepted_and_refused_as_wanted() {
    let Some(cases) = find_json::<Vec<Consistency>>("merkle/consistency.json") else { return };
    assert_eq!(cases.len(), 43);
    for case in cases {
        assert_eq!(consistent(&case).is_none(), case.want_err, "{}", case.case);
    }
}
