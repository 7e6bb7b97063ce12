//! Two whole logs by a generator of their own, checked with Go's sumdb library before they came here.

use std::path::PathBuf;

use qz_ledger::{
    Checkpoint, Cosigned, Hash, ProofFile, VerifierKey, Witnessed, audit, consistency_tiles,
    decode_entries, inclusion_tiles, prove_consistency, prove_inclusion, root_at, tiles_of,
    verify_consistency, verify_inclusion,
};
use serde::Deserialize;

use super::{find, find_json};
use crate::memory_log::MemoryLog;

pub const LOGS: [&str; 2] = ["tlog-256", "tlog-300"];

#[derive(Deserialize)]
pub struct Vectors {
    pub origin: String,
    pub size: u64,
    log_vkey: String,
    witness_vkey: String,
    root_b64: Hash,
    roots: std::collections::BTreeMap<String, Hash>,
    inclusion: Vec<Inclusion>,
    consistency: Vec<Consistency>,
}

#[derive(Deserialize)]
struct Inclusion {
    index: u64,
    size: u64,
    proof: Vec<Hash>,
}

#[derive(Deserialize)]
struct Consistency {
    old: u64,
    new: u64,
    proof: Vec<Hash>,
}

/// One of the logs with what is known about it.
pub struct Known {
    pub log: MemoryLog,
    pub vectors: Vectors,
    pub key: VerifierKey,
    pub witness: VerifierKey,
}

impl Known {
    pub fn find(name: &str) -> Option<Self> {
        let folder: PathBuf = find(name)?;
        let vectors: Vectors = find_json(&format!("{name}/vectors.json"))?;
        let (key, witness) =
            (vectors.log_vkey.parse().unwrap(), vectors.witness_vkey.parse().unwrap());
        Some(Self { log: MemoryLog::read_folder(&folder), vectors, key, witness })
    }

    /// All entries, from the bundles.
    pub fn entries(&self) -> Vec<Vec<u8>> {
        let bundles = self.log.files.iter().filter(|(path, _)| path.starts_with("tile/entries/"));
        bundles.flat_map(|(_, bytes)| decode_entries(bytes).unwrap()).map(<[u8]>::to_vec).collect()
    }

    /// The proof files by the index of their entry.
    pub fn proofs(&self) -> impl Iterator<Item = (String, usize)> {
        let paths = self.log.files.keys().filter(|path| path.starts_with("proofs/"));
        paths.map(|path| {
            let index = path["proofs/".len()..].strip_suffix(".tlog-proof").unwrap();
            (path.clone(), index.parse().unwrap())
        })
    }
}

#[test]
fn both_logs_pass_the_audit() {
    for known in LOGS.iter().filter_map(|name| Known::find(name)) {
        let audited = audit(&known.log, Some(&known.key)).unwrap();
        assert_eq!((audited.origin, audited.size), (known.vectors.origin, known.vectors.size));
        assert_eq!(audited.root, known.vectors.root_b64);
    }
}

#[test]
fn both_logs_publish_exactly_the_tiles_this_crate_would() {
    for known in LOGS.iter().filter_map(|name| Known::find(name)) {
        let ours: std::collections::BTreeSet<String> =
            tiles_of(known.vectors.size).map(|path| path.to_string()).collect();
        let theirs = known.log.files.keys().filter(|path| path.starts_with("tile/"));
        assert_eq!(ours, theirs.cloned().collect());
    }
}

#[test]
fn both_checkpoints_are_cosigned_by_the_witness() {
    for known in LOGS.iter().filter_map(|name| Known::find(name)) {
        let note = known.log.text("checkpoint.cosigned");
        let Cosigned { checkpoint, witnesses } =
            Checkpoint::open_cosigned(note, &known.key, std::slice::from_ref(&known.witness))
                .unwrap();
        assert_eq!(checkpoint.root, known.vectors.root_b64);
        let name = known.witness.name().to_owned();
        assert_eq!(witnesses, [Witnessed { name, unix_seconds: 1_790_000_000 }]);
    }
}

#[test]
fn every_root_and_proof_of_the_vectors_is_reproduced_and_verified() {
    for Known { log, vectors, .. } in LOGS.iter().filter_map(|name| Known::find(name)) {
        let (full, _) = crate::memory_log::grow(&leaves_of(&log));
        let tiles = crate::memory_log::hash_tiles(&full[0]);
        let root = |size: u64| root_at(size, &tiles).unwrap();
        for (size, expected) in &vectors.roots {
            assert_eq!(root(size.parse().unwrap()), *expected, "root at {size}");
        }
        for Inclusion { index, size, proof } in &vectors.inclusion {
            let leaf = full[0][usize::try_from(*index).unwrap()];
            assert_eq!(verify_inclusion(*index, *size, leaf, proof, root(*size)), Ok(()));
            assert_eq!(prove_inclusion(*index, *size, &tiles).as_ref(), Ok(proof));
            assert!(!inclusion_tiles(*index, *size).is_empty() || *size == 1);
        }
        for Consistency { old, new, proof } in &vectors.consistency {
            assert_eq!(verify_consistency(*old, *new, proof, root(*old), root(*new)), Ok(()));
            assert_eq!(prove_consistency(*old, *new, &tiles).as_ref(), Ok(proof));
            assert!(!consistency_tiles(*old, *new).is_empty());
        }
    }
}

fn leaves_of(log: &MemoryLog) -> Vec<Hash> {
    let tiles = log.files.iter().filter(|(path, _)| path.starts_with("tile/0/"));
    tiles.flat_map(|(_, bytes)| qz_ledger::decode_hashes(bytes).unwrap()).collect()
}

#[test]
fn every_proof_file_proves_its_entry_and_no_other() {
    for known in LOGS.iter().filter_map(|name| Known::find(name)) {
        let entries = known.entries();
        let witnesses = std::slice::from_ref(&known.witness);
        assert_eq!(known.proofs().count(), 4);
        for (path, index) in known.proofs() {
            let text = known.log.text(&path);
            let file: ProofFile = text.parse().unwrap();
            assert_eq!(file.to_string(), text);
            let cosigned = file.verify_cosigned(&entries[index], &known.key, witnesses).unwrap();
            assert_eq!(cosigned.witnesses.len(), 1);
            for other in (0..entries.len()).filter(|other| *other != index) {
                assert!(file.verify(&entries[other], &known.key).is_err(), "{path}: {other}");
            }
        }
    }
}
