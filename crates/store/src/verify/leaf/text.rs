//! One leaf with its act, borrowed from the text of its chunk, and what the two must agree on.

use crate::entry::Entry;
use crate::governed::{self, ACT_COLUMNS, canonical_act, read_value};
use crate::verify::difference::Difference;
use crate::verify::object::Latest;
use crate::verify::tree::Tree;
use qz_ledger::{Hash, Salt, commit, leaf_hash};

/// A leaf's values.
pub(super) struct LeafText<'t> {
    index: u64,
    act_id: i64,
    hash: &'t str,
    entry: &'t str,
    superseded: bool,
    act: Option<ActText<'t>>,
}

/// An act's values: those needed by themselves, and the whole row.
#[derive(Clone, Copy)]
struct ActText<'t> {
    salt: &'t str,
    row: &'t str,
    at: &'t str,
    kind: &'t str,
    subject: &'t str,
    subject_kind: &'t str,
}

/// What an entry names besides its act, the last two as text.
struct Named<'t> {
    object: Hash,
    law: &'t str,
    previous: &'t str,
}

impl<'t> LeafText<'t> {
    /// Reads the leaf that begins at `at`, and tells where the next one begins.
    pub fn read(text: &'t str, at: usize) -> Option<(Self, usize)> {
        let (before, start) = values::<6>(text, at)?;
        let [index, act_id, hash, entry, superseded, salt] = before;
        let (row, end) = values::<{ ACT_COLUMNS.len() }>(text, start)?;
        let act = salt.and_then(|salt| ActText::new(salt, &text[start..end], row));
        let leaf = Self {
            index: index?.parse().ok()?,
            act_id: act_id?.parse().ok()?,
            hash: hash?,
            entry: entry?,
            superseded: superseded.is_some(),
            act,
        };
        Some((leaf, end))
    }

    /// Its place in the log.
    pub fn index(&self) -> u64 {
        self.index
    }

    /// The instant of its act, in milliseconds since 1970; empty when the act is gone.
    pub fn at(&self) -> &'t str {
        self.act.map_or("", |act| act.at)
    }

    /// Judges the leaf and appends it to the tree; gives its act when it is the latest on its
    /// object.
    pub fn check(&self, tree: &mut Tree) -> Result<Option<Latest>, Difference> {
        let index = self.index;
        let hash = leaf_hash(self.entry.as_bytes());
        if self.hash.parse() != Ok(hash) {
            return Err(Difference::LeafHash { index });
        }
        let gone = Difference::ActGone { act: self.act_id, leaf: index };
        let act = self.act.ok_or(gone)?;
        let (object, salt, law) = self.bind(act, tree)?;
        tree.law.pass((index, self.act_id), law, self.entry);
        tree.push(hash, self.act_id);
        if self.superseded {
            return Ok(None);
        }
        let (Some(kind), Ok(id)) = (governed::kind(act.subject_kind), act.subject.parse()) else {
            return Err(Difference::ActKind { act: self.act_id });
        };
        Ok(Some(Latest { kind, id, salt, object, act: self.act_id, leaf: index }))
    }

    /// Holds the entry against the act; gives what it commits the object to, the salt, and the law
    /// it names.
    fn bind(&self, act: ActText<'_>, tree: &mut Tree) -> Result<(Hash, Salt, &'t str), Difference> {
        let salt: Hash = act.salt.parse().map_err(|_| self.act_differs(Some("salt")))?;
        let salt = Salt(salt.0);
        let form = canonical_act(act.row).map_err(|_| self.act_differs(None))?;
        let commitment = commit(&salt, &form);
        let Some(Named { object, law, previous }) = self.expect(&commitment, act) else {
            return Err(self.explain(&commitment, act));
        };
        if !tree.named_before(previous) {
            let entry = Entry::read(self.entry);
            let named = entry.ok_or(Difference::LeafEntry { index: self.index })?.previous;
            if !tree.follows(previous, named) {
                let size = named.map_or(0, |(size, _)| size);
                return Err(Difference::LeafPrevious { index: self.index, size });
            }
        }
        Ok((object, salt, law))
    }

    /// What the entry names, when the rest is what the act's row makes it.
    fn expect(&self, commitment: &Hash, act: ActText<'_>) -> Option<Named<'t>> {
        let (bound, rest) = self.entry.strip_prefix("{\"act\":\"")?.split_at_checked(44)?;
        bound.parse().ok().filter(|bound: &Hash| bound == commitment)?;
        let rest = rest.strip_prefix("\",\"at\":")?.strip_prefix(act.at)?;
        let rest = rest.strip_prefix(",\"kind\":\"")?.strip_prefix(act.kind)?;
        let (law, rest) = match rest.strip_prefix("\",\"law\":") {
            Some(rest) => rest.split_once(",\"object\":\"")?,
            None => ("", rest.strip_prefix("\",\"object\":\"")?),
        };
        let (object, rest) = rest.split_at_checked(44)?;
        let end = if law.is_empty() { ",\"v\":1}" } else { ",\"v\":2}" };
        let previous = rest.strip_prefix("\",\"prev\":")?.strip_suffix(end)?;
        Some(Named { object: object.parse().ok()?, law, previous })
    }

    /// Which of the two is wrong, when the entry is not what the act's row makes it.
    fn explain(&self, commitment: &Hash, act: ActText<'_>) -> Difference {
        match Entry::read(self.entry) {
            Some(entry) if entry.at.to_string() != act.at => self.act_differs(Some("at")),
            Some(entry) if entry.kind != act.kind => self.act_differs(Some("kind")),
            Some(entry) if entry.act != *commitment => self.act_differs(None),
            _ => Difference::LeafEntry { index: self.index },
        }
    }

    fn act_differs(&self, column: Option<&'static str>) -> Difference {
        Difference::Act { act: self.act_id, leaf: self.index, column }
    }
}

impl<'t> ActText<'t> {
    fn new(
        salt: &'t str,
        row: &'t str,
        values: [Option<&'t str>; ACT_COLUMNS.len()],
    ) -> Option<Self> {
        let [at, _, _, _, kind, .., subject, subject_kind] = values;
        let (at, kind) = (at?, kind?);
        Some(Self { salt, row, at, kind, subject: subject?, subject_kind: subject_kind? })
    }
}

/// The next values of a row's text, and where the one after them begins.
fn values<const N: usize>(text: &str, mut at: usize) -> Option<([Option<&str>; N], usize)> {
    let mut found = [None; N];
    for value in &mut found {
        (*value, at) = read_value(text, at).ok()?;
    }
    Some((found, at))
}
