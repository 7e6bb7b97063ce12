//! Checkpoints (检查点), C2SP tlog-checkpoint: the signed statement of how long a log is and
//! what its root is. Everything else about a log can be checked against one.

use std::fmt;
use std::str::FromStr;

use crate::hash::{Hash, HashError};
use crate::note::{Note, NoteError, SigningKey, VerifierKey, VerifyError};

/// What a log claims about itself at one size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// The name of the log; the key that signs has the same name.
    pub origin: String,
    /// How many leaves it has.
    pub size: u64,
    /// The root of its tree.
    pub root: Hash,
    /// Further lines another log may have written. They are kept when read and never written:
    /// nobody can audit them.
    pub extensions: Vec<String>,
}

/// Why a text is not a checkpoint one may rely on.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CheckpointError {
    /// Fewer than three lines, an empty line, or no newline at the end.
    #[error("a checkpoint has three lines or more, none empty, each ended by a newline")]
    Lines,
    /// The origin is empty or holds a control character.
    #[error("the origin of a checkpoint is one line of text, not empty")]
    Origin,
    /// The size is not a plain decimal number.
    #[error("`{0}` is not a tree size: write it in decimal digits without leading zeros")]
    Size(String),
    /// The root is not a hash.
    #[error("the root hash of the checkpoint cannot be read")]
    Root(#[source] HashError),
    /// The text is not a signed note.
    #[error("the checkpoint is not a signed note")]
    Note(#[source] NoteError),
    /// The signature does not hold.
    #[error("the checkpoint of `{origin}` is not validly signed")]
    Signature {
        /// The name of the key it was checked against.
        origin: String,
        /// What is wrong.
        #[source]
        source: VerifyError,
    },
    /// The key belongs to another log.
    #[error("the checkpoint is of `{origin}`, but the key is of `{key}`")]
    OtherLog {
        /// The origin line.
        origin: String,
        /// The name of the key.
        key: String,
    },
}

/// A checkpoint whose log signature holds, with the witnesses (见证) that cosigned it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cosigned {
    /// What the log claims.
    pub checkpoint: Checkpoint,
    /// The known witnesses that saw it, in the order of their lines.
    pub witnesses: Vec<Witnessed>,
}

/// One witness saw the log at this size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witnessed {
    /// The name of its key.
    pub name: String,
    /// When it says so, in seconds since 1970.
    pub unix_seconds: u64,
}

impl Checkpoint {
    /// A checkpoint without extension lines.
    pub fn new(origin: &str, size: u64, root: Hash) -> Result<Self, CheckpointError> {
        if origin.is_empty() || origin.contains(char::is_control) {
            return Err(CheckpointError::Origin);
        }
        Ok(Self { origin: origin.to_owned(), size, root, extensions: Vec::new() })
    }

    /// The signed note to publish as `checkpoint`. The key must bear the name of the log.
    ///
    /// Sign through [`crate::Signer`]: it remembers what it signed before.
    pub fn signed(&self, key: &SigningKey) -> Result<String, CheckpointError> {
        self.must_belong_to(key.name())?;
        let note = Note::signed(&self.to_string(), key).map_err(CheckpointError::Note)?;
        Ok(note.to_string())
    }

    /// Reads a signed checkpoint and verifies that the key of the log signed it.
    pub fn open(note: &str, key: &VerifierKey) -> Result<Self, CheckpointError> {
        Ok(Self::open_cosigned(note, key, &[])?.checkpoint)
    }

    /// Reads a signed checkpoint, verifies the signature of the log, and tells which of these
    /// witnesses cosigned it. A false line by any of these keys refuses the whole.
    pub fn open_cosigned(
        note: &str,
        key: &VerifierKey,
        witnesses: &[VerifierKey],
    ) -> Result<Cosigned, CheckpointError> {
        let refuse = |source| CheckpointError::Signature { origin: key.name().to_owned(), source };
        let note: Note = note.parse().map_err(CheckpointError::Note)?;
        note.verify(std::slice::from_ref(key)).map_err(refuse)?;
        let checkpoint: Self = note.text().parse()?;
        checkpoint.must_belong_to(key.name())?;
        let cosigned = match note.verify(witnesses) {
            Err(VerifyError::NoKnownKey) => Vec::new(),
            other => other.map_err(refuse)?,
        };
        let witness = |seen: &crate::note::Verified<'_>| {
            let name = seen.key.name().to_owned();
            seen.unix_seconds.map(|unix_seconds| Witnessed { name, unix_seconds })
        };
        Ok(Cosigned { checkpoint, witnesses: cosigned.iter().filter_map(witness).collect() })
    }

    fn must_belong_to(&self, key: &str) -> Result<(), CheckpointError> {
        if self.origin == key {
            return Ok(());
        }
        Err(CheckpointError::OtherLog { origin: self.origin.clone(), key: key.to_owned() })
    }
}

impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}\n{}\n{}", self.origin, self.size, self.root)
    }
}

impl FromStr for Checkpoint {
    type Err = CheckpointError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let lines: Vec<&str> =
            text.strip_suffix('\n').ok_or(CheckpointError::Lines)?.split('\n').collect();
        let [origin, size, root, extensions @ ..] = lines.as_slice() else {
            return Err(CheckpointError::Lines);
        };
        if lines.contains(&"") {
            return Err(CheckpointError::Lines);
        }
        let size = read_decimal(size).ok_or_else(|| CheckpointError::Size((*size).to_owned()))?;
        let root = root.parse().map_err(CheckpointError::Root)?;
        let checkpoint = Self::new(origin, size, root)?;
        Ok(Self {
            extensions: extensions.iter().map(|&line| line.to_owned()).collect(),
            ..checkpoint
        })
    }
}

/// A decimal number written in the one shortest way.
pub(crate) fn read_decimal(text: &str) -> Option<u64> {
    text.parse().ok().filter(|number: &u64| number.to_string() == text)
}
