//! Secrets (密令): tokens of sessions and programs, one-time codes. Shown once, kept as hashes.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// Something whoever knows it may use. Never printed by accident: say [`Secret::reveal`].
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

/// Letters of one-time codes: without those that look alike when written down (I, L, O, U).
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Letters in a one-time code: 100 bits.
const CODE_LETTERS: usize = 20;

impl Secret {
    /// A token of 256 bits, 43 letters, after a prefix that tells what it is.
    pub(crate) fn token(prefix: &str, bytes: [u8; 32]) -> Self {
        Self(format!("{prefix}{}", URL_SAFE_NO_PAD.encode(bytes)))
    }

    /// A one-time code: five groups of four letters, easy to read out and to type.
    pub(crate) fn code(bytes: [u8; 32]) -> Self {
        let letters = bytes.iter().take(CODE_LETTERS);
        let letters = letters.map(|byte| char::from(LETTERS[usize::from(byte % 32)]));
        let mut code = String::with_capacity(CODE_LETTERS + CODE_LETTERS / 4);
        for (nth, letter) in letters.enumerate() {
            if nth > 0 && nth % 4 == 0 {
                code.push('-');
            }
            code.push(letter);
        }
        Self(code)
    }

    /// Whether a text is a one-time code as we write it.
    pub(crate) fn is_code(text: &str) -> bool {
        let groups: Vec<_> = text.split('-').collect();
        let whole = |group: &&str| {
            group.len() == 4 && group.bytes().all(|letter| LETTERS.contains(&letter))
        };
        groups.len() == CODE_LETTERS / 4 && groups.iter().all(whole)
    }

    /// The text itself, to show it to its owner once.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What the store keeps of it.
    pub(crate) fn hash(&self) -> String {
        hash(&self.0)
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Secret(…)")
    }
}

/// SHA-256 in hexadecimal. Enough for secrets of 100 bits and more, which nobody can try out.
pub(crate) fn hash(text: &str) -> String {
    let mut out = String::with_capacity(64);
    for byte in Sha256::digest(text) {
        // Writing to a String cannot fail.
        let _ = write!(out, "{byte:02x}");
    }
    out
}

/// The hash of a one-time code as a person typed it: any case, with or without `-`, O for 0 and I
/// or L for 1.
pub(crate) fn hash_of_typed_code(typed: &str) -> String {
    let letters = typed.chars().filter(|c| !c.is_whitespace() && *c != '-');
    let letters = letters.map(|letter| match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        letter => letter,
    });
    let mut code = String::new();
    for (nth, letter) in letters.take(2 * CODE_LETTERS).enumerate() {
        if nth > 0 && nth % 4 == 0 {
            code.push('-');
        }
        code.push(letter);
    }
    hash(&code)
}

/// Compares without telling by its time where two texts of one length differ.
pub fn same(a: &str, b: &str) -> bool {
    let (a, b) = (Sha256::digest(a), Sha256::digest(b));
    a.iter().zip(&b).fold(0, |differ, (a, b)| differ | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_type_it() {
        let mut bytes = [7; 32];
        bytes[0] = 0;
        bytes[1] = 1;
        let code = Secret::code(bytes);
        assert_eq!(code.reveal(), "0177-7777-7777-7777-7777");
        for typed in
            ["0177-7777-7777-7777-7777", "ol77 7777 7777 7777 7777", "oi777777777777777777"]
        {
            assert_eq!(hash_of_typed_code(typed), code.hash(), "{typed}");
        }
        assert_ne!(hash_of_typed_code("0177-7777-7777-7777-7778"), code.hash());
        assert_ne!(hash_of_typed_code(""), code.hash());
    }

    #[test]
    fn a_secret_does_not_print_itself() {
        let token = Secret::token("qz_", [255; 32]);
        assert_eq!(format!("{token:?}"), "Secret(…)");
        assert_eq!(token.reveal().len(), 46);
    }

    #[test]
    fn equal_texts_are_the_same() {
        assert!(same("a", "a"));
        assert!(!same("a", "b"));
        assert!(!same("a", "aa"));
    }
}
