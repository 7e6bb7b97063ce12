//! What the security officer reads when the signer stops.

use insta::assert_snapshot;
use qz_ledger::{Hash, Signer, SignerState};

use crate::memory_log::{ORIGIN, key};
use crate::reference;

fn after(size: usize) -> Signer {
    let root = reference::root(&reference::leaves(size));
    Signer::new(key(), SignerState { size: size as u64, root })
}

#[test]
fn an_older_copy_was_restored() {
    let root = reference::root(&reference::leaves(120));
    assert_snapshot!(after(300).sign(ORIGIN, 120, root, &[]).unwrap_err(), @"not signed: the ledger has 120 entries, but 300 were signed before, so an older copy of the database was restored; stop recording, compare with the published checkpoint of 300 entries and restore the copy that has them all");
}

#[test]
fn two_copies_were_written_to() {
    assert_snapshot!(after(300).sign(ORIGIN, 300, Hash([1; 32]), &[]).unwrap_err(), @"not signed: another ledger of 300 entries was signed before, so entries were changed or two copies were written to; stop recording, compare both with the published checkpoint of 300 entries and keep the copy that agrees with it");
}

#[test]
fn an_older_copy_was_restored_and_written_to() {
    assert_snapshot!(after(300).sign(ORIGIN, 310, Hash([1; 32]), &[]).unwrap_err(), @"not signed: the first 300 of these 310 entries are not the ones signed before, so an older copy was restored and written to, or entries were changed; stop recording, compare with the published checkpoint of 300 entries and restore the copy that agrees with it");
}

#[test]
fn another_log_is_never_signed_and_nothing_is_remembered() {
    let mut signer = Signer::new(key(), SignerState::new());
    assert_snapshot!(signer.sign("city", 1, Hash([1; 32]), &[]).unwrap_err(), @"not signed: the checkpoint and the key of the signer do not fit");
    assert_eq!(signer.state(), SignerState::new());
}

#[test]
fn the_empty_log_has_one_root() {
    let mut signer = Signer::new(key(), SignerState::new());
    assert!(signer.sign(ORIGIN, 0, Hash([1; 32]), &[]).is_err());
    assert!(signer.sign(ORIGIN, 0, qz_ledger::empty_root(), &[]).is_ok());
}

#[test]
fn a_record_that_cannot_be_read_is_not_taken_for_an_empty_one() {
    let text = after(5).state().to_string();
    assert_eq!(text.parse(), Ok(after(5).state()));
    assert_snapshot!("".parse::<SignerState>().unwrap_err(), @"the signer's own record cannot be read: it is three lines, `qz-signer/v1`, the size and the root; copy the last two from the newest published checkpoint");
    for wrong in [
        &text[1..],
        &text[..text.len() - 1],
        &text.replace("\n5\n", "\n05\n"),
        &format!("{text}\n"),
    ] {
        assert!(wrong.parse::<SignerState>().is_err(), "{wrong:?}");
    }
}
