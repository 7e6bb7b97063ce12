//! What is settled before anything is drawn.

use qz_ledger::{Hash, Salt, canonical, commit};
use serde::{Deserialize, Serialize};

/// One that may be drawn (签).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ticket {
    /// Its code, which no other in the pool has.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// The terms of a draw (抽取方案).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Terms {
    /// The number of the draw.
    pub draw: String,
    /// The office that draws.
    pub organ: String,
    /// What for.
    pub purpose: String,
    /// Those who may be drawn, in the order they are numbered in.
    pub pool: Vec<Ticket>,
    /// How many are drawn.
    pub take: usize,
}

impl Terms {
    /// What is announced: it binds the terms and tells nothing of them. `None` where a text cannot be written
    /// in the canonical form, which no text from a screen does.
    pub fn commitment(&self, salt: &Salt) -> Option<Hash> {
        let value = serde_json::to_value(self).ok()?;
        Some(commit(salt, &canonical(&value).ok()?))
    }

    /// The code that stands twice in the pool, if one does.
    pub fn twice(&self) -> Option<&str> {
        let codes = self.pool.iter().enumerate();
        let is_known =
            |at: usize, code: &str| self.pool[..at].iter().any(|other| other.code == code);
        codes
            .map(|(at, one)| (at, one.code.as_str()))
            .find(|(at, code)| is_known(*at, code))
            .map(|(_, code)| code)
    }
}
