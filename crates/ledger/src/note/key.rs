//! The keys of notes (公钥与私钥): the text forms every C2SP and Go verifier reads.

use std::fmt;
use std::hint::black_box;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signature, Signer as _, SigningKey as Ed25519Secret, VerifyingKey};
use sha2::{Digest as _, Sha256};

use super::signature::{NoteSignature, is_key_name};
use crate::hash::push_hex;

const PRIVATE: &str = "PRIVATE+KEY+";

/// What the signature of a key covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyKind {
    /// Type 1: plain Ed25519 over the text of the note.
    Ed25519,
    /// Type 4: a cosignature (见证签名), Ed25519 over a time and the text of a checkpoint.
    Cosignature,
}

impl KeyKind {
    const fn byte(self) -> u8 {
        match self {
            Self::Ed25519 => 1,
            Self::Cosignature => 4,
        }
    }
}

/// Why a text is not a key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// Not of the form of a verifier key.
    #[error("a verifier key is written `name+id+base64`, the id in 8 lower-case hex digits")]
    Form,
    /// Not of the form of a signing key.
    #[error("a signing key is written `PRIVATE+KEY+name+id+base64`")]
    PrivateForm,
    /// Empty, or with a space or a plus.
    #[error("a key name is not empty and has no space, plus or control character")]
    Name,
    /// The id is not the one computed from name and key.
    #[error("the id of key `{name}` is {computed}, not {written}: the key was mistyped")]
    Id {
        /// The name in the key.
        name: String,
        /// The id that belongs to name and key.
        computed: String,
        /// The id that was written.
        written: String,
    },
    /// A signature type other than 1 and 4.
    #[error("keys of type {0} are not read here: only 1 (Ed25519) and 4 (cosignature)")]
    Kind(u8),
    /// Not a point on the curve, or one for which anybody can sign.
    #[error("the key is not a sound Ed25519 public key")]
    Point,
}

/// A public key with the name it signs under: what an outsider must hold to check a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifierKey {
    name: String,
    kind: KeyKind,
    id: [u8; 4],
    key: VerifyingKey,
}

impl VerifierKey {
    /// Names a public key.
    pub fn new(name: &str, kind: KeyKind, public: &[u8; 32]) -> Result<Self, KeyError> {
        if !is_key_name(name) {
            return Err(KeyError::Name);
        }
        let key = VerifyingKey::from_bytes(public).map_err(|_| KeyError::Point)?;
        if key.is_weak() {
            return Err(KeyError::Point);
        }
        Ok(Self { name: name.to_owned(), kind, id: key_id(name, kind, public), key })
    }

    /// The name in the signature line; for a log it is the origin of its checkpoints.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The four bytes that tell keys of one name apart.
    pub const fn id(&self) -> [u8; 4] {
        self.id
    }

    /// What its signatures cover.
    pub const fn kind(&self) -> KeyKind {
        self.kind
    }

    /// Whether a plain Ed25519 signature over these bytes is by this key; lax encodings and weak
    /// keys are refused.
    pub(super) fn signed(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        self.key.verify_strict(message, &Signature::from_bytes(signature)).is_ok()
    }
}

impl fmt::Display for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let blob = typed(self.kind, self.key.as_bytes());
        write!(f, "{}+{}+{}", self.name, hex(self.id), STANDARD.encode(blob))
    }
}

impl FromStr for VerifierKey {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (name, written, blob) = split(text).ok_or(KeyError::Form)?;
        let (kind, public) = decode(blob).ok_or(KeyError::Form)?;
        let kind = match kind {
            1 => KeyKind::Ed25519,
            4 => KeyKind::Cosignature,
            other => return Err(KeyError::Kind(other)),
        };
        let key = Self::new(name, kind, &public)?;
        check_id(name, key.id, written)?;
        Ok(key)
    }
}

/// A private key of type 1 with its name. Its bytes are wiped from memory when it is dropped.
pub struct SigningKey {
    name: String,
    id: [u8; 4],
    secret: Ed25519Secret,
}

