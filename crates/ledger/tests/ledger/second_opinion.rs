//! Three implementations, one root, interchangeable proofs.

use ct_merkle::digest::Output;
use ct_merkle::mem_backed_tree::MemoryBackedTree;
use ct_merkle::{ConsistencyProof, InclusionProof, RootHash};
use proptest::prelude::*;
use qz_ledger::{
    Checkpoint, Hash, Note, SigningKey, TileLevel, TilePath, leaf_hash, prove_consistency,
    prove_inclusion, verify_consistency, verify_inclusion,
};
use sha2::Sha256;
use signed_note::{StandardSigner, StandardVerifier, VerifierList};

use crate::memory_log::{grow, hash_tiles};

/// The stored nodes of `tlog_tiles`.
#[derive(Default)]
struct Stored(Vec<tlog_tiles::Hash>);

impl tlog_tiles::HashReader for Stored {
    fn read_hashes(&self, indexes: &[u64]) -> Result<Vec<tlog_tiles::Hash>, tlog_tiles::Error> {
        Ok(indexes.iter().map(|index| self.0[usize::try_from(*index).unwrap()]).collect())
    }
}

fn theirs(hash: Hash) -> tlog_tiles::Hash {
    tlog_tiles::Hash(hash.0)
}

fn ours(hashes: &[tlog_tiles::Hash]) -> Vec<Hash> {
    hashes.iter().map(|hash| Hash(hash.0)).collect()
}

fn outputs(hashes: &[Hash]) -> Vec<Output<Sha256>> {
    hashes.iter().map(|hash| hash.0.into()).collect()
}

fn joined(hashes: &[Hash]) -> Vec<u8> {
    hashes.iter().flat_map(|hash| hash.0).collect()
}

/// The same entries in three trees.
struct Trees {
    entries: Vec<Vec<u8>>,
    leaves: Vec<Hash>,
    stored: Stored,
    memory: MemoryBackedTree<Sha256, Vec<u8>>,
}

impl Trees {
    fn plant(entries: Vec<Vec<u8>>) -> Self {
        let mut stored = Stored::default();
        let mut memory = MemoryBackedTree::new();
        for (n, entry) in entries.iter().enumerate() {
            let added = tlog_tiles::stored_hashes(n as u64, entry, &stored).unwrap();
            stored.0.extend(added);
            memory.push(entry.clone());
        }
        let leaves = entries.iter().map(|entry| leaf_hash(entry)).collect();
        Self { entries, leaves, stored, memory }
    }

