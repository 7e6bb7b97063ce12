//! A refusal as a key and its values, so that a page can say it in the reader's language.
//!
//! The `Display` of an error is its English sentence; the door that shows it looks the key up in its
//! locale files and puts the values in.

/// What a refusal says, free of any language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// The stable name of the sentence, such as `sheet-row-too-long`.
    pub key: &'static str,
    /// The values the sentence holds, by name.
    pub values: Vec<(&'static str, String)>,
}

impl Wording {
    /// A sentence with the values it holds.
    pub(crate) fn new<const N: usize>(
        key: &'static str,
        values: [(&'static str, String); N],
    ) -> Self {
        Self { key, values: values.into() }
    }
}
