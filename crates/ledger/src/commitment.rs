//! Commitments (承诺值): what a leaf says about an object without telling the object.

use std::fmt;

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

use crate::hash::Hash;

/// What stands before the canonical text, so that a commitment is never mistaken for another
/// use of the same salt.
const DOMAIN: &[u8] = b"qz-commit/v1\0";

/// Thirty-two random bytes kept beside an object; without them nobody can guess the object from
/// its commitment, and erasing them makes the commitment mute.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Salt(pub [u8; 32]);

impl fmt::Debug for Salt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Salt(…)")
    }
}

/// HMAC-SHA-256 under the salt, over `qz-commit/v1`, a zero byte and the canonical text.
pub fn commit(salt: &Salt, canonical: &str) -> Hash {
    let mut key = [0; 64]; // HMAC pads a short key with zeros to one block
    key[..32].copy_from_slice(&salt.0);
    let mut mac = Hmac::<Sha256>::new(&key.into());
    mac.update(DOMAIN);
    mac.update(canonical.as_bytes());
    Hash(mac.finalize().into_bytes().into())
}
