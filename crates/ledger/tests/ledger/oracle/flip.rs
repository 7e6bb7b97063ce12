//! No single bit of a published log can be turned unnoticed.

use std::io;

use qz_ledger::{Checkpoint, ProofFile, Source, audit};
use sha2::{Digest as _, Sha256};

use super::log::{Known, LOGS};
use crate::memory_log::MemoryLog;

/// A log with one bit of one file turned.
struct Flipped<'a> {
    log: &'a MemoryLog,
    path: &'a str,
    bit: usize,
}

impl Source for Flipped<'_> {
    fn get(&self, path: &str) -> io::Result<Vec<u8>> {
        let bytes = self.log.get(path)?;
        Ok(if path == self.path { flip(&bytes, self.bit) } else { bytes })
    }
}

fn flip(bytes: &[u8], bit: usize) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    bytes[bit / 8] ^= 1 << (bit % 8);
    bytes
}

/// The same numbers on every run.
fn pick(seed: usize, below: usize) -> usize {
    let digest: [u8; 32] = Sha256::digest(seed.to_be_bytes()).into();
    let number = u64::from_be_bytes(digest[..8].try_into().unwrap());
    usize::try_from(number % below as u64).unwrap()
}

#[test]
fn a_turned_bit_in_any_tile_or_bundle_is_found() {
    for known in LOGS.iter().filter_map(|name| Known::find(name)) {
        let files: Vec<(&str, usize)> = known
            .log
            .files
            .iter()
            .filter(|(path, _)| path.starts_with("tile/"))
            .map(|(path, bytes)| (path.as_str(), bytes.len() * 8))
            .collect();
        for seed in 0..1_000 {
            let (path, bits) = files[seed % files.len()];
            let bit = pick(seed, bits);
            let flipped = Flipped { log: &known.log, path, bit };
            assert!(audit(&flipped, Some(&known.key)).is_err(), "{path}, bit {bit}");
            assert!(audit(&flipped, None).is_err(), "{path}, bit {bit}, without a key");
        }
    }
}

#[test]
fn a_turned_bit_anywhere_in_the_checkpoint_is_found() {
    for known in LOGS.iter().filter_map(|name| Known::find(name)) {
        let bits = known.log.files["checkpoint"].len() * 8;
        for bit in 0..bits {
            let flipped = Flipped { log: &known.log, path: "checkpoint", bit };
            assert!(audit(&flipped, Some(&known.key)).is_err(), "bit {bit}");
        }
    }
}

#[test]
fn a_turned_bit_in_a_cosigned_checkpoint_costs_the_log_or_the_witness() {
    for known in LOGS.iter().filter_map(|name| Known::find(name)) {
        let bytes = &known.log.files["checkpoint.cosigned"];
        let whole = |bytes: Vec<u8>| {
            let text = String::from_utf8(bytes).ok()?;
            let witnesses = std::slice::from_ref(&known.witness);
            let cosigned = Checkpoint::open_cosigned(&text, &known.key, witnesses).ok()?;
            (cosigned.witnesses.len() == 1).then_some(())
        };
        assert!(whole(bytes.clone()).is_some());
        for bit in 0..bytes.len() * 8 {
            assert!(whole(flip(bytes, bit)).is_none(), "bit {bit}");
        }
    }
}

#[test]
fn a_turned_bit_in_a_proof_file_or_its_entry_costs_the_proof_or_the_witness() {
    for known in LOGS.iter().filter_map(|name| Known::find(name)) {
        let entries = known.entries();
        let whole = |bytes: Vec<u8>, entry: &[u8]| {
            let file: ProofFile = String::from_utf8(bytes).ok()?.parse().ok()?;
            let witnesses = std::slice::from_ref(&known.witness);
            let cosigned = file.verify_cosigned(entry, &known.key, witnesses).ok()?;
            (cosigned.witnesses.len() == 1).then_some(())
        };
        for (path, index) in known.proofs() {
            let (bytes, entry) = (&known.log.files[&path], &entries[index]);
            assert!(whole(bytes.clone(), entry).is_some());
            for seed in 0..250 {
                let bit = pick(seed, bytes.len() * 8);
                assert!(whole(flip(bytes, bit), entry).is_none(), "{path}, bit {bit}");
                let bit = pick(seed, entry.len() * 8);
                assert!(whole(bytes.clone(), &flip(entry, bit)).is_none(), "entry, bit {bit}");
            }
        }
    }
}
