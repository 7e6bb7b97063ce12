//! The public key of a log, as an argument of those commands that check signatures.

use anyhow::{Context, Result};
use qz_ledger::VerifierKey;

/// A key as it is written, or a file with one.
pub fn read_key(text: &str) -> Result<VerifierKey> {
    if let Ok(key) = text.parse() {
        return Ok(key);
    }
    let file = std::fs::read_to_string(text)
        .with_context(|| format!("--vkey {text}: neither a key nor a file with one"))?;
    file.trim().parse().with_context(|| format!("--vkey {text}"))
}
