//! An outsider's audit accepts every honest log and no other.

use proptest::prelude::*;
use qz_ledger::{
    Audited, Checkpoint, Difference, Hash, ProofFile, audit, audit_against, prove_inclusion,
};

use crate::memory_log::{MemoryLog, ORIGIN, entries, key};

#[test]
fn honest_logs_of_every_shape_are_accepted() {
    for size in [0, 1, 2, 255, 256, 257, 511, 512, 1_000, 65_536, 65_793] {
        let log = MemoryLog::publish(&entries(size));
        let Audited { origin, size: found, signed, .. } =
            audit(&log, Some(&key().verifier())).unwrap();
        assert_eq!((origin.as_str(), found, signed), (ORIGIN, size as u64, true));
    }
}

#[test]
fn without_a_key_the_report_says_that_the_signature_was_not_checked() {
    let log = MemoryLog::publish(&entries(3));
    assert!(!audit(&log, None).unwrap().signed);
}

#[test]
fn a_full_tile_stands_in_for_a_partial_one_that_was_dropped() {
    let grown = MemoryLog::publish(&entries(600));
    let mut log = MemoryLog::publish(&entries(300));
    for path in ["tile/0/001", "tile/entries/001"] {
        log.files.remove(&format!("{path}.p/44")).unwrap();
        log.files.insert(path.to_owned(), grown.files[path].clone());
    }
    assert_eq!(audit(&log, Some(&key().verifier())).unwrap().size, 300);
}

#[test]
fn a_log_agrees_with_every_checkpoint_kept_while_it_grew() {
    let kept: Vec<Checkpoint> = [700, 0, 1, 256, 300, 300, 511]
        .map(|size| open(&MemoryLog::publish(&entries(size))))
        .into();
    let log = MemoryLog::publish(&entries(700));
    assert!(audit_against(&log, Some(&key().verifier()), &kept).is_ok());
}

/// Whatever the order they are given in, every kept checkpoint is compared.
#[test]
fn one_wrong_checkpoint_among_many_is_found() {
    let log = MemoryLog::publish(&entries(700));
    let kept: Vec<Checkpoint> =
        [300, 700, 0, 511].map(|size| open(&MemoryLog::publish(&entries(size)))).into();
    for wrong in 0..kept.len() {
        let mut kept = kept.clone();
        kept[wrong].root = Hash([1; 32]);
        let difference = audit_against(&log, None, &kept).unwrap_err();
        let Difference::Rewritten { size } = difference else { panic!("{difference}") };
        assert_eq!(size, kept[wrong].size);
    }
}

fn open(log: &MemoryLog) -> Checkpoint {
    Checkpoint::open(log.text("checkpoint"), &key().verifier()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Any change, insertion or removal of a byte in any file is found.
    #[test]
    fn no_byte_can_be_changed_added_or_removed(
        size in 1_usize..600,
        file in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
        change in 1_u8..,
        how in 0..3,
    ) {
        let mut log = MemoryLog::publish(&entries(size));
        let path = log.files.keys().nth(file.index(log.files.len())).unwrap().clone();
        let bytes = log.file(&path);
        let at = at.index(bytes.len());
        match how {
            0 => bytes[at] ^= change,
            1 => bytes.insert(at, change),
            _ => drop(bytes.remove(at)),
        }
        prop_assert!(audit(&log, Some(&key().verifier())).is_err(), "{path} at {at}");
    }

    /// Every entry of a log has a proof file that stands on its own, and only for that entry.
    #[test]
    fn a_proof_file_stands_on_its_own(size in 1_usize..600, index in any::<prop::sample::Index>(), extra: Option<Vec<u8>>) {
        let all = entries(size);
        let log = MemoryLog::publish(&all);
        let index = index.index(size);
        let hashes = prove_inclusion(index as u64, size as u64, &log).unwrap();
        let checkpoint = log.text("checkpoint").to_owned();
        let file = ProofFile { extra, index: index as u64, hashes, checkpoint };
        let read: ProofFile = file.to_string().parse().unwrap();
        prop_assert_eq!(&read, &file);
        let opened = read.verify(&all[index], &key().verifier());
        prop_assert_eq!(opened.map(|checkpoint| checkpoint.size), Ok(size as u64));
        prop_assert!(read.verify(b"another entry", &key().verifier()).is_err());
    }
}
