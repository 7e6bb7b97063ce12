//! The tree straight from the text of RFC 6962 §2.1: slow, recursive, sharing no code with the crate.

use qz_ledger::Hash;
use sha2::{Digest as _, Sha256};

/// `MTH(D[n])` over leaf hashes.
pub fn root(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => Hash(Sha256::digest(b"").into()),
        [leaf] => *leaf,
        _ => {
            let (left, right) = leaves.split_at(split(leaves.len()));
            let input = [&[1], root(left).as_bytes().as_slice(), root(right).as_bytes()].concat();
            Hash(Sha256::digest(input).into())
        }
    }
}

/// `PATH(m, D[n])`.
pub fn inclusion(index: usize, leaves: &[Hash]) -> Vec<Hash> {
    if leaves.len() == 1 {
        return Vec::new();
    }
    let middle = split(leaves.len());
    let (left, right) = leaves.split_at(middle);
    let (mut path, sibling) = if index < middle {
        (inclusion(index, left), right)
    } else {
        (inclusion(index - middle, right), left)
    };
    path.push(root(sibling));
    path
}

/// `PROOF(m, D[n])`.
pub fn consistency(old: usize, leaves: &[Hash]) -> Vec<Hash> {
    subproof(old, leaves, true)
}

fn subproof(old: usize, leaves: &[Hash], whole: bool) -> Vec<Hash> {
    if old == leaves.len() {
        return if whole { Vec::new() } else { vec![root(leaves)] };
    }
    let middle = split(leaves.len());
    let (left, right) = leaves.split_at(middle);
    let (mut path, sibling) = if old <= middle {
        (subproof(old, left, whole), right)
    } else {
        (subproof(old - middle, right, false), left)
    };
    path.push(root(sibling));
    path
}

/// The largest power of two below `n`.
fn split(n: usize) -> usize {
    n.next_power_of_two() / 2
}

/// Leaf hashes that differ from one another.
pub fn leaves(count: usize) -> Vec<Hash> {
    (0..count).map(|n| Hash(Sha256::digest(n.to_be_bytes()).into())).collect()
}
