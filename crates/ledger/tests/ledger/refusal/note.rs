//! Notes that are none, and notes one must not believe.

use insta::assert_snapshot;
use qz_ledger::{Note, NoteError, SigningKey};

fn refused(note: &str) -> NoteError {
    note.parse::<Note>().unwrap_err()
}

#[test]
fn a_text_that_is_no_note() {
    let line = "— county AAAAAAA=";
    assert_snapshot!(refused("text\n"), @"the note has no signature: a blank line and at least one signature line end a note");
    assert_snapshot!(refused("text\n\n"), @"the note has no signature: a blank line and at least one signature line end a note");
    assert_snapshot!(refused("text\n\nline\n"), @"signature line 1 is not `— name base64`");
    assert_snapshot!(refused(&format!("text\n\n{line}\n{line}x\n")), @"signature line 2 is not `— name base64`");
    assert_snapshot!(refused(&format!("text\n\n{line}")), @"the text of a note ends in a newline");
    assert_snapshot!(refused(&format!("te\txt\n\n{line}\n")), @"a note has no control characters besides the newline, but byte 2 is one");
    assert_snapshot!(refused(&format!("text\n\n{}", format!("{line}\n").repeat(101))), @"a note carries at most 100 signatures");
    assert_snapshot!(refused(&"x".repeat(1_000_001)), @"a note is at most 1000000 bytes long, not 1000001");
    assert!(format!("text\n\n{line}\n").parse::<Note>().is_ok());
}

#[test]
fn a_line_that_is_no_signature() {
    for line in [
        "- county AAAAAAA=",
        "—county AAAAAAA=",
        "— county",
        "— county ",
        "—  AAAAAAA=",
        "— cou nty AAAAAAA=",
        "— cou+nty AAAAAAA=",
        "— county AAAA",
        "— county AAAAAA==",
        "— county AAAAAAB=",
        "— county AAAAAAA",
        "— county AAAAAAA= ",
        "— county AAAAAAA= more",
        " — county AAAAAAA=",
    ] {
        assert_eq!(refused(&format!("text\n\n{line}\n")), NoteError::SignatureLine(1), "{line}");
    }
}

#[test]
fn a_note_one_must_not_believe() {
    let key = SigningKey::from_seed("county", &[1; 32]).unwrap();
    let stranger = SigningKey::from_seed("stranger", &[2; 32]).unwrap();
    let signed = Note::signed("text\n", &key).unwrap();
    assert_snapshot!(signed.verify(&[stranger.verifier()]).unwrap_err(), @"the note is signed by none of the known keys");
    let altered: Note = signed.to_string().replace("text", "test").parse().unwrap();
    assert_snapshot!(altered.verify(&[key.verifier()]).unwrap_err(), @"the signature of `county` does not belong to this text: the note was altered");
    assert_eq!(Note::signed("text", &key), Err(NoteError::NoFinalNewline));
    assert_eq!(Note::signed("te\rxt\n", &key), Err(NoteError::Control(2)));
}
