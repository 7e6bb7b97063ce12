//! The questions of tolerance (容错): what excuses an error and what bars excusing it.

use super::versions::Validity;

/// A question that is answered before anybody is held to account (容错问题).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its code in records.
    pub code: String,
    /// What it is about, in Chinese.
    pub zh: String,
    /// What it is about, in English.
    pub en: String,
    /// What excuses, in Chinese and in English, in our own words.
    pub excuses: (String, String),
    /// What bars excusing, in Chinese and in English, in our own words.
    pub bars: (String, String),
    /// Where it stands.
    pub source: String,
    pub(super) validity: Validity,
}
