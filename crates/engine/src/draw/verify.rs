//! A published draw worked out again.

use super::{ENTRY_LEAST, ENTRY_MOST, Published, Terms, pick, seed};
use qz_ledger::{Checkpoint, CheckpointError, Hash, Note, Salt, VerifierKey};

/// What holds of a draw that was worked out again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// How many were in the pool.
    pub pool: usize,
    /// Who was drawn, code and name, the first drawn first.
    pub drawn: Vec<(String, String)>,
    /// The size of the log at the checkpoint.
    pub size: u64,
    /// Whether the checkpoint's signature was checked.
    pub is_signature_checked: bool,
}

/// What does not hold of a draw.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum DrawFault {
    /// A hash or the salt is not 64 hexadecimal digits.
    #[error("the {0} is not 64 hexadecimal digits")]
    Hash(&'static str),
    /// More are drawn than there are, or nobody is.
    #[error("{take} of {pool} cannot be drawn")]
    Take {
        /// How many are drawn.
        take: usize,
        /// How many there are.
        pool: usize,
    },
    /// A code stands twice in the pool.
    #[error("`{0}` stands twice in the pool")]
    Twice(String),
    /// The terms are not those that were announced.
    #[error(
        "the terms are not those that were announced: a name, the order, the number or the purpose was changed, or the commitment"
    )]
    Commitment,
    /// Fewer than two parties typed an entry, or one typed two.
    #[error("an entry is typed by two different parties at least")]
    Parties,
    /// An entry is too short or too long.
    #[error("the entry of `{by}` has {found} characters; it has {ENTRY_LEAST} to {ENTRY_MOST}")]
    Entry {
        /// Whose.
        by: String,
        /// How many it has.
        found: usize,
    },
    /// The entries were typed before the announcement.
    #[error(
        "the last entry is leaf {entered} of the log, and the announcement leaf {announced}: it does not come after it"
    )]
    Early {
        /// The leaf of the last entry.
        entered: u64,
        /// The leaf of the announcement.
        announced: u64,
    },
    /// The checkpoint does not cover the entries.
    #[error("the checkpoint is of {size} leaves and does not cover leaf {entered}, the last entry")]
    Uncovered {
        /// The size of the log at the checkpoint.
        size: u64,
        /// The leaf of the last entry.
        entered: u64,
    },
    /// The checkpoint is none that one may rely on.
    #[error("its checkpoint does not hold")]
    Checkpoint(#[source] CheckpointError),
    /// Another seed follows.
    #[error("the seed is {found}, but {expected} follows from commitment, entries and checkpoint")]
    Seed {
        /// The one in the file.
        found: String,
        /// The one that follows.
        expected: String,
    },
    /// Other names follow.
    #[error("drawn are {found}, but {expected} follow from the seed")]
    Drawn {
        /// Those in the file.
        found: String,
        /// Those that follow.
        expected: String,
    },
}

/// Works a draw out again from its file alone, and with the key of the log, when there is one, its signature.
///
/// # Errors
/// The first thing that does not hold.
pub fn verify(draw: &Published, key: Option<&VerifierKey>) -> Result<Verified, DrawFault> {
    let terms = &draw.terms;
    must_be_possible(terms)?;
    let salt = Salt(hash("salt", &draw.salt)?.0);
    let commitment = hash("commitment", &draw.commitment)?;
    if terms.commitment(&salt) != Some(commitment) {
        return Err(DrawFault::Commitment);
    }
    must_be_entered_after(draw)?;
    let checkpoint = checkpoint(draw, key)?;
    let expected = seed(&commitment, &draw.entries, &checkpoint).ok_or(DrawFault::Commitment)?;
    if hash("seed", &draw.seed)? != expected {
        return Err(DrawFault::Seed { found: draw.seed.clone(), expected: expected.to_hex() });
    }
    let drawn = pick(&expected, terms.pool.len(), terms.take);
    let drawn: Vec<_> = drawn.into_iter().map(|at| terms.pool[at].clone()).collect();
    let codes: Vec<_> = drawn.iter().map(|ticket| ticket.code.clone()).collect();
    if draw.drawn != codes {
        return Err(DrawFault::Drawn { found: draw.drawn.join(", "), expected: codes.join(", ") });
    }
    Ok(Verified {
        pool: terms.pool.len(),
        drawn: drawn.into_iter().map(|ticket| (ticket.code, ticket.name)).collect(),
        size: checkpoint.size,
        is_signature_checked: key.is_some(),
    })
}

fn hash(what: &'static str, text: &str) -> Result<Hash, DrawFault> {
    Hash::from_hex(text).map_err(|_| DrawFault::Hash(what))
}

fn must_be_possible(terms: &Terms) -> Result<(), DrawFault> {
    let (take, pool) = (terms.take, terms.pool.len());
    if take == 0 || take > pool {
        return Err(DrawFault::Take { take, pool });
    }
    match terms.twice() {
        Some(code) => Err(DrawFault::Twice(code.to_owned())),
        None => Ok(()),
    }
}

/// Two parties typed something, after the announcement.
fn must_be_entered_after(draw: &Published) -> Result<(), DrawFault> {
    let entries = &draw.entries;
    let is_again = |at: usize| entries[..at].iter().any(|other| other.by == entries[at].by);
    if entries.len() < 2 || (0..entries.len()).any(is_again) {
        return Err(DrawFault::Parties);
    }
    for entry in entries {
        let found = entry.text.chars().count();
        if !(ENTRY_LEAST..=ENTRY_MOST).contains(&found) {
            return Err(DrawFault::Entry { by: entry.by.clone(), found });
        }
    }
    let (entered, announced) = (draw.entered, draw.announced);
    if entered <= announced {
        return Err(DrawFault::Early { entered, announced });
    }
    Ok(())
}

/// The checkpoint, which covers the entries.
fn checkpoint(draw: &Published, key: Option<&VerifierKey>) -> Result<Checkpoint, DrawFault> {
    let opened = match key {
        Some(key) => Checkpoint::open(&draw.checkpoint, key),
        None => draw
            .checkpoint
            .parse::<Note>()
            .map_err(CheckpointError::Note)
            .and_then(|note| note.text().parse()),
    };
    let checkpoint = opened.map_err(DrawFault::Checkpoint)?;
    let (size, entered) = (checkpoint.size, draw.entered);
    if size <= entered {
        return Err(DrawFault::Uncovered { size, entered });
    }
    Ok(checkpoint)
}
