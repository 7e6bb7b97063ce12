//! A leaf's entry (日志条目): what the public log says of an act.
//!
//! JCS, without a name or a free word: the kind of act, its instant, the law it found in force,
//! salted commitments to the act's own row and to the object as it stood after the act, and the
//! checkpoint that was last signed before it (which proves that the leaf is not older). The first
//! version of an entry named no law.

use crate::error::StoreError;
use crate::governed;
use qz_domain::law::{CountyLaw, Law};
use qz_ledger::Hash;
use serde::Deserialize;
use std::fmt::Write as _;

/// The fields of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Commitment to the act's row.
    pub act: Hash,
    /// When, in milliseconds since 1970 UTC.
    pub at: i64,
    /// What was done.
    pub kind: String,
    /// The law as the act found it; `None` in entries of the first version.
    pub law: Option<LawInForce>,
    /// Commitment to the object after the act.
    pub object: Hash,
    /// Size and root of the last signed checkpoint.
    pub previous: Option<(u64, Hash)>,
}

/// The law in force (在行法规), by digests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LawInForce {
    /// Of everything the county had confirmed of its own; `None` while it had nothing.
    pub county: Option<Hash>,
    /// Of the files that came with the product.
    pub shipped: Hash,
}

impl LawInForce {
    /// The law of this build with what the county confirmed.
    pub fn of(county: &CountyLaw) -> Self {
        Self { county: county.digest().map(Hash), shipped: Hash(Law::shipped_digest()) }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw<'a> {
    act: &'a str,
    at: i64,
    kind: &'a str,
    law: Option<RawLaw<'a>>,
    object: &'a str,
    prev: Option<RawPrevious<'a>>,
    v: u8,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLaw<'a> {
    county: Option<&'a str>,
    shipped: &'a str,
}

impl RawLaw<'_> {
    fn read(&self) -> Option<LawInForce> {
        let county = match self.county {
            Some(county) => Some(county.parse().ok()?),
            None => None,
        };
        Some(LawInForce { county, shipped: self.shipped.parse().ok()? })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPrevious<'a> {
    root: &'a str,
    size: u64,
}

impl Entry {
    /// The canonical text.
    pub fn text(&self) -> String {
        let mut out = String::with_capacity(384);
        let Self { act, at, kind, law, object, previous } = self;
        let _ = write!(out, "{{\"act\":\"{act}\",\"at\":{at},\"kind\":\"{kind}\"");
        if let Some(LawInForce { county, shipped }) = law {
            let county = county.map_or("null".to_owned(), |county| format!("\"{county}\""));
            let _ = write!(out, ",\"law\":{{\"county\":{county},\"shipped\":\"{shipped}\"}}");
        }
        let _ = write!(out, ",\"object\":\"{object}\",\"prev\":");
        let _ = match previous {
            Some((size, root)) => write!(out, "{{\"root\":\"{root}\",\"size\":{size}}}"),
            None => write!(out, "null"),
        };
        let _ = write!(out, ",\"v\":{}}}", self.version());
        out
    }

    /// The version of its form.
    fn version(&self) -> u8 {
        if self.law.is_some() { 2 } else { 1 }
    }

    /// Reads the canonical text; `None` when it is not one that [`Entry::text`] writes.
    pub fn read(text: &str) -> Option<Self> {
        let raw: Raw<'_> = serde_json::from_str(text).ok()?;
        let previous = match raw.prev {
            Some(previous) => Some((previous.size, previous.root.parse().ok()?)),
            None => None,
        };
        let law = match raw.law {
            Some(law) => Some(law.read()?),
            None => None,
        };
        let entry = Self {
            act: raw.act.parse().ok()?,
            at: raw.at,
            kind: raw.kind.to_owned(),
            law,
            object: raw.object.parse().ok()?,
            previous,
        };
        (raw.v == entry.version() && entry.text() == text).then_some(entry)
    }
}

/// The canonical form of an act's row, from its values in the order of the governed columns.
pub(crate) fn act_form(values: &[Option<&str>]) -> Result<String, StoreError> {
    let text = governed::row_text_of(values);
    governed::canonical_act(&text).map_err(|_| StoreError::Corrupt { table: "act", id: 0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry() -> Entry {
        Entry {
            act: Hash([1; 32]),
            at: 1_455_584_460_000,
            kind: "visit_sign".to_owned(),
            law: Some(LawInForce { county: Some(Hash([5; 32])), shipped: Hash([6; 32]) }),
            object: Hash([2; 32]),
            previous: Some((3, Hash([4; 32]))),
        }
    }

    #[test]
    fn an_entry_is_canonical_and_read_back() {
        let law = entry().law;
        let shipped = law.map(|law| LawInForce { county: None, ..law });
        for (previous, law) in [(None, law), (entry().previous, law), (None, shipped), (None, None)]
        {
            let entry = Entry { law, previous, ..entry() };
            let value: serde_json::Value = serde_json::from_str(&entry.text()).unwrap();
            assert_eq!(qz_ledger::jcs::canonical(&value).unwrap(), entry.text());
            assert_eq!(Entry::read(&entry.text()), Some(entry));
        }
    }

    #[test]
    fn another_spelling_is_not_an_entry() {
        let text = entry().text();
        for other in [
            format!(" {text}"),
            text.replace("\"v\":2", "\"v\":1"),
            Entry { law: None, ..entry() }.text().replace("\"v\":1", "\"v\":2"),
            text.replace(":1455", ": 1455"),
        ] {
            assert_eq!(Entry::read(&other), None);
        }
    }
}
