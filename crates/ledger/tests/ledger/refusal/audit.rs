//! The first difference names the file and the entry.

use insta::assert_snapshot;
use qz_ledger::{Checkpoint, Difference, Hash, audit, audit_against};

use crate::memory_log::{MemoryLog, ORIGIN, entries, key};

fn spoiled(size: usize, spoil: impl FnOnce(&mut MemoryLog)) -> Difference {
    let mut log = MemoryLog::publish(&entries(size));
    spoil(&mut log);
    audit(&log, Some(&key().verifier())).unwrap_err()
}

#[test]
fn a_changed_entry_is_named() {
    let difference =
        spoiled(300, |log| *log.file("tile/entries/001.p/44").last_mut().unwrap() ^= 1);
    assert_snapshot!(difference, @"entry 299 in tile/entries/001.p/44 does not hash to the leaf in tile/0/001.p/44");
}

#[test]
fn an_entry_changed_together_with_its_leaf_is_found_one_level_up() {
    let forged = MemoryLog::publish(
        &[vec![b"{\"act\":false}".to_vec()], entries(300)[1..].to_vec()].concat(),
    );
    let difference = spoiled(300, |log| {
        for path in ["tile/entries/000", "tile/0/000"] {
            log.files.insert(path.to_owned(), forged.files[path].clone());
        }
    });
    assert_snapshot!(difference, @"hash 0 of tile/1/000.p/1 is not the root of the tile below it");
}

#[test]
fn a_wholly_forged_log_is_found_at_its_root() {
    let forged = MemoryLog::publish(&entries(301)[1..]);
    let difference = spoiled(300, |log| {
        let checkpoint = log.files["checkpoint"].clone();
        *log = forged;
        log.files.insert("checkpoint".to_owned(), checkpoint);
    });
    assert_snapshot!(difference.to_string().split(" root ").next().unwrap(), @"the 300 entries lead to the");
    assert!(matches!(difference, Difference::Root { size: 300, .. }));
}

#[test]
fn missing_and_misshapen_files_are_named() {
    let remove = |path: &'static str| spoiled(300, |log| drop(log.files.remove(path)));
    assert_snapshot!(remove("checkpoint"), @"checkpoint cannot be read");
    assert_snapshot!(remove("tile/entries/000"), @"tile/entries/000 cannot be read");
    assert_snapshot!(remove("tile/0/001.p/44"), @"tile/0/001.p/44 cannot be read");
    assert_snapshot!(remove("tile/1/000.p/1"), @"tile/1/000.p/1 cannot be read");
    assert_snapshot!(spoiled(300, |log| log.file("tile/0/000").push(0)), @"tile/0/000 is not a hash tile");
    assert_snapshot!(spoiled(300, |log| log.file("tile/1/000.p/1").extend([0; 32])), @"tile/1/000.p/1 holds 2 items, not 1");
    assert_snapshot!(spoiled(300, |log| log.file("tile/0/001.p/44").truncate(32)), @"tile/0/001.p/44 holds 1 items, not 44");
    assert_snapshot!(spoiled(300, |log| log.file("tile/entries/000").extend([0, 0])), @"tile/entries/000 holds 257 items, not 256");
    assert_snapshot!(spoiled(300, |log| log.file("tile/entries/001.p/44").truncate(13)), @"tile/entries/001.p/44 holds 1 items, not 44");
    assert_snapshot!(spoiled(300, |log| log.file("tile/entries/001.p/44").truncate(571)), @"tile/entries/001.p/44 is not an entry bundle");
}

#[test]
fn a_checkpoint_that_is_no_text_or_not_signed_is_named() {
    assert_snapshot!(spoiled(3, |log| log.file("checkpoint").push(0xff)), @"the checkpoint is not a text");
    assert_snapshot!(spoiled(3, |log| log.file("checkpoint")[0] ^= 1), @"the checkpoint does not hold");
    let log = MemoryLog::default();
    assert!(matches!(audit(&log, None), Err(Difference::Unreadable { .. })));
}

#[test]
fn a_rewritten_past_is_found_although_the_log_agrees_with_itself() {
    let log = MemoryLog::publish(&entries(300));
    let kept = |origin: &str, size| Checkpoint::new(origin, size, Hash([1; 32])).unwrap();
    let refused = |kept| audit_against(&log, Some(&key().verifier()), &[kept]).unwrap_err();
    assert_snapshot!(refused(kept(ORIGIN, 290)), @"the first 290 entries are not those of the kept checkpoint: the past was changed");
    assert_snapshot!(refused(kept(ORIGIN, 0)), @"the first 0 entries are not those of the kept checkpoint: the past was changed");
    assert_snapshot!(refused(kept(ORIGIN, 301)), @"the log has 300 entries, but a kept checkpoint has 301: entries were removed");
    assert_snapshot!(refused(kept("city", 1)), @"the kept checkpoint is of `city`, this log is `ledger.test.invalid/county`");
}