impl SigningKey {
    /// The key grown from 32 secret random bytes.
    pub fn from_seed(name: &str, seed: &[u8; 32]) -> Result<Self, KeyError> {
        if !is_key_name(name) {
            return Err(KeyError::Name);
        }
        let secret = Ed25519Secret::from_bytes(seed);
        let id = key_id(name, KeyKind::Ed25519, secret.verifying_key().as_bytes());
        Ok(Self { name: name.to_owned(), id, secret })
    }

    /// The name it signs under.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The public half, to be published.
    pub fn verifier(&self) -> VerifierKey {
        VerifierKey {
            name: self.name.clone(),
            kind: KeyKind::Ed25519,
            id: self.id,
            key: self.secret.verifying_key(),
        }
    }

    /// The secret text to keep in the key file; whoever reads it can sign in the name of the log.
    pub fn secret_text(&self) -> String {
        let mut blob = typed(KeyKind::Ed25519, self.secret.as_bytes());
        let mut text = format!("{PRIVATE}{}+{}+", self.name, hex(self.id));
        text.reserve(44); // no copy of the secret is left behind by growing
        STANDARD.encode_string(blob, &mut text);
        wipe(&mut blob);
        text
    }

    pub(super) fn sign(&self, text: &str) -> NoteSignature {
        let bytes = self.secret.sign(text.as_bytes()).to_bytes().to_vec();
        NoteSignature { name: self.name.clone(), key_id: self.id, bytes }
    }
}

impl FromStr for SigningKey {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let rest = text.strip_prefix(PRIVATE).ok_or(KeyError::PrivateForm)?;
        let (name, written, blob) = split(rest).ok_or(KeyError::PrivateForm)?;
        let (kind, mut seed) = decode(blob).ok_or(KeyError::PrivateForm)?;
        let key = Self::from_seed(name, &seed);
        wipe(&mut seed);
        let key =
            if kind == KeyKind::Ed25519.byte() { key? } else { return Err(KeyError::Kind(kind)) };
        check_id(name, key.id, written)?;
        Ok(key)
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigningKey({}, secret)", self.name)
    }
}

fn split(text: &str) -> Option<(&str, &str, &str)> {
    let (name, rest) = text.split_once('+')?;
    let (id, blob) = rest.split_once('+')?;
    Some((name, id, blob))
}

/// Overwrites a secret; the optimiser may not leave it out.
fn wipe(secret: &mut [u8]) {
    secret.fill(0);
    black_box(secret);
}

/// The type byte and the 32 bytes after it.
fn decode(blob: &str) -> Option<(u8, [u8; 32])> {
    let mut bytes = STANDARD.decode(blob).ok()?;
    let key = match bytes.split_first() {
        Some((kind, key)) => key.try_into().ok().map(|key| (*kind, key)),
        None => None,
    };
    wipe(&mut bytes);
    key
}

fn check_id(name: &str, computed: [u8; 4], written: &str) -> Result<(), KeyError> {
    let (name, computed, written) = (name.to_owned(), hex(computed), written.to_owned());
    if computed == written { Ok(()) } else { Err(KeyError::Id { name, computed, written }) }
}

fn key_id(name: &str, kind: KeyKind, public: &[u8; 32]) -> [u8; 4] {
    let mut hasher = Sha256::new();
    hasher.update(name);
    hasher.update([b'\n', kind.byte()]);
    hasher.update(public);
    let digest: [u8; 32] = hasher.finalize().into();
    [digest[0], digest[1], digest[2], digest[3]]
}

fn typed(kind: KeyKind, key: &[u8; 32]) -> [u8; 33] {
    let mut blob = [kind.byte(); 33];
    blob[1..].copy_from_slice(key);
    blob
}

fn hex(id: [u8; 4]) -> String {
    let mut text = String::with_capacity(8);
    push_hex(&mut text, &id);
    text
}
