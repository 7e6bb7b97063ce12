//! A note is believed exactly as it was signed.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::Signer as _;
use proptest::prelude::*;
use qz_ledger::{Checkpoint, Hash, KeyKind, Note, SigningKey, VerifierKey, VerifyError};

fn key(name: &str, seed: u8) -> SigningKey {
    SigningKey::from_seed(name, &[seed; 32]).unwrap()
}

/// Texts a note may have: no control characters, a newline at the end.
const TEXT: &str = "([^\\p{Cc}]{0,12}\n){1,6}";

proptest! {
    /// A note is read back as it was written, and its signature holds.
    #[test]
    fn a_signed_text_comes_back_verified(text in TEXT, seed: u8) {
        let key = key("county", seed);
        let mut note = Note::signed(&text, &key).unwrap();
        note.sign(&self::key("other", seed));
        let read: Note = note.to_string().parse().unwrap();
        prop_assert_eq!(&read, &note);
        let known = [key.verifier()];
        let verified = read.verify(&known).unwrap();
        prop_assert_eq!(verified.len(), 1);
        prop_assert_eq!((verified[0].key, verified[0].unix_seconds), (&known[0], None));
        prop_assert_eq!(read.text(), text);
    }

    /// No bit of a note with one signature can be turned without being noticed.
    #[test]
    fn a_changed_note_is_refused(text in TEXT, at in any::<prop::sample::Index>(), bit in 0_u32..8) {
        let key = key("county", 3);
        let note = Note::signed(&text, &key).unwrap().to_string();
        let mut bytes = note.into_bytes();
        let at = at.index(bytes.len());
        bytes[at] ^= 1_u8 << bit;
        let believed = String::from_utf8(bytes)
            .ok()
            .and_then(|text| text.parse::<Note>().ok())
            .is_some_and(|note| note.verify(&[key.verifier()]).is_ok());
        prop_assert!(!believed);
    }

    /// Whatever is read as a note is written again letter for letter.
    #[test]
    fn a_note_has_one_spelling(text in TEXT, name in "[a-z/.]{1,8}", blob: Vec<u8>) {
        let blob = STANDARD.encode(blob);
        let written = format!("{text}\n— {name} {blob}\n");
        if let Ok(note) = written.parse::<Note>() {
            prop_assert_eq!(note.to_string(), written);
        }
    }

    /// A checkpoint is read back as it was signed.
    #[test]
    fn a_checkpoint_survives_its_text(size: u64, root: [u8; 32]) {
        let checkpoint = Checkpoint::new("county", size, Hash(root)).unwrap();
        prop_assert_eq!(checkpoint.to_string().parse(), Ok(checkpoint.clone()));
        let key = key("county", 3);
        let signed = checkpoint.signed(&key).unwrap();
        prop_assert_eq!(Checkpoint::open(&signed, &key.verifier()), Ok(checkpoint));
    }
}

/// A checkpoint signed by its log and cosigned at `claimed` with a signature made for `signed`.
fn cosigned(claimed: u64, signed: u64) -> (String, VerifierKey) {
    let witness = ed25519_dalek::SigningKey::from_bytes(&[5; 32]);
    let public = witness.verifying_key().to_bytes();
    let verifier = VerifierKey::new("witness", KeyKind::Cosignature, &public).unwrap();
    let checkpoint = Checkpoint::new("county", 1, Hash([1; 32])).unwrap();
    let message = format!("cosignature/v1\ntime {signed}\n{checkpoint}");
    let signature = witness.sign(message.as_bytes()).to_bytes();
    let blob = [verifier.id().as_slice(), &claimed.to_be_bytes(), &signature].concat();
    let log = checkpoint.signed(&key("county", 1)).unwrap();
    (format!("{log}— witness {}\n", STANDARD.encode(blob)), verifier)
}

