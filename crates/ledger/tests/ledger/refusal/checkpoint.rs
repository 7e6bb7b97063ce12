//! Checkpoints that are none, and those of another log.

use insta::assert_snapshot;
use qz_ledger::{Checkpoint, CheckpointError, Hash, SigningKey};

const ROOT: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

fn refused(text: &str) -> CheckpointError {
    text.parse::<Checkpoint>().unwrap_err()
}

#[test]
fn a_text_that_is_no_checkpoint() {
    let root = ROOT;
    assert_snapshot!(refused(&format!("county\n1\n{root}")), @"a checkpoint has three lines or more, none empty, each ended by a newline");
    assert_snapshot!(refused(&format!("county\n01\n{root}\n")), @"`01` is not a tree size: write it in decimal digits without leading zeros");
    assert_snapshot!(refused("county\n1\nAAAA\n"), @"the root hash of the checkpoint cannot be read");
    for size in ["", "00", "+1", "-1", "1 ", " 1", "1e3", "0x1", "18446744073709551616", "１"] {
        let refusal = refused(&format!("county\n{size}\n{root}\n"));
        assert!(matches!(refusal, CheckpointError::Size(_) | CheckpointError::Lines), "{size}");
    }
    for text in
        ["", "\n", "county\n1\n", &format!("\n1\n{root}\n"), &format!("county\n1\n{root}\n\n")]
    {
        assert_eq!(refused(text), CheckpointError::Lines, "{text:?}");
    }
    assert!(format!("county\n0\n{root}\n").parse::<Checkpoint>().is_ok());
    assert!(format!("county\n18446744073709551615\n{root}\n").parse::<Checkpoint>().is_ok());
    assert_eq!(Checkpoint::new("", 1, Hash([0; 32])), Err(CheckpointError::Origin));
    assert_eq!(Checkpoint::new("a\nb", 1, Hash([0; 32])), Err(CheckpointError::Origin));
}

#[test]
fn extension_lines_are_kept_when_read_and_never_written() {
    let read: Checkpoint = format!("county\n1\n{ROOT}\nfirst\nsecond\n").parse().unwrap();
    assert_eq!(read.extensions, ["first", "second"]);
    assert_eq!(read.to_string(), format!("county\n1\n{ROOT}\n"));
}

#[test]
fn a_checkpoint_that_must_not_be_relied_on() {
    let key = SigningKey::from_seed("county", &[1; 32]).unwrap();
    let city = SigningKey::from_seed("city", &[1; 32]).unwrap();
    let checkpoint = Checkpoint::new("county", 1, Hash([0; 32])).unwrap();
    assert_snapshot!(checkpoint.signed(&city).unwrap_err(), @"the checkpoint is of `county`, but the key is of `city`");
    let signed = checkpoint.signed(&key).unwrap();
    let refused =
        |note: &str, key: &SigningKey| Checkpoint::open(note, &key.verifier()).unwrap_err();
    assert_snapshot!(refused(&signed, &city), @"the checkpoint of `city` is not validly signed");
    assert_snapshot!(refused(&signed[1..], &key), @"the checkpoint of `county` is not validly signed");
    assert_snapshot!(refused("county", &key), @"the checkpoint is not a signed note");
    let foreign = qz_ledger::Note::signed(&checkpoint.to_string(), &city).unwrap();
    assert_snapshot!(refused(&foreign.to_string(), &city), @"the checkpoint is of `county`, but the key is of `city`");
}
