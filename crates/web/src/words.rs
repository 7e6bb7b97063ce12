//! Words (文案): everything a page says, Chinese first and English complete.
//!
//! Pages hold a [`Words`], which is one byte: `words.say("shell-skip")`. The texts are the Fluent
//! files under `locales/`, listed in `words/files.rs` and built once. A key that is missing shows
//! as `⟦key⟧`, which every test of a page refuses.

mod bundle;
mod files;
mod locale;
mod value;

pub use bundle::faults;
pub use files::{DYNAMIC_PREFIXES, file_names};
pub use locale::Locale;
pub(crate) use locale::weighted;
pub use value::Value;

use qz_domain::refusal::Worded;

/// The words of one locale.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Words {
    /// The language spoken.
    pub locale: Locale,
}

impl Words {
    /// The words of a locale.
    pub fn new(locale: Locale) -> Self {
        Self { locale }
    }

    /// What stands under a key.
    pub fn say(self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// What stands under a key, with its variables filled in.
    ///
    /// Numbers choose the English plural and are grouped from five digits on (`48,212`).
    pub fn say_with(self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        bundle::format(self.locale, key, values).unwrap_or_else(|| format!("⟦{key}⟧"))
    }

    /// What a refusal or a fault says, its days written out and its codes as words.
    pub fn tell(self, worded: &impl Worded) -> String {
        crate::refusal::told(self, worded.key(), &worded.args())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_key_shows() {
        assert_eq!(Words::default().say("no-such-key"), "⟦no-such-key⟧");
    }

    #[test]
    fn every_file_is_read_without_a_fault() {
        assert_eq!(faults(), Vec::<String>::new());
    }
}