proptest! {
    /// A cosignature says when, and only that; beyond the signed 64-bit range there is no time.
    #[test]
    fn a_cosignature_is_bound_to_its_time(time: u64, other: u64) {
        let open = |(note, witness): (String, VerifierKey)| {
            Checkpoint::open_cosigned(&note, &key("county", 1).verifier(), &[witness])
        };
        let opened = open(cosigned(time, time));
        prop_assert_eq!(opened.is_ok(), i64::try_from(time).is_ok());
        if let Ok(opened) = opened {
            prop_assert_eq!(opened.witnesses[0].unix_seconds, time);
        }
        prop_assert_eq!(open(cosigned(time, other)).is_ok(), time == other && i64::try_from(time).is_ok());
        let (note, _) = cosigned(time, time);
        let alone = Checkpoint::open_cosigned(&note, &key("county", 1).verifier(), &[]).unwrap();
        prop_assert_eq!(alone.witnesses, []);
    }
}

#[test]
fn lines_by_unknown_keys_are_ignored_and_repeated_lines_count_once() {
    let (known, unknown) = (key("county", 1), key("stranger", 2));
    let mut note = Note::signed("text\n", &unknown).unwrap();
    note.sign(&known);
    note.sign(&known);
    note.sign(&key("county", 9)); // the same name, another key
    assert_eq!(note.verify(&[known.verifier()]).unwrap().len(), 1);
    assert_eq!(note.verify(&[key("nobody", 1).verifier()]), Err(VerifyError::NoKnownKey));
    assert_eq!(note.verify(&[]), Err(VerifyError::NoKnownKey));
    assert_eq!(note.verify(&[known.verifier(), known.verifier()]).unwrap().len(), 1);
    let both = [unknown.verifier(), known.verifier()];
    assert_eq!(note.verify(&both).unwrap().len(), 2);
}

#[test]
fn one_false_line_by_a_known_key_refuses_the_note_even_beside_a_true_one() {
    let key = key("county", 1);
    let good = Note::signed("text\n", &key).unwrap().to_string();
    let other = Note::signed("another text\n", &key).unwrap().to_string();
    let line = other.lines().last().unwrap();
    let note: Note = format!("{good}{line}\n").parse().unwrap();
    assert_eq!(note.verify(&[key.verifier()]), Err(VerifyError::Forged("county".to_owned())));
}

/// Two sound points whose keys share the 32-bit id under this name: such a pair is easily found.
#[test]
fn keys_that_share_name_and_id_are_not_told_apart_by_luck() {
    let key = |n: u32| {
        let mut public = [1; 32];
        public[..4].copy_from_slice(&n.to_le_bytes());
        VerifierKey::new("county", KeyKind::Ed25519, &public).unwrap()
    };
    let twins = [key(58_555), key(132_422)];
    assert_eq!(twins[0].id(), twins[1].id());
    let blob = STANDARD.encode([twins[0].id().as_slice(), &[0; 64]].concat());
    let note: Note = format!("text\n\n— county {blob}\n").parse().unwrap();
    assert_eq!(note.verify(&twins), Err(VerifyError::AmbiguousKey("county".to_owned())));
    assert_eq!(note.verify(&twins[..1]), Err(VerifyError::Forged("county".to_owned())));
}

#[test]
fn blank_lines_belong_to_the_text_up_to_the_last_one() {
    let key = key("county", 1);
    let note = Note::signed("one\n\ntwo\n\n\n", &key).unwrap();
    let read: Note = note.to_string().parse().unwrap();
    assert_eq!(read.text(), "one\n\ntwo\n\n\n");
    assert!(read.verify(&[key.verifier()]).is_ok());
}

#[test]
fn sixteen_signatures_are_read() {
    let mut note = Note::signed("text\n", &key("k0", 0)).unwrap();
    (1..16).for_each(|seed| note.sign(&key(&format!("k{seed}"), seed)));
    let read: Note = note.to_string().parse().unwrap();
    assert_eq!(read.signatures().len(), 16);
    assert!(read.verify(&[key("k15", 15).verifier()]).is_ok());
}
