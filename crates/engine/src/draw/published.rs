//! What is published of a draw: one file.

use super::{Entry, Terms};
use serde::{Deserialize, Serialize};

/// The one version there is.
const VERSION: u8 = 1;

/// A draw as it is published. Hashes and salt are 64 hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Published {
    /// The version of the form.
    pub v: u8,
    /// What was settled before.
    pub terms: Terms,
    /// The salt of the commitment.
    pub salt: String,
    /// What was announced.
    pub commitment: String,
    /// The index of the leaf that announced it.
    pub announced: u64,
    /// What the parties typed after that, in order.
    pub entries: Vec<Entry>,
    /// The index of the leaf of the last entry.
    pub entered: u64,
    /// The signed checkpoint that came next.
    pub checkpoint: String,
    /// What follows from all of that.
    pub seed: String,
    /// The codes drawn, the first drawn first.
    pub drawn: Vec<String>,
    /// How many draws of this office and year were called off before this one.
    pub called_off: u32,
}

/// Why a text is no published draw.
#[derive(Debug, thiserror::Error)]
pub enum PublishedError {
    /// It is not the JSON of one.
    #[error("this is no published draw: line {line}, column {column}: {what}")]
    Form {
        /// The line.
        line: usize,
        /// The column.
        column: usize,
        /// What is wrong there.
        what: String,
    },
    /// It is of a version that is not known here.
    #[error(
        "this draw is of version {0}, and version {VERSION} is known here: use a newer program"
    )]
    Version(u8),
}

impl Published {
    /// Reads the file.
    pub fn read(text: &str) -> Result<Self, PublishedError> {
        let read: Self = serde_json::from_str(text).map_err(|fault| {
            let said = fault.to_string();
            let place = format!(" at line {} column {}", fault.line(), fault.column());
            let what = said.strip_suffix(&place).unwrap_or(&said).to_owned();
            PublishedError::Form { line: fault.line(), column: fault.column(), what }
        })?;
        if read.v == VERSION { Ok(read) } else { Err(PublishedError::Version(read.v)) }
    }
}
