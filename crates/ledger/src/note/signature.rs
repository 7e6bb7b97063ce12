//! One signature line of a note: `— name base64(key id, signature)`.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// A signature as it stands in a note; it may be by anyone and may be false.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteSignature {
    /// The name of the key.
    pub name: String,
    /// The id of the key, which with the name says which key signed.
    pub key_id: [u8; 4],
    /// The signature bytes, of the form the kind of key has.
    pub bytes: Vec<u8>,
}

impl NoteSignature {
    pub(super) fn read(line: &str) -> Option<Self> {
        let (name, blob) = line.strip_prefix("— ")?.split_once(' ')?;
        let blob = STANDARD.decode(blob).ok()?;
        let (key_id, bytes) = blob.split_first_chunk()?;
        let sound = is_key_name(name) && !bytes.is_empty();
        sound.then(|| Self { name: name.to_owned(), key_id: *key_id, bytes: bytes.to_owned() })
    }
}

impl fmt::Display for NoteSignature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let blob = STANDARD.encode([self.key_id.as_slice(), &self.bytes].concat());
        write!(f, "— {} {blob}", self.name)
    }
}

/// Whether a key may be called so: not empty, no space of any kind, no plus, no control character.
pub(super) fn is_key_name(name: &str) -> bool {
    let odd = |c: char| c.is_whitespace() || c == '+' || c < ' ';
    !name.is_empty() && !name.contains(odd)
}
