//! Signed notes (签名文书), C2SP signed-note: a text and the lines of those who signed it.

mod key;
mod signature;
mod verify;
#[cfg(test)]
mod wycheproof;

use std::fmt;
use std::str::FromStr;

pub use key::{KeyError, KeyKind, SigningKey, VerifierKey};
pub use signature::NoteSignature;
pub use verify::{Verified, VerifyError};

/// The longest note this crate reads, in bytes.
pub const MAX_NOTE: usize = 1_000_000;

/// The most signature lines this crate reads in one note.
pub const MAX_SIGNATURES: usize = 100;

/// A text with its signature lines. Reading a note verifies nothing: see [`Note::verify`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    text: String,
    signatures: Vec<NoteSignature>,
}

/// Why a text is not a signed note.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoteError {
    /// More than [`MAX_NOTE`] bytes.
    #[error("a note is at most {MAX_NOTE} bytes long, not {0}")]
    TooLong(usize),
    /// A character below U+0020 other than the newline.
    #[error("a note has no control characters besides the newline, but byte {0} is one")]
    Control(usize),
    /// The text part does not end in a newline.
    #[error("the text of a note ends in a newline")]
    NoFinalNewline,
    /// No blank line, or nothing after it.
    #[error("the note has no signature: a blank line and at least one signature line end a note")]
    Unsigned,
    /// More than [`MAX_SIGNATURES`] signature lines.
    #[error("a note carries at most {MAX_SIGNATURES} signatures")]
    TooManySignatures,
    /// A line after the last blank line is not a signature.
    #[error("signature line {0} is not `— name base64`")]
    SignatureLine(usize),
}

impl Note {
    /// A note with one signature.
    pub fn signed(text: &str, key: &SigningKey) -> Result<Self, NoteError> {
        check_text(text)?;
        let signatures = vec![key.sign(text)];
        Ok(Self { text: text.to_owned(), signatures })
    }

    /// Adds another signature over the same text.
    pub fn sign(&mut self, key: &SigningKey) {
        self.signatures.push(key.sign(&self.text));
    }

    /// The text, which ends in a newline. Ignore it until [`Note::verify`] succeeds.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The signature lines, in their order, verified or not.
    pub fn signatures(&self) -> &[NoteSignature] {
        &self.signatures
    }
}

impl FromStr for Note {
    type Err = NoteError;

    fn from_str(note: &str) -> Result<Self, Self::Err> {
        check_text(note)?;
        let cut = note.rfind("\n\n").ok_or(NoteError::Unsigned)?;
        let (text, lines) = (&note[..=cut], &note[cut + 2..]);
        if lines.is_empty() {
            return Err(NoteError::Unsigned);
        }
        if lines.lines().count() > MAX_SIGNATURES {
            return Err(NoteError::TooManySignatures);
        }
        let read = |(at, line)| NoteSignature::read(line).ok_or(NoteError::SignatureLine(at + 1));
        let signatures = lines.split_terminator('\n').enumerate().map(read);
        Ok(Self { text: text.to_owned(), signatures: signatures.collect::<Result<_, _>>()? })
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.text)?;
        self.signatures.iter().try_for_each(|signature| writeln!(f, "{signature}"))
    }
}

fn check_text(text: &str) -> Result<(), NoteError> {
    if text.len() > MAX_NOTE {
        return Err(NoteError::TooLong(text.len()));
    }
    if let Some(at) = text.bytes().position(|byte| byte < 0x20 && byte != b'\n') {
        return Err(NoteError::Control(at));
    }
    if text.ends_with('\n') { Ok(()) } else { Err(NoteError::NoFinalNewline) }
}
