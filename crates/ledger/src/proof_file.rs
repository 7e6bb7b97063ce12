//! Proof files (存证证明), C2SP tlog-proof: one text that shows, offline, that an entry is in a
//! log. It holds the way from the entry to the root and the signed checkpoint.

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::checkpoint::{Checkpoint, CheckpointError, Cosigned, read_decimal};
use crate::hash::{Hash, HashError, leaf_hash};
use crate::note::VerifierKey;
use crate::proof::{InclusionError, verify_inclusion};

const TITLE: &str = "c2sp.org/tlog-proof@v1";

/// The contents of a `.tlog-proof` file. Reading it verifies nothing: see [`ProofFile::verify`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProofFile {
    /// Bytes for the reader's own use. Nothing vouches for them.
    pub extra: Option<Vec<u8>>,
    /// The place of the entry in the log, counted from 0.
    pub index: u64,
    /// The inclusion proof, from the leaf up.
    pub hashes: Vec<Hash>,
    /// The signed checkpoint, word for word as published.
    pub checkpoint: String,
}

/// Why a text is not a proof file, or does not prove the entry.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProofFileError {
    /// The first line is another.
    #[error("a proof file begins with the line `{TITLE}`")]
    Title,
    /// The extra data is not base64.
    #[error("the extra data is not standard base64 in one line")]
    Extra,
    /// No line `index N`.
    #[error("the line `index` with the number of the entry is missing or misspelt")]
    Index,
    /// A line of the inclusion proof is not a hash.
    #[error("hash {position} of the proof cannot be read")]
    Hash {
        /// Counted from 1.
        position: usize,
        /// What is wrong with it.
        #[source]
        source: HashError,
    },
    /// No blank line and nothing after it.
    #[error("the proof file ends before its checkpoint")]
    NoCheckpoint,
    /// The checkpoint does not hold.
    #[error("the checkpoint in the proof file does not hold")]
    Checkpoint(#[source] CheckpointError),
    /// The hashes do not lead from the entry to the root.
    #[error("the proof file does not prove this entry")]
    Inclusion(#[source] InclusionError),
}

impl ProofFile {
    /// Checks that this very entry is in the log whose key this is; returns what the log signed.
    pub fn verify(&self, entry: &[u8], key: &VerifierKey) -> Result<Checkpoint, ProofFileError> {
        Ok(self.verify_cosigned(entry, key, &[])?.checkpoint)
    }

    /// As [`ProofFile::verify`], and tells which of these witnesses cosigned the checkpoint.
    pub fn verify_cosigned(
        &self,
        entry: &[u8],
        key: &VerifierKey,
        witnesses: &[VerifierKey],
    ) -> Result<Cosigned, ProofFileError> {
        let cosigned = Checkpoint::open_cosigned(&self.checkpoint, key, witnesses)
            .map_err(ProofFileError::Checkpoint)?;
        let Checkpoint { size, root, .. } = cosigned.checkpoint;
        verify_inclusion(self.index, size, leaf_hash(entry), &self.hashes, root)
            .map_err(ProofFileError::Inclusion)?;
        Ok(cosigned)
    }
}

impl fmt::Display for ProofFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{TITLE}")?;
        if let Some(extra) = &self.extra {
            writeln!(f, "extra {}", STANDARD.encode(extra))?;
        }
        writeln!(f, "index {}", self.index)?;
        self.hashes.iter().try_for_each(|hash| writeln!(f, "{hash}"))?;
        write!(f, "\n{}", self.checkpoint)
    }
}

impl FromStr for ProofFile {
    type Err = ProofFileError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (head, checkpoint) = text.split_once("\n\n").ok_or(ProofFileError::NoCheckpoint)?;
        if checkpoint.is_empty() {
            return Err(ProofFileError::NoCheckpoint);
        }
        let mut lines = head.split('\n').peekable();
        lines.next_if_eq(&TITLE).ok_or(ProofFileError::Title)?;
        let extra = lines.next_if(|line| line.starts_with("extra ")).map(read_extra).transpose()?;
        let index = lines.next().and_then(|line| line.strip_prefix("index "));
        let index = index.and_then(read_decimal).ok_or(ProofFileError::Index)?;
        let hashes = lines.enumerate().map(read_hash).collect::<Result<_, _>>()?;
        Ok(Self { extra, index, hashes, checkpoint: checkpoint.to_owned() })
    }
}

fn read_extra(line: &str) -> Result<Vec<u8>, ProofFileError> {
    let blob = line.strip_prefix("extra ").and_then(|blob| STANDARD.decode(blob).ok());
    blob.ok_or(ProofFileError::Extra)
}

fn read_hash((at, line): (usize, &str)) -> Result<Hash, ProofFileError> {
    line.parse().map_err(|source| ProofFileError::Hash { position: at + 1, source })
}
