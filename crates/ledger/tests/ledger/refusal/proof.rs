//! Proofs that prove nothing.

use std::collections::HashMap;

use insta::assert_snapshot;
use qz_ledger::{
    Hash, TilePath, prove_consistency, prove_inclusion, verify_consistency, verify_inclusion,
};

const A: Hash = Hash([1; 32]);
const B: Hash = Hash([2; 32]);

#[test]
fn an_inclusion_proof_that_proves_nothing() {
    assert_snapshot!(verify_inclusion(3, 3, A, &[], A).unwrap_err(), @"leaf 3 is not in a log of 3 leaves");
    assert_snapshot!(verify_inclusion(0, 0, A, &[], A).unwrap_err(), @"leaf 0 is not in a log of 0 leaves");
    assert_snapshot!(verify_inclusion(0, 3, A, &[B], A).unwrap_err(), @"an inclusion proof for this leaf has 2 hashes, not 1");
    assert_snapshot!(verify_inclusion(2, 3, A, &[B], A).unwrap_err(), @"the proof leads to another root: the entry is not the one in the log");
}

#[test]
fn a_consistency_proof_that_proves_nothing() {
    assert_snapshot!(verify_consistency(3, 2, &[], A, A).unwrap_err(), @"no proof leads from a log of 3 leaves to one of 2");
    assert_snapshot!(verify_consistency(0, 2, &[], A, A).unwrap_err(), @"no proof leads from a log of 0 leaves to one of 2");
    assert_snapshot!(verify_consistency(1, 2, &[], A, A).unwrap_err(), @"a consistency proof for these sizes has 1 hashes, not 0");
    assert_snapshot!(verify_consistency(1, 2, &[B], A, A).unwrap_err(), @"the proof does not lead to the root of the larger log");
    assert_snapshot!(verify_consistency(3, 4, &[A, B, B], A, A).unwrap_err(), @"the proof does not lead to the root of the smaller log");
    assert_snapshot!(verify_consistency(2, 2, &[], A, B).unwrap_err(), @"the proof does not lead to the root of the larger log");
}

#[test]
fn a_proof_that_cannot_be_drawn() {
    let none: HashMap<TilePath, Vec<Hash>> = HashMap::new();
    assert_snapshot!(prove_inclusion(2, 2, &none).unwrap_err(), @"leaf 2 is not in a log of 2 leaves");
    assert_snapshot!(prove_inclusion(700, 1_000, &none).unwrap_err(), @"the proof needs tile/0/002, which is missing");
    assert_snapshot!(prove_consistency(5, 4, &none).unwrap_err(), @"no proof leads from a log of 5 leaves to one of 4");
    assert_snapshot!(prove_consistency(0, 4, &none).unwrap_err(), @"no proof leads from a log of 0 leaves to one of 4");
}
