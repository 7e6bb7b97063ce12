//! A leaf's entry (日志条目): what the public log says of an act.
//!
//! JCS, without a name or a free word: the kind of act, its instant, salted commitments to the
//! act's own row and to the object as it stood after the act, and the checkpoint that was last
//! signed before it (which proves that the leaf is not older).

use crate::error::StoreError;
use crate::governed;
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
    /// Commitment to the object after the act.
    pub object: Hash,
    /// Size and root of the last signed checkpoint.
    pub previous: Option<(u64, Hash)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw<'a> {
    act: &'a str,
    at: i64,
    kind: &'a str,
    object: &'a str,
    prev: Option<RawPrevious<'a>>,
    v: u8,
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
        let mut out = String::with_capacity(256);
        let Self { act, at, kind, object, previous } = self;
        let _ = write!(
            out,
            "{{\"act\":\"{act}\",\"at\":{at},\"kind\":\"{kind}\",\"object\":\"{object}\",\"prev\":"
        );
        let _ = match previous {
            Some((size, root)) => write!(out, "{{\"root\":\"{root}\",\"size\":{size}}}"),
            None => write!(out, "null"),
        };
        out.push_str(",\"v\":1}");
        out
    }

    /// Reads the canonical text; `None` when it is not one that [`Entry::text`] writes.
    pub fn read(text: &str) -> Option<Self> {
        let raw: Raw<'_> = serde_json::from_str(text).ok()?;
        let previous = match raw.prev {
            Some(previous) => Some((previous.size, previous.root.parse().ok()?)),
            None => None,
        };
        let entry = Self {
            act: raw.act.parse().ok()?,
            at: raw.at,
            kind: raw.kind.to_owned(),
            object: raw.object.parse().ok()?,
            previous,
        };
        (raw.v == 1 && entry.text() == text).then_some(entry)
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
            object: Hash([2; 32]),
            previous: Some((3, Hash([4; 32]))),
        }
    }

    #[test]
    fn an_entry_is_canonical_and_read_back() {
        for previous in [None, entry().previous] {
            let entry = Entry { previous, ..entry() };
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
            text.replace("\"v\":1", "\"v\":2"),
            text.replace(":1455", ": 1455"),
        ] {
            assert_eq!(Entry::read(&other), None);
        }
    }
}