    fn root(&self, size: usize) -> Hash {
        grow(&self.leaves[..size]).1
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn one_root_and_interchangeable_proofs(
        entries in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..20), 1..600),
        index in any::<prop::sample::Index>(),
        old in any::<prop::sample::Index>(),
    ) {
        let trees = Trees::plant(entries);
        let new = trees.entries.len();
        let size = new as u64;
        let root = trees.root(new);
        prop_assert_eq!(tlog_tiles::tree_hash(size, &trees.stored).unwrap().0, root.0);
        prop_assert!(trees.memory.root().as_bytes().as_slice() == root.as_bytes());
        one_inclusion(&trees, index.index(new), root)?;
        one_consistency(&trees, old.index(new) + 1, root)?;
    }

    /// Notes and keys of ours are read by theirs, and the other way round.
    #[test]
    fn notes_and_keys_are_interchangeable(seed: [u8; 32], text in "([ -~]{1,20}\n){1,4}") {
        let key = SigningKey::from_seed("ledger.test.invalid/a", &seed).unwrap();
        let verifier = StandardVerifier::new(&key.verifier().to_string()).unwrap();
        let known = VerifierList::new(vec![Box::new(verifier)]);
        let mine = Note::signed(&text, &key).unwrap().to_string();
        let read = signed_note::Note::from_bytes(mine.as_bytes()).unwrap();
        prop_assert_eq!(read.verify(&known).unwrap().0.len(), 1);
        let signer = StandardSigner::new(&key.secret_text()).unwrap();
        let mut note = signed_note::Note::new(text.as_bytes(), &[]).unwrap();
        note.add_sigs(&[&signer]).unwrap();
        prop_assert_eq!(String::from_utf8(note.to_bytes()).unwrap(), mine);
    }

    /// A checkpoint of ours is a checkpoint to them, byte by byte.
    #[test]
    fn checkpoints_are_interchangeable(size: u64, root: [u8; 32]) {
        let text = Checkpoint::new("ledger.test.invalid/a", size, Hash(root)).unwrap().to_string();
        let read = tlog_tiles::Checkpoint::from_bytes(text.as_bytes()).unwrap();
        prop_assert_eq!((read.size(), read.hash().0), (size, root));
        prop_assert_eq!(read.to_bytes(), text.as_bytes());
    }

    /// Tile paths agree but for the height, which C2SP leaves out, and the word for entries.
    #[test]
    fn tile_paths_are_interchangeable(level in 0_u8..64, index: u64, width in 1_u16..=256, data: bool) {
        let kind = if data { TileLevel::Entries } else { TileLevel::Hashes(level) };
        let mine = TilePath { level: kind, index, width }.to_string();
        let level = if data { 0 } else { level };
        let path = tlog_tiles::Tile::new(8, level, index, width.into(), data).path();
        prop_assert_eq!(path.replace("tile/8/", "tile/").replace("/data/", "/entries/"), mine);
    }
}

fn one_inclusion(trees: &Trees, index: usize, root: Hash) -> Result<(), TestCaseError> {
    let (at, size) = (index as u64, trees.entries.len() as u64);
    let leaf = trees.leaves[index];
    let proof = prove_inclusion(at, size, &hash_tiles(&trees.leaves)).unwrap();
    prop_assert_eq!(&ours(&tlog_tiles::prove_record(size, at, &trees.stored).unwrap()), &proof);
    prop_assert!(trees.memory.prove_inclusion(index).as_bytes() == joined(&proof));
    let path: Vec<tlog_tiles::Hash> = proof.iter().copied().map(theirs).collect();
    let third = InclusionProof::<Sha256>::from_digests(&outputs(&proof));
    prop_assert!(tlog_tiles::check_record(&path, size, theirs(root), at, theirs(leaf)).is_ok());
    let entry = &trees.entries[index];
    prop_assert!(RootHash::new(root.0.into(), size).verify_inclusion(entry, at, &third).is_ok());
    prop_assert_eq!(verify_inclusion(at, size, leaf, &proof, root), Ok(()));
    Ok(())
}

fn one_consistency(trees: &Trees, old: usize, root: Hash) -> Result<(), TestCaseError> {
    let (m, n) = (old as u64, trees.entries.len() as u64);
    let old_root = trees.root(old);
    let proof = prove_consistency(m, n, &hash_tiles(&trees.leaves)).unwrap();
    prop_assert_eq!(&ours(&tlog_tiles::prove_tree(n, m, &trees.stored).unwrap()), &proof);
    let additions = trees.entries.len() - old;
    prop_assert!(trees.memory.prove_consistency(additions).as_bytes() == joined(&proof));
    let path: Vec<tlog_tiles::Hash> = proof.iter().copied().map(theirs).collect();
    prop_assert!(tlog_tiles::check_tree(&path, n, theirs(root), m, theirs(old_root)).is_ok());
    let third = ConsistencyProof::<Sha256>::from_digests(&outputs(&proof));
    let (before, after) = (RootHash::new(old_root.0.into(), m), RootHash::new(root.0.into(), n));
    prop_assert!(after.verify_consistency(&before, &third).is_ok());
    prop_assert_eq!(verify_consistency(m, n, &proof, old_root, root), Ok(()));
    Ok(())
}
