//! Whose signatures on a note hold.

use super::{KeyKind, Note, NoteSignature, VerifierKey};

/// A known key whose signature on a note holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verified<'k> {
    /// The key.
    pub key: &'k VerifierKey,
    /// When a cosignature says it was given, in seconds since 1970; `None` for a plain signature.
    pub unix_seconds: Option<u64>,
}

/// Why a note is not to be believed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VerifyError {
    /// A line by a known key does not fit the text: somebody changed one of them.
    #[error("the signature of `{0}` does not belong to this text: the note was altered")]
    Forged(String),
    /// No line is by a known key.
    #[error("the note is signed by none of the known keys")]
    NoKnownKey,
    /// Two known keys share name and id, so a line cannot be told apart.
    #[error("two known keys share the name and id of `{0}`")]
    AmbiguousKey(String),
}

impl Note {
    /// The known keys that signed this text, each once, in the order of the lines.
    ///
    /// Lines by unknown keys are ignored. A line by a known key that does not hold refuses the
    /// whole note, and so does a note without any line by a known key.
    pub fn verify<'k>(&self, known: &'k [VerifierKey]) -> Result<Vec<Verified<'k>>, VerifyError> {
        let mut verified: Vec<Verified<'k>> = Vec::new();
        for line in &self.signatures {
            let Some(key) = find(known, line)? else { continue };
            let holds = check(key, &self.text, &line.bytes)
                .ok_or_else(|| VerifyError::Forged(key.name().to_owned()))?;
            if verified.iter().all(|earlier| earlier.key != key) {
                verified.push(holds);
            }
        }
        if verified.is_empty() { Err(VerifyError::NoKnownKey) } else { Ok(verified) }
    }
}

fn find<'k>(
    known: &'k [VerifierKey],
    line: &NoteSignature,
) -> Result<Option<&'k VerifierKey>, VerifyError> {
    let mut keys = known.iter().filter(|key| key.name() == line.name && key.id() == line.key_id);
    let first = keys.next();
    if keys.any(|other| Some(other) != first) {
        return Err(VerifyError::AmbiguousKey(line.name.clone()));
    }
    Ok(first)
}

fn check<'k>(key: &'k VerifierKey, text: &str, signature: &[u8]) -> Option<Verified<'k>> {
    let (unix_seconds, holds) = match key.kind() {
        KeyKind::Ed25519 => (None, key.signed(text.as_bytes(), signature.try_into().ok()?)),
        KeyKind::Cosignature => {
            let (time, signature) = signature.split_first_chunk()?;
            let time = u64::from_be_bytes(*time);
            i64::try_from(time).ok()?;
            let message = format!("cosignature/v1\ntime {time}\n{text}");
            (Some(time), key.signed(message.as_bytes(), signature.try_into().ok()?))
        }
    };
    holds.then_some(Verified { key, unix_seconds })
}
